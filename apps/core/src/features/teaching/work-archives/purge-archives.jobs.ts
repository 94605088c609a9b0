import { z } from 'zod';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { makeArchiveJob } from './work-archives.jobs.ts';

/** Copies of what students handed in do not lie around (TCH-66). */
const purgeArchivesJob = defineSystemJob({
  name: 'work_archives.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '35 3 * * *' },
  run: (system) =>
    forEachTenant(system, 'work_archives.purge', (context) => purgeMadeFiles(context, 'work_archives')),
});

export const workArchivesJobs = [makeArchiveJob, purgeArchivesJob];
