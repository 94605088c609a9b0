import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { watchVitals } from './vitals.service.ts';

export const vitalsJobs = [
  defineSystemJob({
    name: 'vitals.watch',
    version: 1,
    queue: 'maintenance',
    schema: z.strictObject({}),
    tries: 1,
    schedule: { cron: '25 5 * * *' },
    run: ({ platform }) => watchVitals(platform),
  }),
];
