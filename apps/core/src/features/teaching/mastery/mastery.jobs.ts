import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { gatherEvidence } from './gather.service.ts';
import { selectOptionalCourse } from './mastery.queries.ts';

/** After a change of the scale of a school or the organisation: course by course. */
export const gatherMasteryJob = defineJob({
  name: 'mastery.gather',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ course_id: z.uuid() }),
  tries: 5,
  first_retry_seconds: 5,
  run: (context, { course_id }) =>
    context.withTenant(async (tx) => {
      const course = await selectOptionalCourse(tx, course_id);
      if (course) await gatherEvidence(tx, context, course, null);
    }),
});

export const masteryJobs = [gatherMasteryJob];
