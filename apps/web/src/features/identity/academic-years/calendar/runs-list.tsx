'use client';
import type { SchoolDay } from '@k12/contracts/teaching/school-days';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { CalendarDays } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import type { DayRun } from './day-runs.ts';

interface Props {
  runs: readonly DayRun[];
  /** Null where nobody may change them. */
  onOpen: ((run: DayRun) => void) | null;
}

/** Holidays, half days and extra days in order; each opens to be changed. */
export function RunsList({ runs, onOpen }: Props) {
  const t = useTranslations('school-calendar');
  if (runs.length === 0) {
    return (
      <EmptyState icon={<CalendarDays aria-hidden />} title={t('emptyTitle')} level={3}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <List framed label={t('days')}>
      {runs.map((run) => (
        <RunRow key={run.from} run={run} onOpen={onOpen} />
      ))}
    </List>
  );
}

function RunRow({ run, onOpen }: { run: DayRun; onOpen: Props['onOpen'] }) {
  const t = useTranslations('school-calendar');
  const dates = useDates();
  const { from, to, kind, days } = run;
  const [first] = days;
  const span = from === to ? dates.weekday(from) : dates.range(from, to, true);
  const times = useTimes(first);
  return (
    <ListRow
      title={<bdi>{first?.note || t(`kinds.${kind}`)}</bdi>}
      description={
        <>
          {kind !== 'off' && first?.note && `${t(`kinds.${kind}`)} · `}
          {span}
          {times && ` · ${times}`}
          {first?.rotation_day && ` · ${t('rotationDay', { day: first.rotation_day })}`}
        </>
      }
      {...(onOpen && { onPress: () => onOpen(run) })}
    />
  );
}

/** When school begins and ends, as far as the day says. */
function useTimes(day: SchoolDay | undefined): string | null {
  const t = useTranslations('school-calendar');
  const format = useFormatter();
  const shown = (time: string) =>
    format.dateTime(new Date(`2000-01-01T${time}:00Z`), {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    });
  const { opens_at, closes_at } = day ?? {};
  if (opens_at && closes_at) return t('times', { from: shown(opens_at), to: shown(closes_at) });
  if (opens_at) return t('timesFrom', { from: shown(opens_at) });
  return closes_at ? t('timesTo', { to: shown(closes_at) }) : null;
}
