import { z } from 'zod';
import type { Backfill } from '../../../platform/backfills/define-backfill.ts';
import { runBackfill } from '../../../platform/backfills/run-backfill.ts';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { resealMails, resealPersonKeys, resealTotpFactors } from './reseal.service.ts';

/** Every backfill of the code. One that has run everywhere is removed with the form it replaced. */
export const backfills: readonly Backfill[] = [resealTotpFactors, resealMails, resealPersonKeys];

/** Goes on where it was when a worker stopped or took too long: the position is in the database (OPS-91). */
export const runBackfillJob = defineSystemJob({
  name: 'backfills.run',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({ name: z.enum(['reseal_totp_factors', 'reseal_mails', 'reseal_person_keys']) }),
  time_limit_seconds: 3_600,
  run: async ({ platform }, { name }, { signal }) => {
    const backfill = backfills.find((candidate) => candidate.name === name);
    if (backfill) await runBackfill(platform, backfill, { signal });
  },
});

export const databaseJobs = [runBackfillJob];
