import { z } from 'zod';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';

/** Files of exports are copies: a week is enough (PLN-169). */
export const purgePlanSetsJob = defineSystemJob({
  name: 'plan_sets.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '30 3 * * *' },
  run: (system) =>
    forEachTenant(system, 'plan_sets.purge', (context) => purgeMadeFiles(context, 'plan_set_exports')),
});
