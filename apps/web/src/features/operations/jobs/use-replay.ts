'use client';
import { type JobReplay, replayJobs } from '@k12/contracts/operations/jobs';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

const reasons = ['gone', 'not_dead', 'unknown_kind', 'waiting'] as const;

/** Starts dead jobs again and says of how many, and why not of the others (OPS-105). */
export function useReplay() {
  const t = useTranslations('operations.jobs');
  const toast = useToast();
  const attempt = useAttempt();
  const send = useChange(replayJobs);
  return useCallback(
    (which: JobReplay) =>
      attempt(async () => {
        const { data } = await send({ body: which });
        const count = (outcome: string) => data.filter((answer) => answer.outcome === outcome).length;
        const said = [
          t('replayed', { count: count('replayed') }),
          ...reasons
            .filter((reason) => count(reason) > 0)
            .map((reason) => t(`left.${reason}`, { count: count(reason) })),
        ];
        toast.show({ message: said.join(' '), ...(said.length > 1 && { tone: 'bad' as const }) });
      }),
    [attempt, send, t, toast],
  );
}
