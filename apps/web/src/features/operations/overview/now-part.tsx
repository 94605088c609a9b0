'use client';
import { listOperatorGrants } from '@k12/contracts/identity/support-grants';
import { listTenants } from '@k12/contracts/identity/tenants';
import { listBackfills } from '@k12/contracts/operations/database';
import { listErrors } from '@k12/contracts/operations/errors';
import { listGlobalFlags } from '@k12/contracts/operations/feature-flags';
import { getHealthReport } from '@k12/contracts/operations/health';
import { listJobSchedules, listQueues } from '@k12/contracts/operations/jobs';
import { Banner } from '@k12/ui/banner';
import { Link } from '@k12/ui/link';
import { List, ListRow } from '@k12/ui/list-row';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';
import { GrantRow } from '../support/grant-row.tsx';
import { TenantState } from '../tenants/tenant-state.tsx';
import { VitalsSection } from '../vitals/vitals-section.tsx';
import { type Concern, concernsOf } from './attention.ts';
import { useConcernWords } from './concern-words.ts';

const few = 5;

/** What an operator looks at first: what is wrong, who is not served, who waits for help. */
export function NowPart() {
  return (
    <div className="grid gap-10">
      <Wrong />
      <Suspended />
      <Support />
      <VitalsSection />
    </div>
  );
}

function Wrong() {
  const t = useTranslations('operations');
  const health = useApi(getHealthReport, {});
  const queues = useApi(listQueues, {});
  const schedules = useApi(listJobSchedules, {});
  const errors = useApi(listErrors, {});
  const backfills = useApi(listBackfills, {});
  const flags = useApi(listGlobalFlags, {});
  const known = {
    health: health.data,
    queues: queues.data,
    schedules: schedules.data?.data,
    errors: errors.data?.data,
    backfills: backfills.data?.data,
    flags: flags.data?.data,
  };
  const unknown = [queues, schedules, errors, backfills, flags].filter(({ error, data }) => error && !data);
  return (
    <Region title={t('wrong')} reply={health}>
      {() => (
        <div className="grid gap-3">
          <Concerns concerns={concernsOf(known, Date.now())} isWhole={Object.values(known).every(Boolean)} />
          {unknown.length > 0 && (
            <Banner tone="warn" title={t('notAllKnown')}>
              {t('notAllKnownText')}
            </Banner>
          )}
          <p className="text-small">
            <Link href={paths.adminHealth()} className="underline decoration-line-strong underline-offset-4">
              {t('toHealth')}
            </Link>
          </p>
        </div>
      )}
    </Region>
  );
}

function Concerns({ concerns, isWhole }: { concerns: Concern[]; isWhole: boolean }) {
  const t = useTranslations('operations');
  const words = useConcernWords();
  if (concerns.length === 0)
    return isWhole ? (
      <Banner tone="ok" title={t('allWell')}>
        {t('allWellText')}
      </Banner>
    ) : null;
  return (
    <List framed label={t('wrong')}>
      {concerns.map((concern) => {
        const { key, title, text, href } = words(concern);
        return (
          <ListRow
            key={key}
            title={title}
            description={text}
            href={href}
            end={
              <StatusBadge status={concern.grave ? 'failed' : 'in_review'}>
                {t(concern.grave ? 'grave' : 'look')}
              </StatusBadge>
            }
          />
        );
      })}
    </List>
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
