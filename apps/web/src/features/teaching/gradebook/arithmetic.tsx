'use client';
import type { TotalExplanation } from '@k12/contracts/teaching/totals';
import { formatPlain, parseDecimal } from '@k12/grading/decimal';
import { formatEntry } from '@k12/grading/entry';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

type Category = TotalExplanation['categories'][number];
type Cell = Category['cells'][number];
type Shown = (value: string | null) => string;

/** The same words and numbers for the teacher, the student and the family (TCH-118, TCH-190). */
export function Arithmetic({ explanation, mark }: { explanation: TotalExplanation; mark: '.' | ',' }) {
  const t = useTranslations('teaching-gradebook');
  const [isExact, setExact] = useState(false);
  const places = isExact ? withoutZeros : rounded;
  const shown: Shown = (value) => (value === null ? '–' : formatEntry(places(value), mark));
  const { percent, label, weight_sum, calculation, override, categories } = explanation;
  const isRescaled = calculation === 'weighted' && weight_sum !== null && Number(weight_sum) !== 100;
  const parts = categories.flatMap(({ contribution }) => contribution ?? []);
  return (
    <section aria-label={t('explain.sum')} className="grid gap-5 text-body tabular-nums">
      <div>
        <p className="text-title font-bold">
          {percent === null ? '–' : `${shown(percent)} %`}{' '}
          {label && <span className="text-ink-2">{label}</span>}
        </p>
        {parts.length > 1 && percent !== null && (
          <p className="text-small text-ink-2">
            {parts.map(shown).join(' + ')} = {shown(percent)}
          </p>
        )}
      </div>
      {override && (
        <p className="rounded-control bg-warn-tint p-3">
          {t('explain.override', { value: override.label ?? shown(override.percent) })} {override.reason}
        </p>
      )}
      {isRescaled && (
        <p className="text-small text-ink-2">{t('explain.weights', { sum: shown(weight_sum) })}</p>
      )}
      {categories.map((category) => (
        <CategoryPart key={category.category_id ?? 'none'} {...{ category, shown, isRescaled }} />
      ))}
      {isRounded(explanation) && (
        <div>
          <Button size="small" variant="quiet" onClick={() => setExact(!isExact)}>
            {t(isExact ? 'explain.rounded' : 'explain.exact')}
          </Button>
        </div>
      )}
    </section>
  );
}

function CategoryPart({
  category,
  shown,
  isRescaled,
}: {
  category: Category;
  shown: Shown;
  isRescaled: boolean;
}) {
  const t = useTranslations('teaching-gradebook');
  const { percent, contribution } = category;
  const weight = shown(category.weight);
  const brings = { weight, rescaled: shown(category.rescaled_weight), value: shown(contribution) };
  return (
    <section className="grid gap-2">
      <h3 className="flex flex-wrap justify-between gap-2 border-b border-line pb-1 font-semibold">
        <bdi>{category.name ?? t('uncategorised')}</bdi>
        <span>
          {shown(category.earned)} / {shown(category.possible)}
          {percent !== null && ` = ${shown(percent)} %`}
        </span>
      </h3>
      {contribution !== null && (
        <p className="text-small text-ink-2">
          {t(isRescaled ? 'explain.contribution' : 'explain.brings', brings)}
        </p>
      )}
      <ul className="grid gap-1">
        {category.cells
          .filter(({ reason }) => reason !== 'not_assigned' && reason !== 'other_period')
          .map((cell) => (
            <CellLine key={cell.assignment_id} cell={cell} shown={shown} />
          ))}
      </ul>
    </section>
  );
}

function CellLine({ cell, shown }: { cell: Cell; shown: Shown }) {
  const t = useTranslations('teaching-gradebook');
  const { reason, counted_as, deduction, entered_score, percent_otherwise } = cell;
  const isCut = deduction !== null && deduction !== '0' && entered_score !== null;
  const why = reason ?? (counted_as === 'score' ? null : counted_as);
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 text-small">
      <bdi className={reason ? 'text-ink-2' : ''}>{cell.title}</bdi>
      <span className={reason?.startsWith('dropped') ? 'text-end text-ink-2 line-through' : 'text-end'}>
        {isCut && `${shown(entered_score)} − ${shown(deduction)} = `}
        {counted_as === 'zero' ? '0' : shown(cell.score)} / {shown(cell.points_possible)}
      </span>
      {why && (
        <span className="col-span-2 text-mini text-ink-2">
          {t(`reasons.${why}`)}
          {reason?.startsWith('dropped') &&
            percent_otherwise !== null &&
            ` ${t('explain.otherwise', { value: shown(percent_otherwise) })}`}
        </span>
      )}
    </li>
  );
}

/** Two places are enough to follow the sum; all four are one press away. */
function rounded(value: string): string {
  const units = parseDecimal(value);
  return units === null ? value : formatPlain(Math.round(units / 100) * 100);
}

function isRounded({ percent, categories }: TotalExplanation): boolean {
  const results = categories.flatMap((part) => [part.percent, part.contribution, part.rescaled_weight]);
  return [percent, ...results].some((value) => value !== null && rounded(value) !== withoutZeros(value));
}

/** Results are kept to four places; what they end in is no news. */
function withoutZeros(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
