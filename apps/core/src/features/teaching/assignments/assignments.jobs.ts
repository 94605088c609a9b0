import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { publishScheduled, tenantsWithDueAssignments } from './scheduled.service.ts';

/** Every minute what was scheduled; a late run catches up in order. */
export const publishScheduledJob = defineSystemJob({
  name: 'assignments.publish_scheduled',
  version: 1,
  queue: 'default',
  schema: z.strictObject({}),
  schedule: { cron: '* * * * *' },
  run: async (system) => {
    const tenants = await tenantsWithDueAssignments(system.platform);
    await forEachTenant(system, 'assignments.publish_scheduled', publishScheduled, tenants);
  },
});

export const assignmentsJobs = [publishScheduledJob];
