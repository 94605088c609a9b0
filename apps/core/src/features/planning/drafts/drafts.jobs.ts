import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { forgetOldEdits } from './old-edits.service.ts';

export const forgetOldEditsJob = defineSystemJob({
  name: 'plans.forget_old_edits',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '35 3 * * *' },
  run: (system) => forEachTenant(system, 'plans.forget_old_edits', forgetOldEdits),
});

export const draftsJobs = [forgetOldEditsJob];
