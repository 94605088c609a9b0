import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { snapshotQuietDrafts, tenantsWithQuietDrafts } from './auto-snapshot.service.ts';

/** Keeps drafts that nobody has touched for half an hour (PLN-28). */
export const snapshotQuietDraftsJob = defineSystemJob({
  name: 'versions.snapshot_quiet',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '*/5 * * * *' },
  run: async (system) => {
    const tenants = await tenantsWithQuietDrafts(system.platform);
    await forEachTenant(system, 'versions.snapshot_quiet', snapshotQuietDrafts, tenants);
  },
});

export const versionsJobs = [snapshotQuietDraftsJob];
