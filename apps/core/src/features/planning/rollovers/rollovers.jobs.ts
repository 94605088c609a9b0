import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runRollover } from './run-rollover.service.ts';

/** Run again, it goes on with what has not been placed yet. */
export const rolloverJob = defineJob({
  name: 'plans.roll_over',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ rollover_id: z.uuid() }),
  time_limit_seconds: 300,
  run: (context, { rollover_id }, { signal }) => runRollover(context, rollover_id, signal),
});

export const rolloversJobs = [rolloverJob];
