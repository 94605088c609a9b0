import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { fillMissing } from './fill-missing.service.ts';

const fillMissingJob = defineSystemJob({
  name: 'grades.fill_missing',
  version: 1,
  queue: 'default',
  schema: z.strictObject({}),
  schedule: { cron: '*/15 * * * *' },
  run: (system) => forEachTenant(system, 'grades.fill_missing', fillMissing),
});

export const missingPolicyJobs = [fillMissingJob];
