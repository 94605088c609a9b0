'use client';
import type { UserListItem } from '@k12/contracts/identity/users';
import { bulkUsers, type UsersBulkResult } from '@k12/contracts/identity/users.bulk';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePageActions } from '@/shell/page-actions.ts';

const actions = ['invite', 'activate', 'suspend', 'deactivate'] as const;
type BulkAction = (typeof actions)[number] | 'restore';

/** What takes a change back, where something does. */
const opposite: Partial<Record<BulkAction, BulkAction>> = {
  suspend: 'activate',
  activate: 'suspend',
  deactivate: 'restore',
  restore: 'deactivate',
};

const perCall = 100;

interface Progress {
  done: number;
  total: number;
}

interface Outcome {
  action: BulkAction;
  done: string[];
  failed: { name: string; result: UsersBulkResult }[];
}

/** Changes the selected people in calls of a hundred and keeps what became of each (UXP-37). */
export function useBulk(rows: UserListItem[], setSelected: (ids: string[]) => void) {
  const change = useChange(bulkUsers);
  const attempt = useAttempt();
  const [running, setRunning] = useState<BulkAction | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const run = async (action: BulkAction, ids: string[]) => {
    if (running || ids.length === 0) return;
    setRunning(action);
    const results: UsersBulkResult[] = [];
    await attempt(async () => {
      for (let from = 0; from < ids.length; from += perCall) {
        const body = { action, user_ids: ids.slice(from, from + perCall) };
        setProgress({ done: from, total: ids.length });
        results.push(...(await change({ body })).data);
      }
    });
    setRunning(null);
    setProgress(null);
    if (results.length === 0) return;
    const failed = results.filter((result) => result.status === 'failed');
    setSelected(failed.map((result) => result.user_id));
    setOutcome({
      action,
      done: results.filter((result) => result.status === 'done').map((result) => result.user_id),
      failed: failed.map((result) => ({ name: nameIn(rows, result.user_id), result })),
    });
  };
  return { run, running, progress, outcome, dismiss: () => setOutcome(null) };
}

const idsOf = (failed: Outcome['failed']) => failed.map(({ result }) => result.user_id);

type Bulk = ReturnType<typeof useBulk>;

function nameIn(rows: UserListItem[], id: string): string {
  return rows.find((row) => row.id === id)?.display_name ?? id;
}

export function BulkActions({ bulk, selected }: { bulk: Bulk; selected: string[] }) {
  const t = useTranslations('people');
  const tu = useTranslations('common.ui');
  const { me } = useSession();
  const mayChange = me.capabilities['users.bulk'] !== undefined;
  const hint = tu('selected', { count: selected.length });
  usePageActions(
    mayChange && selected.length > 0
      ? actions.map((key) => ({ key, label: t(`actions.${key}`), hint, run: () => bulk.run(key, selected) }))
      : [],
  );
  if (!mayChange) return null;
  return actions.map((action) => (
    <Button
      key={action}
      size="small"
      loading={bulk.running === action}
      onClick={() => bulk.run(action, selected)}
    >
      {t(`actions.${action}`)}
    </Button>
  ));
}

/** Says how many worked, and for each that did not, why. */
export function BulkOutcome({ bulk }: { bulk: Bulk }) {
  const t = useTranslations('people');
  const tc = useTranslations('common');
  const { outcome, progress } = bulk;
  if (progress && progress.total > perCall)
    return (
      <p role="status" className="mb-4 text-ink-2">
        {t('bulkProgress', { done: progress.done, total: progress.total })}
      </p>
    );
  if (!outcome) return null;
  const { action, done, failed } = outcome;
  const back = opposite[action];
  return (
    <div className="mb-4">
      <Banner
        live
        tone={failed.length > 0 ? 'warn' : 'ok'}
        title={t(`bulkDone.${action}`, { count: done.length })}
        onDismiss={bulk.dismiss}
        actions={
          <>
            {failed.length > 0 && (
              <Button size="small" onClick={() => bulk.run(action, idsOf(failed))}>
                {t('bulkRetry', { count: failed.length })}
              </Button>
            )}
            {back && done.length > 0 && (
              <Button size="small" onClick={() => bulk.run(back, done)}>
                {tc('undo')}
              </Button>
            )}
          </>
        }
      >
        {failed.length > 0 && (
          <>
            <p>{t('bulkFailed', { count: failed.length })}</p>
            <ul className="mt-1 max-h-48 list-disc overflow-y-auto ps-5">
              {failed.map(({ name, result }) => (
                <li key={result.user_id}>
                  {t('bulkReason', { name, reason: result.detail ?? result.code ?? '' })}
                </li>
              ))}
            </ul>
          </>
        )}
      </Banner>
    </div>
  );
}
