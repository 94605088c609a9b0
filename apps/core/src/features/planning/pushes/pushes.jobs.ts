import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runPush } from './run-push.service.ts';

export const runPushJob = defineJob({
  name: 'curriculum_pushes.run',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ push_id: z.uuid() }),
  run: (context, { push_id }) => runPush(context, push_id),
});

export const pushesJobs = [runPushJob];
