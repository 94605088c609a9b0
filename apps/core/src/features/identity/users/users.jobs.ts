import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { bulkRunJob } from './bulk-runs.jobs.ts';
import { deleteExpiredRuns } from './bulk-runs.service.ts';
import { recountTenant } from './counters.service.ts';

export const recountPeopleJob = defineSystemJob({
  name: 'users.recount',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '40 2 * * *' },
  run: (system) => forEachTenant(system, 'users.recount', recountTenant),
});

const purgeBulkRunsJob = defineSystemJob({
  name: 'user_bulk_runs.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '50 3 * * *' },
  run: (system) => forEachTenant(system, 'user_bulk_runs.purge', deleteExpiredRuns),
});

export const usersJobs = [recountPeopleJob, bulkRunJob, purgeBulkRunsJob];
