import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { sweepDirectories, sweepSessions } from './sweep.service.ts';

export const sweepSessionsJob = defineSystemJob({
  name: 'sessions.sweep',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '7 * * * *' },
  run: async (system) => {
    await sweepDirectories(system.platform);
    await forEachTenant(system, 'sessions.sweep', sweepSessions);
  },
});

export const sessionsJobs = [sweepSessionsJob];
