'use client';
import { listQueues, type QueueFigures } from '@k12/contracts/operations/jobs';
import { Section } from '@k12/ui/card';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { useFormatter, useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

type Workers = {
  id: string;
  host: string;
  version: string;
  seen_at: string;
  running_count: number;
  state: string;
}[];

/** How long each queue is and how fast it moves, and who works on it. */
export function QueuesSection() {
  const t = useTranslations('operations.queues');
  const reply = useApi(listQueues, {});
  const columns = useColumns();
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={reply}>
        {({ data, workers }) => (
          <>
            <DataTable
              label={t('title')}
              rows={data}
              columns={columns}
              rowKey={({ queue }) => queue}
              rowName={({ queue }) => t(queue)}
              empty={<p className="px-3 py-6 text-ink-2">{t('empty')}</p>}
            />
            <Workers workers={workers} />
          </>
        )}
      </RegionBody>
    </Section>
  );
}

function useColumns(): DataColumn<QueueFigures>[] {
  const t = useTranslations('operations.queues');
  const format = useFormatter();
  const number = (value: number) => format.number(value);
  const duration = useDuration();
  return [
    { key: 'queue', header: t('queue'), primary: true, cell: ({ queue }) => t(queue) },
    ...(['waiting', 'running', 'scheduled', 'retrying', 'dead'] as const).map((key) => ({
      key,
      header: t(key),
      align: 'end' as const,
      wideOnly: key === 'scheduled' || key === 'retrying',
      cell: (row: QueueFigures) => number(row[key]),
    })),
    {
      key: 'oldest',
      header: t('oldest'),
      align: 'end',
      cell: (row) => duration(row.oldest_waiting_seconds === null ? null : row.oldest_waiting_seconds * 1000),
    },
    { key: 'rate', header: t('rate'), align: 'end', cell: (row) => number(row.finished_last_hour) },
    {
      key: 'latency',
      header: t('latency'),
      align: 'end',
      wideOnly: true,
      cell: (row) => t('pair', { half: duration(row.latency_p50_ms), most: duration(row.latency_p95_ms) }),
    },
  ];
}

/** In the unit that people would say: “40 ms”, “3 sec”, “12 min”. */
export function useDuration(): (ms: number | null) => string {
  const format = useFormatter();
  return (ms) => {
    if (ms === null) return '–';
    const [value, unit] =
      ms < 1_000
        ? ([ms, 'millisecond'] as const)
        : ms < 60_000
          ? ([ms / 1_000, 'second'] as const)
          : ms < 5_400_000
            ? ([ms / 60_000, 'minute'] as const)
            : ([ms / 3_600_000, 'hour'] as const);
    return format.number(value, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 && ms >= 1_000 ? 1 : 0,
    });
  };
}

function Workers({ workers }: { workers: Workers }) {
  const t = useTranslations('operations.queues');
  const dates = useDates();
  if (workers.length === 0) return <p className="text-bad">{t('noWorkers')}</p>;
  return (
    <ul aria-label={t('workers')} className="grid gap-1 text-small text-ink-2">
      {workers.map((worker) => (
        <li key={worker.id}>
          {t('worker', {
            host: worker.host,
            version: worker.version,
            count: worker.running_count,
            seen: dates.ago(worker.seen_at),
          })}
          {worker.state === 'stopping' && ` ${t('stopping')}`}
        </li>
      ))}
    </ul>
  );
}
