'use client';
import { useTranslations } from 'next-intl';
import { createContext, useContext } from 'react';
import { useContentValue } from '../editor-context.tsx';

/** How long the lesson may take; null when that is not known. */
const PeriodContext = createContext<number | null>(null);
export const PeriodProvider = PeriodContext.Provider;

/** The sum of timed rows against the period. */
export function PlannedTime({ path }: { path: string }) {
  const t = useTranslations('planning-editor');
  const rows = (useContentValue(path) as { minutes?: number }[] | undefined) ?? [];
  const period = useContext(PeriodContext);
  const planned = rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  if (period === null) return t('minutes', { count: planned });
  const isOver = planned > period;
  return (
    <span role="status" className={isOver ? 'font-semibold text-warn' : undefined}>
      {t('minutesOf', { planned, available: period })}
      {isOver && ` · ${t('tooLongBy', { count: planned - period })}`}
    </span>
  );
}
