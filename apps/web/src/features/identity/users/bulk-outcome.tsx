'use client';
import type { BulkAct } from '@k12/contracts/identity/users.bulk';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Progress } from '@k12/ui/progress';
import { useTranslations } from 'next-intl';
import type { Bulk, Outcome } from './use-bulk.ts';

/** What takes a change back, where something does. */
const opposite = {
  suspend: { action: 'activate' },
  activate: { action: 'suspend' },
  deactivate: { action: 'restore' },
  restore: { action: 'deactivate' },
} as const satisfies Partial<Record<BulkAct['action'], BulkAct>>;

/** How far it is, how many worked, and for each that did not, why. */
export function BulkOutcome({ bulk }: { bulk: Bulk }) {
  const t = useTranslations('people');
  const { outcome, progress } = bulk;
  if (progress) {
    const { done, total } = progress;
    const words = t('bulkProgress', { done, total });
    return (
      <div role="status" className="mb-4">
        <Progress
          label={t(`actions.${progress.action}`)}
          value={done}
          max={total}
          valueText={words}
          tone="chalk"
        />
        <p className="mt-1.5 text-small text-ink-3">{t('bulkGoesOn')}</p>
      </div>
    );
  }
  if (!outcome) return null;
  const { act, done_count, failed_count } = outcome;
  return (
    <div className="mb-4">
      <Banner
        live
        tone={failed_count > 0 ? 'warn' : 'ok'}
        title={t(`bulkDone.${act.action}`, { count: done_count })}
        onDismiss={bulk.dismiss}
        actions={<Ways bulk={bulk} outcome={outcome} />}
      >
        {failed_count > 0 && <Failures outcome={outcome} />}
      </Banner>
    </div>
  );
}

function Ways({ bulk, outcome }: { bulk: Bulk; outcome: Outcome }) {
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const { act, done, failed } = outcome;
  const back = act.action in opposite ? opposite[act.action as keyof typeof opposite] : undefined;
  return (
    <>
      {failed.length > 0 && done && (
        <Button
          size="small"
          onClick={() =>
            bulk.run(
              act,
              failed.map(({ user_id }) => user_id),
            )
          }
        >
          {t('bulkRetry', { count: failed.length })}
        </Button>
      )}
      {back && done && done.length > 0 && (
        <Button size="small" onClick={() => bulk.run(back, done)}>
          {tc('undo')}
        </Button>
      )}
    </>
  );
}

function Failures({ outcome: { failed, failed_count } }: { outcome: Outcome }) {
  const t = useTranslations('people');
  return (
    <>
      <p>{t('bulkFailed', { count: failed_count })}</p>
      <ul className="mt-1 max-h-48 list-disc overflow-y-auto ps-5">
        {failed.map(({ user_id, name, reason }) => (
          <li key={user_id}>
            <bdi>{t('bulkReason', { name, reason })}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
