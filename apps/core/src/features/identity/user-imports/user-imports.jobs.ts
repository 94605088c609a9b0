import { z } from 'zod';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { deleteExpiredImports, runImport } from './run-import.service.ts';

/** Run again, it goes on behind the last row that was done. */
export const userImportJob = defineJob({
  name: 'user_imports.run',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ import_id: z.uuid() }),
  time_limit_seconds: 3_600,
  run: (context, { import_id }) => runImport(context, import_id),
});

const purgeJob = defineSystemJob({
  name: 'user_imports.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '55 3 * * *' },
  run: (system) => forEachTenant(system, 'user_imports.purge', deleteExpiredImports),
});

export const userImportsJobs = [userImportJob, purgeJob];
