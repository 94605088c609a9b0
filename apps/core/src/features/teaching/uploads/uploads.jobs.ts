import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { forgetOldUploads } from './uploads.service.ts';

const keptDays = 7;

export const forgetOldUploadsJob = defineSystemJob({
  name: 'work_uploads.forget_old',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '50 3 * * *' },
  run: (system) =>
    forEachTenant(system, 'work_uploads.forget_old', (context) => {
      const before = new Date(context.platform.clock.now().getTime() - keptDays * 86_400_000);
      return forgetOldUploads(context, before.toISOString());
    }),
});

export const uploadsJobs = [forgetOldUploadsJob];
