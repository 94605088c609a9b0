'use client';
import type { JobState } from '@k12/contracts/operations/jobs';
import type { Status } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

export const jobTones: Record<JobState, Status> = {
  waiting: 'planned',
  scheduled: 'planned',
  running: 'now',
  retrying: 'late',
  finished: 'done',
  dead: 'failed',
  discarded: 'archived',
};

/** What the work does, in the reader's language; a kind that is gone since, by its own name. */
export function useKindName(): (kind: string) => string {
  const t = useTranslations('jobs.kinds');
  return useCallback((kind) => (t.has(kind) ? t(kind) : kind), [t]);
}
