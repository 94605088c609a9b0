import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { announceComingOfAge, deactivateGuardiansWithoutLinks } from './adult-students.service.ts';

export const announceComingOfAgeJob = defineSystemJob({
  name: 'guardian_links.announce_coming_of_age',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '20 4 * * *' },
  run: (system) => forEachTenant(system, 'guardian_links.announce_coming_of_age', announceComingOfAge),
});

export const closeUnlinkedJob = defineSystemJob({
  name: 'guardian_links.close_unlinked',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '30 4 * * *' },
  run: (system) => forEachTenant(system, 'guardian_links.close_unlinked', deactivateGuardiansWithoutLinks),
});

export const guardianLinksJobs = [announceComingOfAgeJob, closeUnlinkedJob];
