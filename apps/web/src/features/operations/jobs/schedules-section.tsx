'use client';
import { type JobSchedule, listJobSchedules } from '@k12/contracts/operations/jobs';
import { Section } from '@k12/ui/card';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useKindName } from './job-words.ts';
import { useDuration } from './queues-section.tsx';

/** Work that recurs: when it ran, how it ended, when it runs again (OPS-98). */
export function SchedulesSection() {
  const t = useTranslations('operations.schedules');
  const kindName = useKindName();
  const reply = useApi(listJobSchedules, {});
  const columns = useColumns();
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={reply}>
        {({ data }) => (
          <DataTable
            label={t('title')}
            rows={[...data].sort((one, other) => order(one) - order(other))}
            columns={columns}
            rowKey={({ kind }) => kind}
            rowName={({ kind }) => kindName(kind)}
            empty={<p className="px-3 py-6 text-ink-2">{t('empty')}</p>}
          />
        )}
      </RegionBody>
    </Section>
  );
}

/** What failed stands first. */
const order = ({ last_outcome }: JobSchedule) => (last_outcome === 'failed' ? 0 : 1);

function useColumns(): DataColumn<JobSchedule>[] {
  const t = useTranslations('operations.schedules');
  const kindName = useKindName();
  const dates = useDates();
  const duration = useDuration();
  return [
    { key: 'kind', header: t('work'), primary: true, cell: ({ kind }) => kindName(kind) },
    { key: 'next', header: t('next'), cell: ({ next_run_at }) => dates.instant(next_run_at) },
    {
      key: 'last',
      header: t('last'),
      cell: ({ last_run_at }) => (last_run_at ? dates.instant(last_run_at) : t('never')),
    },
    {
      key: 'took',
      header: t('took'),
      align: 'end',
      wideOnly: true,
      cell: (row) => duration(row.last_duration_ms),
    },
    {
      key: 'outcome',
      header: t('outcome'),
      cell: ({ last_outcome: outcome, last_error: error }) =>
        outcome ? (
          <span className="grid justify-items-start gap-1">
            <StatusBadge status={outcome === 'failed' ? 'failed' : 'done'}>{t(outcome)}</StatusBadge>
            {error && (
              <span className="max-w-sm text-small text-ink-2 [overflow-wrap:anywhere]">{error}</span>
            )}
          </span>
        ) : (
          '–'
        ),
    },
  ];
}
