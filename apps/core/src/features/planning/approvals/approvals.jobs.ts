import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { remindApprovers } from './reminders.service.ts';

export const remindApproversJob = defineSystemJob({
  name: 'approvals.remind',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '12 * * * *' },
  run: (system) => forEachTenant(system, 'approvals.remind', remindApprovers),
});

export const approvalsJobs = [remindApproversJob];
