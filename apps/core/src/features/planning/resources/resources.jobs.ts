import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { checkLinks } from './health.service.ts';
import { purgeResources } from './purge.service.ts';

export const checkLinksJob = defineSystemJob({
  name: 'resources.check_links',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  time_limit_seconds: 3_600,
  schedule: { cron: '10 2 * * *' },
  run: (system) =>
    forEachTenant(system, 'resources.check_links', (context) => checkLinks(context, system.signal)),
});

export const purgeResourcesJob = defineSystemJob({
  name: 'resources.purge_bin',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '50 3 * * *' },
  run: (system) => forEachTenant(system, 'resources.purge_bin', purgeResources),
});

export const resourcesJobs = [checkLinksJob, purgeResourcesJob];
