import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { publishDue } from './module-states.service.ts';

/** Every minute; what was missed while nothing ran comes in the order it was meant (TCH-20). */
export const publishModulesJob = defineSystemJob({
  name: 'modules.publish_scheduled',
  version: 1,
  queue: 'default',
  schema: z.strictObject({}),
  schedule: { cron: '* * * * *' },
  run: (system) =>
    forEachTenant(system, 'modules.publish_scheduled', (context) =>
      context.withTenant((tx) => publishDue(tx, context)),
    ),
});

export const modulesJobs = [publishModulesJob];
