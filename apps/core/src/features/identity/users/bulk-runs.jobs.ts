import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runBulk } from './run-bulk.service.ts';

/** Run again, it goes on behind the last person that was done. */
export const bulkRunJob = defineJob({
  name: 'user_bulk_runs.run',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ run_id: z.uuid() }),
  time_limit_seconds: 3_600,
  run: (context, { run_id }) => runBulk(context, run_id),
});
