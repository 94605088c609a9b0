import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { keepDeadJobs } from './jobs.operators.service.ts';

export const queueJobs = [
  defineSystemJob({
    name: 'jobs.keep_dead',
    version: 1,
    queue: 'maintenance',
    schema: z.strictObject({}),
    tries: 1,
    schedule: { cron: '15 * * * *' },
    run: ({ platform }) => keepDeadJobs(platform),
  }),
];
