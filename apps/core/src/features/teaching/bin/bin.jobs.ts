import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { purgeBins } from './purge-bin.service.ts';

/** Empties the bins of courses, modules, pages and assignments (TCH-05). */
const purgeBinsJob = defineSystemJob({
  name: 'courses.purge_bin',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '30 3 * * *' },
  run: (system) => forEachTenant(system, 'courses.purge_bin', purgeBins),
});

export const binJobs = [purgeBinsJob];
