import { z } from 'zod';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { checkTotals } from './check-totals.service.ts';
import { recalculateCourse } from './totals.service.ts';

export const recalculateTotalsJob = defineJob({
  name: 'totals.recalculate',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ course_id: z.uuid() }),
  tries: 5,
  first_retry_seconds: 2,
  run: (context, { course_id }) => recalculateCourse(context, course_id),
});

/** At an hour when few look; what differs is repaired and reported. */
const checkTotalsJob = defineSystemJob({
  name: 'totals.check',
  version: 1,
  queue: 'low',
  schema: z.strictObject({}),
  schedule: { cron: '20 3 * * *' },
  run: (system) => forEachTenant(system, 'totals.check', checkTotals),
});

export const totalsJobs = [recalculateTotalsJob, checkTotalsJob];
