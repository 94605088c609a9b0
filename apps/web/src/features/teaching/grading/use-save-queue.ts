'use client';
import { useCallback, useRef, useState } from 'react';
import { isRefused } from '@/lib/saving/is-refused.ts';
import { keepPending, type PendingSave } from './pending-saves.ts';

export type SaveState = { kind: 'idle' | 'saving' | 'failed' } | { kind: 'saved'; at: Date };

/** One call after the other: each bases itself on what the one before it was answered (TCH-70). */
export function useSaveQueue() {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const run = useCallback((work: () => Promise<void>) => {
    setState({ kind: 'saving' });
    setRefusal(null);
    queue.current = queue.current.then(async () => {
      try {
        await work();
        setState({ kind: 'saved', at: new Date() });
      } catch (error) {
        setState({ kind: isRefused(error) ? 'idle' : 'failed' });
        if (isRefused(error)) setRefusal(error.problem.errors?.[0]?.code ?? error.code);
      }
    });
    return queue.current;
  }, []);
  return { state, refusal, run };
}

/** What is on its way, kept on the device until it has arrived. */
export function useDeviceCopy(user: string, assignment: string, student: string) {
  const pending = useRef<PendingSave>({});
  const put = useCallback(
    (next: PendingSave) => {
      pending.current = next;
      keepPending(user, assignment, student, next);
    },
    [user, assignment, student],
  );
  const keep = useCallback((change: PendingSave) => put({ ...pending.current, ...change }), [put]);
  const forget = useCallback(
    (name: keyof PendingSave) => {
      const { [name]: _sent, ...rest } = pending.current;
      put(rest);
    },
    [put],
  );
  return { keep, forget };
}
