import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { deleteOldMails } from './mail-outbox.service.ts';

export const mailOutboxJobs = [
  defineSystemJob({
    name: 'mail_outbox.delete_old',
    version: 1,
    queue: 'maintenance',
    schema: z.strictObject({}),
    schedule: { cron: '20 3 * * *' },
    run: (system) => forEachTenant(system, 'mail_outbox.delete_old', deleteOldMails),
  }),
];
