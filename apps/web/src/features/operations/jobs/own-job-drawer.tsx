'use client';
import { getJob, type Job, retryJob } from '@k12/contracts/operations/jobs';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { FactList } from '../overview/fact-list.tsx';
import { jobTones, useKindName } from './job-words.ts';

/** One job of the own organisation: how it ended and what went wrong, whole, on a phone too (OPS-106). */
export function OwnJobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('jobs');
  const kindName = useKindName();
  const attempt = useAttempt();
  const retry = useChange(retryJob);
  const reply = useApi(getJob, { params: { id } });
  const job = reply.data;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={job ? kindName(job.kind) : t('job')}
      description={job && <StatusBadge status={jobTones[job.state]}>{t(`states.${job.state}`)}</StatusBadge>}
      footer={
        job?.can.retry && (
          <Button
            variant="primary"
            onClick={() => attempt(() => retry({ params: { id } }), { done: t('retried') })}
          >
            {t('retry')}
          </Button>
        )
      }
    >
      <RegionBody reply={reply}>{(known) => <Facts job={known} />}</RegionBody>
    </Drawer>
  );
}

function Facts({ job }: { job: Job }) {
  const t = useTranslations('jobs');
  const dates = useDates();
  return (
    <FactList
      facts={[
        [t('error'), job.error?.message],
        [t('created'), dates.instant(job.created_at)],
        [t('ended'), job.finished_at && dates.instant(job.finished_at)],
        [t('tries'), t('triesOf', { tries: job.attempts, most: job.tries })],
        [t('reference'), job.request_id],
      ]}
    />
  );
}
