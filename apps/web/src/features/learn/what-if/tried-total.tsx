import type { WhatIfCourse } from '@k12/contracts/teaching/what-if';
import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { shownTotal } from './try-scores.ts';

type Shown = ReturnType<typeof shownTotal>;

interface Props {
  course: WhatIfCourse;
  now: Shown;
  tried: Shown;
  isTrying: boolean;
}

/** What the total is and what it would be, with the categories that move it. */
export function TriedTotal({ course, now, tried, isTrying }: Props) {
  const t = useTranslations('learn-what-if');
  const percent = usePercent();
  // Apart from the words around it, whichever way these run.
  const withLabel = (total: Shown) =>
    `\u2068${[percent(total.percent), total.label].filter(Boolean).join(' ')}\u2069`;
  const moved = course.categories.flatMap(({ id, name }) => {
    const [before, after] = [now, tried].map(({ categories }) => percentOf(categories, id));
    return before === after ? [] : [{ id, name, before, after }];
  });
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 tabular-nums" aria-live="polite">
        <span className={isTrying ? 'text-ink-3' : 'text-heading font-semibold tablet:text-title'}>
          {t('now', { total: withLabel(now) })}
        </span>
        {isTrying && (
          <>
            <ArrowRight aria-hidden className="self-center text-ink-3 rtl:-scale-x-100" />
            <span className="text-heading font-semibold tablet:text-title">
              {t('would', { total: withLabel(tried) })}
            </span>
          </>
        )}
      </p>
      {moved.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2 tabular-nums">
          {moved.map(({ id, name, before, after }) => (
            <li key={id}>
              {t('category', { name, before: percent(before ?? null), after: percent(after ?? null) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function percentOf(categories: Shown['categories'], id: string): string | null {
  return categories.find(({ category_id }) => category_id === id)?.percent ?? null;
}

export function usePercent() {
  const format = useFormatter();
  return (value: string | null) =>
    value === null ? '–' : format.number(Number(value) / 100, { style: 'percent', maximumFractionDigits: 2 });
}
