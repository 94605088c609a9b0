'use client';
import {
  createUserBulkRun,
  getUserBulkRun,
  listUserBulkRunItems,
} from '@k12/contracts/identity/user-bulk-runs';
import type { UserListItem } from '@k12/contracts/identity/users';
import { type BulkAct, bulkUsers } from '@k12/contracts/identity/users.bulk';
import { useEffect, useRef, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { isKeyOf } from '@/lib/api/keys.ts';
import { announceChange } from '@/lib/api/tabs.ts';

/** More than this at once is a job of the server. */
const perCall = 100;
const lookAgainMs = 1_000;
const shownFailures = 200;
const refreshed = 'users.';

export interface Refused {
  user_id: string;
  name: string;
  reason: string;
}

export interface Outcome {
  act: BulkAct;
  done_count: number;
  failed_count: number;
  /** Whom it was done to; unknown of a run that was begun before this page was opened. */
  done: string[] | null;
  failed: Refused[];
}

interface Progress {
  action: BulkAct['action'];
  done: number;
  total: number;
}

/** Changes the selected people, few at once and many as a job, and keeps what became of each (UXP-37, INT-142). */
export function useBulk(rows: UserListItem[], setSelected: (ids: string[]) => void) {
  const attempt = useAttempt();
  const { write } = useAddress();
  const [running, setRunning] = useState<BulkAct['action'] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const begin = useBegin(rows);
  const { follow, progress } = useFollow();
  useRunOfAddress(async (id) => {
    await attempt(async () => setOutcome(await follow(id)));
    write({ run: null });
  });
  const run = async (act: BulkAct, ids: string[]) => {
    if (running || ids.length === 0) return;
    setRunning(act.action);
    await attempt(async () => {
      const begun = await begin(act, ids);
      if (typeof begun === 'string') write({ run: begun });
      const came = typeof begun === 'string' ? await follow(begun, act, ids) : begun;
      setSelected(came.failed.map(({ user_id }) => user_id));
      setOutcome(came);
    });
    write({ run: null });
    setRunning(null);
  };
  return { run, running, progress, outcome, dismiss: () => setOutcome(null) };
}

export type Bulk = ReturnType<typeof useBulk>;

/** Gives the outcome of a few at once, and the id of the run for many. */
function useBegin(rows: UserListItem[]) {
  const change = useChange(bulkUsers);
  const createRun = useChange(createUserBulkRun);
  return async (act: BulkAct, ids: string[]): Promise<Outcome | string> => {
    const body = { ...act, user_ids: ids };
    if (ids.length > perCall) return (await createRun({ body })).id;
    const { data, done_count, failed_count } = await change({ body });
    const failed = data.filter(({ status }) => status === 'failed');
    return {
      ...{ act, done_count, failed_count },
      done: data.filter(({ status }) => status === 'done').map(({ user_id }) => user_id),
      failed: failed.map(({ user_id, code, detail }) => ({
        user_id,
        name: rows.find(({ id }) => id === user_id)?.display_name ?? user_id,
        reason: detail ?? code ?? '',
      })),
    };
  };
}

/** Looks again until a run is through, then at those it refused. */
function useFollow() {
  const { mutate } = useSWRConfig();
  const [progress, setProgress] = useState<Progress | null>(null);
  const follow = async (id: string, act?: BulkAct, ids?: string[]): Promise<Outcome> => {
    try {
      for (;;) {
        const run = await callApi(getUserBulkRun, { params: { id } });
        const { state, done_count, failed_count, total_count } = run;
        const action = run.action as BulkAct['action'];
        setProgress({ action, done: done_count + failed_count, total: total_count });
        if (state !== 'done') {
          await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
          continue;
        }
        const failed = await refusedIn(id);
        const without = new Set(failed.map(({ user_id }) => user_id));
        const done = failed.length < failed_count ? null : (ids?.filter((one) => !without.has(one)) ?? null);
        return { act: act ?? ({ action } as BulkAct), done_count, failed_count, done, failed };
      }
    } finally {
      setProgress(null);
      announceChange([refreshed]);
      void mutate((key) => isKeyOf(key, refreshed));
    }
  };
  return { follow, progress };
}

async function refusedIn(id: string): Promise<Refused[]> {
  const query = { status: 'failed' as const, limit: shownFailures };
  const { data } = await callApi(listUserBulkRunItems, { params: { id }, query });
  return data.map(({ user_id, user_name, code, detail }) => ({
    user_id,
    name: user_name ?? user_id,
    reason: detail ?? code ?? '',
  }));
}

/** A run that was begun before the page was left or loaded again is taken up where it is. */
function useRunOfAddress(take: (id: string) => Promise<void>): void {
  const { read } = useAddress();
  const first = useRef({ id: read('run'), take });
  useEffect(() => {
    const { id, take: takeFirst } = first.current;
    first.current.id = '';
    if (id) void takeFirst(id);
  }, []);
}
