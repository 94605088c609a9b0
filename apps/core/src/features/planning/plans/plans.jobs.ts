import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { purgeBin } from './purge.service.ts';

export const purgePlansJob = defineSystemJob({
  name: 'plans.purge_bin',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '15 3 * * *' },
  run: (system) => forEachTenant(system, 'plans.purge_bin', purgeBin),
});

export const plansJobs = [purgePlansJob];
