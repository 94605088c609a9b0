'use client';
import { listOperatorGrants } from '@k12/contracts/identity/support-grants';
import { listTenants } from '@k12/contracts/identity/tenants';
import { getHealthReport } from '@k12/contracts/operations/health';
import { listAllJobs } from '@k12/contracts/operations/jobs';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';
import { GrantRow } from '../support/grant-row.tsx';
import { VitalsSection } from '../vitals/vitals-section.tsx';
import { TenantState } from './tenant-state.tsx';

const few = 5;

/** What an operator looks at first: does it work, who is not served, who waits for help. */
export function OverviewScreen() {
  const t = useTranslations('operators');
  return (
    <>
      <PageHeader title={t('overview')} description={t('overviewLead')} />
      <div className="mt-8 grid gap-10">
        <Working />
        <Suspended />
        <Support />
        <VitalsSection />
      </div>
    </>
  );
}

function Working() {
  const t = useTranslations('operators');
  const th = useTranslations('health');
  const health = useApi(getHealthReport, {});
  const dead = useApi(listAllJobs, { query: { state: 'dead', limit: few } });
  return (
    <Region title={t('working')} reply={health}>
      {(report) => (
        <List framed label={t('working')}>
          <ListRow title={t('platform')} href={paths.adminHealth()} end={th(`states.${report.overall}`)} />
          <ListRow
            title={t('failedJobs')}
            end={
              dead.data &&
              t('atLeast', { count: dead.data.data.length, more: String(dead.data.next_cursor !== null) })
            }
          />
        </List>
      )}
    </Region>
  );
}

function Suspended() {
  const t = useTranslations('operators');
  const tenants = useApi(listTenants, { query: { state: 'suspended', limit: few } });
  return (
    <Region title={t('notServed')} reply={tenants}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-2">{t('allServed')}</p>
        ) : (
          <List framed label={t('notServed')}>
            {data.map((tenant) => (
              <ListRow
                key={tenant.id}
                title={<bdi>{tenant.name}</bdi>}
                href={paths.adminTenant(tenant.id)}
                end={<TenantState state={tenant.state} />}
              />
            ))}
          </List>
        )
      }
    </Region>
  );
}

function Support() {
  const t = useTranslations('support');
  const grants = useApi(listOperatorGrants, { query: { limit: few } });
  return (
    <Region title={t('title')} reply={grants}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-ink-2">{t('emptyText')}</p>
        ) : (
          <List framed label={t('title')}>
            {data.map((grant) => (
              <GrantRow key={grant.id} grant={grant} tenant={grant.tenant.name} />
            ))}
          </List>
        )
      }
    </Region>
  );
}
