import { z } from 'zod';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { purgeBins } from './purge-bin.service.ts';
import { runCopy } from './run-copy.service.ts';

/** The content of a copied course (TCH-02). */
export const copyCourseJob = defineJob({
  name: 'courses.copy',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ copy_id: z.uuid() }),
  run: (context, { copy_id }) => runCopy(context, copy_id),
});

/** Empties the bins of courses, modules, pages and assignments (TCH-05). */
export const purgeBinsJob = defineSystemJob({
  name: 'courses.purge_bin',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '30 3 * * *' },
  run: (system) => forEachTenant(system, 'courses.purge_bin', purgeBins),
});

export const courseCopyJobs = [copyCourseJob, purgeBinsJob];
