import { z } from 'zod';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';

/** Files of exports are copies: a week is enough (PLN-169). */
export const purgeExportsJob = defineSystemJob({
  name: 'plan_exports.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '20 3 * * *' },
  run: (system) =>
    forEachTenant(system, 'plan_exports.purge', (context) => purgeMadeFiles(context, 'plan_exports')),
});
