'use client';
import { getAnyJob, type OperatorJob } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Drawer } from '@k12/ui/drawer';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { FactList, Verbatim } from '../overview/fact-list.tsx';
import { useTenantName } from './all-jobs-table.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { jobTones, useKindName } from './job-words.ts';
import { useReplay } from './use-replay.ts';

/** What runs or has ended can no longer be given up. */
const undone: ReadonlySet<OperatorJob['state']> = new Set(['waiting', 'scheduled', 'retrying', 'dead']);

/** One job: what it was given, how often it was tried, what went wrong and where (OPS-105). */
export function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('operations.jobs');
  const tj = useTranslations('jobs');
  const kindName = useKindName();
  const replay = useReplay();
  const [discarding, setDiscarding] = useState(false);
  const reply = useApi(getAnyJob, { params: { id } });
  const job = reply.data;
  return (
    <>
      <Drawer
        open
        wide
        onOpenChange={(open) => !open && onClose()}
        title={job ? kindName(job.kind) : t('job')}
        description={
          job && <StatusBadge status={jobTones[job.state]}>{tj(`states.${job.state}`)}</StatusBadge>
        }
        footer={
          job &&
          undone.has(job.state) && (
            <>
              <Button onClick={() => setDiscarding(true)}>{t('discard')}</Button>
              {job.can.retry && (
                <Button variant="primary" onClick={() => replay({ ids: [id] })}>
                  {tj('retry')}
                </Button>
              )}
            </>
          )
        }
      >
        <RegionBody reply={reply}>{(known) => <Facts job={known} />}</RegionBody>
      </Drawer>
      {discarding && job && <DiscardDialog job={job} onClose={() => setDiscarding(false)} />}
    </>
  );
}

function Facts({ job }: { job: OperatorJob }) {
  const t = useTranslations('operations.jobs');
  const tj = useTranslations('jobs');
  const tq = useTranslations('operations.queues');
  const { write } = useAddress();
  const dates = useDates();
  const tenantName = useTenantName();
  const at = (value: string | null) => value && dates.instant(value);
  const facts: [string, ReactNode][] = [
    [tj('error'), job.error && `${job.error.name}: ${job.error.message}`],
    [t('lasting'), job.error?.permanent && t('permanent')],
    [t('discardReason'), job.discard_reason],
    [t('tenant'), tenantName(job.tenant_id)],
    [t('startedBy'), job.started_by ? t('byPerson') : t('bySystem')],
    [t('queue'), tq(job.queue)],
    [tj('tries'), tj('triesOf', { tries: job.attempts, most: job.tries })],
    [tj('created'), at(job.created_at)],
    [t('notBefore'), job.run_at !== job.created_at && at(job.run_at)],
    [t('begun'), at(job.started_at)],
    [t('ended'), at(job.finished_at)],
    [t('requestId'), job.request_id],
    [t('kindKey'), `${job.kind}, ${t('version', { number: job.version })}`],
  ];
  return (
    <div className="grid gap-6">
      <FactList facts={facts} />
      <div>
        <Button size="small" onClick={() => write({ job: null, kind: job.kind, state: job.state })}>
          {t('sameKind')}
        </Button>
      </div>
      <Section title={t('payload')} level={3}>
        <Verbatim label={t('payload')}>{JSON.stringify(job.payload, null, 2)}</Verbatim>
      </Section>
      {job.stack && (
        <Section title={t('trace')} level={3}>
          <Verbatim label={t('trace')}>{job.stack}</Verbatim>
        </Section>
      )}
    </div>
  );
}
