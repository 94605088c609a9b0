import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { gatherOfCourse } from './follow-grades.service.ts';

/** After a change of the scale of a school or the organisation: course by course. */
export const gatherMasteryJob = defineJob({
  name: 'mastery.gather',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ course_id: z.uuid() }),
  tries: 5,
  first_retry_seconds: 5,
  run: (context, { course_id }) => context.withTenant((tx) => gatherOfCourse(tx, context, course_id, null)),
});

export const masteryJobs = [gatherMasteryJob];
