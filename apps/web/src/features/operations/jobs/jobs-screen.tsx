'use client';
import { type Job, JobState, listJobs, retryJob } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { StatusBadge } from '@k12/ui/status-badge';
import { ListChecks } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { jobTones, useKindName } from './job-words.ts';

const OwnJobDrawer = dynamic(
  loaded(() => import('./own-job-drawer.tsx').then((module) => module.OwnJobDrawer)),
  { loading: nothingYet },
);

export function JobsScreen() {
  const t = useTranslations('jobs');
  const { read, write } = useAddress();
  const opened = read('job');
  const state = JobState.options.find((value) => value === read('state'));
  const request = useMemo(() => ({ query: state ? { state } : {} }), [state]);
  const jobs = useList(listJobs, request);
  const columns = useColumns();
  const kindOf = useKindName();
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <search aria-label={t('filters')} className="my-5 flex">
        <AddressSelect
          name="state"
          label={t('state')}
          all={t('allStates')}
          options={JobState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </search>
      <RegionBody reply={jobs}>
        {({ data, next_cursor }) => (
          <>
            <DataTable
              label={t('title')}
              rows={data}
              columns={columns}
              rowKey={(job) => job.id}
              rowName={(job) => kindOf(job.kind)}
              onOpenRow={(job) => write({ job: job.id })}
              empty={
                <EmptyState icon={<ListChecks aria-hidden />} title={t(state ? 'noneTitle' : 'emptyTitle')}>
                  {t('emptyText')}
                </EmptyState>
              }
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
      {opened && <OwnJobDrawer id={opened} onClose={() => write({ job: null })} />}
    </>
  );
}

function useColumns(): DataColumn<Job>[] {
  const t = useTranslations('jobs');
  const kindOf = useKindName();
  const dates = useDates();
  return [
    { key: 'kind', header: t('kind'), primary: true, cell: ({ kind }) => kindOf(kind) },
    { key: 'created', header: t('created'), cell: (job) => dates.instant(job.created_at) },
    {
      key: 'attempts',
      header: t('tries'),
      align: 'end',
      cell: (job) => t('triesOf', { tries: job.attempts, most: job.tries }),
    },
    { key: 'error', header: t('error'), wideOnly: true, cell: (job) => job.error?.message ?? '–' },
    { key: 'state', header: t('state'), cell: (job) => <JobStateCell job={job} /> },
  ];
}

function JobStateCell({ job }: { job: Job }) {
  const t = useTranslations('jobs');
  const attempt = useAttempt();
  const retry = useChange(retryJob);
  return (
    <span className="flex items-center justify-between gap-2">
      <StatusBadge status={jobTones[job.state]}>{t(`states.${job.state}`)}</StatusBadge>
      {job.can.retry && (
        <Button
          size="small"
          onClick={() => attempt(() => retry({ params: { id: job.id } }), { done: t('retried') })}
        >
          {t('retry')}
        </Button>
      )}
    </span>
  );
}
