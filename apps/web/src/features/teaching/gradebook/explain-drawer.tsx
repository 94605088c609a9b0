'use client';
import { explainTotal, type TotalExplanation } from '@k12/contracts/teaching/totals';
import { formatEntry } from '@k12/grading/entry';
import { Drawer } from '@k12/ui/drawer';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';

interface Props extends DialogProps {
  studentId: string;
  periodId: string | null;
}

type Kind = TotalExplanation['kind'];
type View = TotalExplanation['view'];

/** A total opened to its arithmetic, as the teacher or as the family sees it (TCH-118, TCH-186). */
export function ExplainDrawer({ store, studentId, periodId, mark, onClose }: Props) {
  const t = useTranslations('teaching-gradebook');
  const [kind, setKind] = useState<Kind>(store.book.course.total_shown);
  const [view, setView] = useState<View>('staff');
  const query = { kind, view, ...(periodId ? { grading_period_id: periodId } : {}) };
  const reply = useApi(explainTotal, {
    params: { id: store.book.course.id, student_id: studentId },
    query,
  });
  const row = store.row(studentId);
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('explain.title', { name: row?.name ?? '' })}
    >
      <div className="mb-4 flex flex-wrap gap-3">
        <SegmentedControl
          label={t('explain.kind')}
          value={kind}
          onValueChange={(next) => setKind(next as Kind)}
          options={[
            { value: 'so_far', label: t('soFar') },
            { value: 'if_nothing_more', label: t('ifNothingMore') },
          ]}
        />
        <SegmentedControl
          label={t('explain.view')}
          value={view}
          onValueChange={(next) => setView(next as View)}
          options={[
            { value: 'staff', label: t('explain.staff') },
            { value: 'posted', label: t('explain.family') },
          ]}
        />
      </div>
      <RegionBody reply={reply}>{(data) => <Arithmetic explanation={data} mark={mark} />}</RegionBody>
    </Drawer>
  );
}

export function Arithmetic({ explanation, mark }: { explanation: TotalExplanation; mark: '.' | ',' }) {
  const t = useTranslations('teaching-gradebook');
  const shown = (value: string | null) => (value === null ? '–' : formatEntry(value, mark));
  const { percent, label, weight_sum, calculation, override } = explanation;
  return (
    <div className="grid gap-5 text-body tabular-nums">
      <p className="text-title font-bold">
        {percent === null ? '–' : `${shown(percent)} %`}{' '}
        {label && <span className="text-ink-2">{label}</span>}
      </p>
      {override && (
        <p className="rounded-control bg-warn-tint p-3">
          {t('explain.override', { value: override.label ?? shown(override.percent) })} {override.reason}
        </p>
      )}
      {calculation === 'weighted' && weight_sum !== null && (
        <p className="text-small text-ink-2">{t('explain.weights', { sum: shown(weight_sum) })}</p>
      )}
      {explanation.categories.map((category) => (
        <section key={category.category_id ?? 'none'} className="grid gap-2">
          <h3 className="flex flex-wrap justify-between gap-2 border-b border-line pb-1 font-semibold">
            <bdi>{category.name ?? t('uncategorised')}</bdi>
            <span>
              {shown(category.earned)} / {shown(category.possible)}
              {category.percent !== null && ` = ${shown(category.percent)} %`}
            </span>
          </h3>
          {category.contribution !== null && (
            <p className="text-small text-ink-2">
              {t('explain.contribution', {
                weight: shown(category.weight),
                rescaled: shown(category.rescaled_weight),
                value: shown(category.contribution),
              })}
            </p>
          )}
          <ul className="grid gap-1">
            {category.cells
              .filter(({ reason }) => reason !== 'not_assigned' && reason !== 'other_period')
              .map((cell) => (
                <li key={cell.assignment_id} className="grid grid-cols-[1fr_auto] gap-x-4 text-small">
                  <bdi className={cell.reason ? 'text-ink-2' : ''}>{cell.title}</bdi>
                  <span className="text-end">
                    {cell.deduction !== null && cell.deduction !== '0' && cell.entered_score !== null
                      ? `${shown(cell.entered_score)} − ${shown(cell.deduction)} = `
                      : ''}
                    {cell.counted_as === 'zero' ? '0' : shown(cell.score)} / {shown(cell.points_possible)}
                  </span>
                  {(cell.reason || cell.counted_as !== 'score') && (
                    <span className="col-span-2 text-mini text-ink-2">
                      {cell.reason
                        ? t(`reasons.${cell.reason}`)
                        : cell.counted_as && t(`reasons.${cell.counted_as}`)}
                      {cell.reason?.startsWith('dropped') &&
                        cell.percent_otherwise !== null &&
                        ` ${t('explain.otherwise', { value: shown(cell.percent_otherwise) })}`}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
