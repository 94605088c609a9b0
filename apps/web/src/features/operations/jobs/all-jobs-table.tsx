'use client';
import { listTenants } from '@k12/contracts/identity/tenants';
import type { OperatorJob } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { StatusBadge } from '@k12/ui/status-badge';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { jobTones, useKindName } from './job-words.ts';
import { useReplay } from './use-replay.ts';

interface Props {
  rows: OperatorJob[];
  isFiltered: boolean;
  onOpen: (job: OperatorJob) => void;
}

export function AllJobsTable({ rows, isFiltered, onOpen }: Props) {
  const t = useTranslations('operations.jobs');
  const { write } = useAddress();
  const kindName = useKindName();
  const columns = useColumns();
  const replay = useReplay();
  const [selected, setSelected] = useState<string[]>([]);
  // A job may leave the list behind the choice: what is not seen is not started.
  const chosen = rows.filter(({ id, can }) => can.retry && selected.includes(id)).map(({ id }) => id);
  const startAgain = async () => {
    if (await replay({ ids: chosen })) setSelected([]);
  };
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={columns}
      rowKey={(job) => job.id}
      rowName={(job) => kindName(job.kind)}
      onOpenRow={onOpen}
      selectable
      selectedKeys={selected}
      onSelectedKeysChange={setSelected}
      bulkActions={
        <Button size="small" disabled={chosen.length === 0} onClick={startAgain}>
          {t('startChosen', { count: chosen.length })}
        </Button>
      }
      empty={
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}
          action={
            isFiltered && (
              <Button onClick={() => write({ state: null, kind: null, queue: null, tenant_id: null })}>
                {t('clear')}
              </Button>
            )
          }
        >
          {t(isFiltered ? 'noneText' : 'emptyText')}
        </EmptyState>
      }
    />
  );
}

/** Whose work it is; what belongs to nobody is the installation's own. */
export function useTenantName(): (id: string | null) => string {
  const t = useTranslations('operations.jobs');
  const { data } = useApi(listTenants, { query: { limit: 200 } });
  return useCallback(
    (id) => (id === null ? t('installation') : (data?.data.find((tenant) => tenant.id === id)?.name ?? id)),
    [data, t],
  );
}

function useColumns(): DataColumn<OperatorJob>[] {
  const t = useTranslations('operations.jobs');
  const tj = useTranslations('jobs');
  const kindName = useKindName();
  const tenantName = useTenantName();
  const dates = useDates();
  return [
    { key: 'kind', header: tj('kind'), primary: true, cell: ({ kind }) => kindName(kind) },
    { key: 'tenant', header: t('tenant'), cell: ({ tenant_id }) => <bdi>{tenantName(tenant_id)}</bdi> },
    { key: 'created', header: tj('created'), cell: (job) => dates.instant(job.created_at) },
    {
      key: 'attempts',
      header: tj('tries'),
      align: 'end',
      wideOnly: true,
      cell: (job) => tj('triesOf', { tries: job.attempts, most: job.tries }),
    },
    {
      key: 'error',
      header: tj('error'),
      wideOnly: true,
      cell: (job) => (
        <span className="line-clamp-2 max-w-sm [overflow-wrap:anywhere]">
          <bdi>{job.error?.message ?? '–'}</bdi>
        </span>
      ),
    },
    {
      key: 'state',
      header: tj('state'),
      cell: ({ state }) => <StatusBadge status={jobTones[state]}>{tj(`states.${state}`)}</StatusBadge>,
    },
  ];
}
