'use client';
import { getTenant, type Tenant } from '@k12/contracts/identity/tenants';
import { listAllJobs } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Stat } from '@k12/ui/stat';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Region, RegionBody } from '@/shell/region.tsx';
import { TenantState } from './tenant-state.tsx';

const StateDialog = dynamic(
  loaded(() => import('./state-dialog.tsx').then((module) => module.StateDialog)),
  { loading: nothingYet },
);

const GrantRequest = dynamic(
  loaded(() => import('../support/grant-request.tsx').then((module) => module.GrantRequest)),
  { loading: nothingYet },
);

/** One organisation: its state, how large it is, whether its work in the background succeeds, and the way in. */
export function TenantScreen({ id }: { id: string }) {
  const tenant = useApi(getTenant, { params: { id } });
  return (
    <RegionBody reply={tenant}>
      {(known) => (
        <>
          <Head tenant={known} />
          <div className="mt-8 grid gap-10">
            <Figures tenant={known} />
            <FailedJobs id={id} />
          </div>
        </>
      )}
    </RegionBody>
  );
}

function Head({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('operators');
  const [change, setChange] = useState<'suspend' | 'resume' | null>(null);
  const [asking, setAsking] = useState<'ask' | 'emergency' | null>(null);
  return (
    <>
      <PageHeader
        title={<bdi>{tenant.name}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <TenantState state={tenant.state} />
            {t('facts', { slug: tenant.slug, kind: t(`kinds.${tenant.kind}`), zone: tenant.time_zone })}
          </span>
        }
        actions={
          <>
            {tenant.can.suspend && <Button onClick={() => setChange('suspend')}>{t('suspend')}</Button>}
            {tenant.can.resume && <Button onClick={() => setChange('resume')}>{t('resume')}</Button>}
            <Button onClick={() => setAsking('emergency')}>{t('emergency')}</Button>
            <Button
              variant="primary"
              disabled={tenant.support_access === 'never'}
              onClick={() => setAsking('ask')}
            >
              {t('ask')}
            </Button>
          </>
        }
      />
      <p className="mt-2 text-ink-2">{t(`consent.${tenant.support_access}`)}</p>
      {change && <StateDialog tenant={tenant} change={change} onClose={() => setChange(null)} />}
      {asking && <GrantRequest tenant={tenant} kind={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Figures({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('operators');
  const format = useFormatter();
  return (
    <div className="grid grid-cols-3 gap-6">
      {(['schools_count', 'users_count', 'courses_count'] as const).map((key) => (
        <Stat key={key} label={t(key)} value={format.number(tenant[key])} />
      ))}
    </div>
  );
}

function FailedJobs({ id }: { id: string }) {
  const t = useTranslations('operators');
  const dates = useDates();
  const jobs = useApi(listAllJobs, { query: { tenant_id: id, state: 'dead', limit: 20 } });
  return (
    <Region title={t('failedJobs')} reply={jobs}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-2">{t('noFailedJobs')}</p>
        ) : (
          <List framed label={t('failedJobs')}>
            {data.map((job) => (
              <ListRow
                key={job.id}
                title={<bdi>{job.kind}</bdi>}
                description={job.error?.message}
                end={dates.ago(job.created_at)}
              />
            ))}
          </List>
        )
      }
    </Region>
  );
}
