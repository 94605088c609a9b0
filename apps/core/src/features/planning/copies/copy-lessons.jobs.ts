import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { copyMissingLessons } from './copy-plan.service.ts';

/** The lessons of a large copy; run again, it goes on where it stopped (PLN-140). */
export const copyLessonsJob = defineJob({
  name: 'plans.copy_lessons',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ plan_id: z.uuid(), version_id: z.uuid() }),
  run: (context, { plan_id, version_id }) => copyMissingLessons(context, plan_id, version_id),
});

export const copiesJobs = [copyLessonsJob];
