import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { postDue } from './post-due.service.ts';

const postDueGradesJob = defineSystemJob({
  name: 'grades.post_due',
  version: 1,
  queue: 'default',
  schema: z.strictObject({}),
  schedule: { cron: '* * * * *' },
  run: (system) => forEachTenant(system, 'grades.post_due', postDue),
});

export const postingJobs = [postDueGradesJob];
