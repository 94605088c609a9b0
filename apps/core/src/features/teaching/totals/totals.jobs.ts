import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
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

export const totalsJobs = [recalculateTotalsJob];
