import { z } from 'zod';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { indexAgain, indexChanges } from './search.index.service.ts';

/** Asked for by every change of a plan, at most one waiting for each tenant. */
export const indexChangesJob = defineJob({
  name: 'search.index_changes',
  version: 1,
  queue: 'low',
  schema: z.strictObject({}),
  run: async (context, _, { signal }) => {
    await indexChanges(context, signal);
  },
});

export const reindexTenantJob = defineJob({
  name: 'search.reindex_tenant',
  version: 1,
  queue: 'low',
  schema: z.strictObject({}),
  time_limit_seconds: 3_600,
  run: async (context, _, { signal }) => {
    await indexAgain(context, signal);
  },
});

/** Catches what no request asked for: an import, a change that committed while a pass was ending. */
export const catchUpSearchJob = defineSystemJob({
  name: 'search.catch_up',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '*/5 * * * *' },
  run: (system) =>
    forEachTenant(system, 'search.catch_up', async (context) => {
      await indexChanges(context);
    }),
});

export const searchJobs = [indexChangesJob, reindexTenantJob, catchUpSearchJob];
