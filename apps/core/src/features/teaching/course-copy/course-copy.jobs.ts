import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runCopy } from './run-copy.service.ts';

/** The content of a copied course (TCH-02). */
export const copyCourseJob = defineJob({
  name: 'courses.copy',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ copy_id: z.uuid() }),
  run: (context, { copy_id }) => runCopy(context, copy_id),
});

export const courseCopyJobs = [copyCourseJob];
