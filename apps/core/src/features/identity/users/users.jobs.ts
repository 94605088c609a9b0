import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { recountTenant } from './counters.service.ts';

export const recountPeopleJob = defineSystemJob({
  name: 'users.recount',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '40 2 * * *' },
  run: (system) => forEachTenant(system, 'users.recount', recountTenant),
});

export const usersJobs = [recountPeopleJob];
