import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import * as queries from './totals.queries.ts';
import { recalculate } from './totals.service.ts';

export const recalculateTotalsJob = defineJob({
  name: 'totals.recalculate',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ course_id: z.uuid() }),
  tries: 5,
  first_retry_seconds: 2,
  run: (context, { course_id }) =>
    context.withTenant(async (tx) => {
      const course = await queries.selectOptionalCourse(tx, course_id);
      if (course) await recalculate(tx, context, course, null);
    }),
});

export const totalsJobs = [recalculateTotalsJob];
