'use client';
import { listTenants } from '@k12/contracts/identity/tenants';
import { JobState, listAllJobs, type OperatorJobQuery, QueueName } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Pagination } from '@k12/ui/pagination';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { AllJobsTable } from './all-jobs-table.tsx';
import { useKindName } from './job-words.ts';
import { QueuesSection } from './queues-section.tsx';
import { SchedulesSection } from './schedules-section.tsx';

const JobDrawer = dynamic(
  loaded(() => import('./job-drawer.tsx').then((module) => module.JobDrawer)),
  { loading: nothingYet },
);
const ReplayKindDialog = dynamic(
  loaded(() => import('./replay-kind-dialog.tsx').then((module) => module.ReplayKindDialog)),
  { loading: nothingYet },
);

/** Queues, their work, and what recurs (OPS-105). */
export function JobsPart() {
  return (
    <div className="grid gap-10">
      <QueuesSection />
      <AllJobs />
      <SchedulesSection />
    </div>
  );
}

const filters = ['state', 'kind', 'queue', 'tenant_id'] as const;

function useJobQuery(): Partial<OperatorJobQuery> {
  const { read } = useAddress();
  return useMemo(() => {
    const state = JobState.options.find((value) => value === read('state'));
    const queue = QueueName.options.find((value) => value === read('queue'));
    const kind = read('kind');
    const tenant_id = read('tenant_id');
    return {
      ...(state && { state }),
      ...(queue && { queue }),
      ...(kind && { kind }),
      ...(tenant_id && { tenant_id }),
    };
  }, [read]);
}

function AllJobs() {
  const t = useTranslations('operations.jobs');
  const { read, write } = useAddress();
  const query = useJobQuery();
  const request = useMemo(() => ({ query }), [query]);
  const jobs = useList(listAllJobs, request);
  const [replaying, setReplaying] = useState(false);
  const opened = read('job');
  const rows = jobs.data?.data ?? [];
  return (
    <Section title={t('title')} note={t('note')}>
      <JobFilters
        kinds={[...new Set([...rows.map(({ kind }) => kind), ...(query.kind ? [query.kind] : [])])]}
      />
      {query.kind && query.state === 'dead' && rows.length > 0 && (
        <div>
          <Button onClick={() => setReplaying(true)}>{t('replayKind')}</Button>
        </div>
      )}
      <RegionBody reply={jobs}>
        {({ data, next_cursor }) => (
          <>
            <AllJobsTable
              rows={data}
              isFiltered={filters.some((name) => read(name) !== '')}
              onOpen={(job) => write({ job: job.id })}
            />
            {data.length > 0 && (
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={jobs.loadingMore}
                onLoadMore={jobs.loadMore}
              />
            )}
          </>
        )}
      </RegionBody>
      {opened && <JobDrawer id={opened} onClose={() => write({ job: null })} />}
      {replaying && query.kind && <ReplayKindDialog kind={query.kind} onClose={() => setReplaying(false)} />}
    </Section>
  );
}

function JobFilters({ kinds }: { kinds: string[] }) {
  const t = useTranslations('operations.jobs');
  const tj = useTranslations('jobs');
  const tq = useTranslations('operations.queues');
  const kindName = useKindName();
  const tenants = useApi(listTenants, { query: { limit: 200 } });
  return (
    <search aria-label={tj('filters')} className="grid gap-2 tablet:flex tablet:flex-wrap">
      <AddressSelect
        name="state"
        label={tj('state')}
        all={tj('allStates')}
        options={JobState.options.map((value) => ({ value, label: tj(`states.${value}`) }))}
      />
      <AddressSelect
        name="kind"
        label={tj('kind')}
        all={t('allKinds')}
        options={kinds.map((value) => ({ value, label: kindName(value) }))}
      />
      <AddressSelect
        name="queue"
        label={t('queue')}
        all={t('allQueues')}
        options={QueueName.options.map((value) => ({ value, label: tq(value) }))}
      />
      <AddressSelect
        name="tenant_id"
        label={t('tenant')}
        all={t('allTenants')}
        options={(tenants.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </search>
  );
}
