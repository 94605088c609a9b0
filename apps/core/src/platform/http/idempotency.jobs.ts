import { z } from 'zod';
import { defineSystemJob } from '../jobs/define-job.ts';
import { forEachTenant } from '../jobs/for-each-tenant.ts';
import { deleteOldIdempotencyKeys } from './idempotency.queries.ts';
import { keptMs } from './idempotency.ts';

/** Answers are kept for a day (INT-141); after that their rows are only in the way. */
export const sweepIdempotencyKeysJob = defineSystemJob({
  name: 'idempotency_keys.sweep',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '23 * * * *' },
  run: (system) =>
    forEachTenant(system, 'idempotency_keys.sweep', async (context) => {
      const before = new Date(context.platform.clock.now().getTime() - keptMs).toISOString();
      await context.withTenant((tx) => deleteOldIdempotencyKeys(tx, before));
    }),
});
