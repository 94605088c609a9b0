import { z } from 'zod';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import * as chain from './audit-log.chain.service.ts';

const nothing = z.strictObject({});
const chore = { version: 1, queue: 'maintenance', schema: nothing, tries: 1 } as const;

export const verifyAuditChainJob = defineJob({
  name: 'audit_log.verify',
  version: 1,
  queue: 'low',
  schema: nothing,
  run: (context) => chain.verifyAuditChain(context),
});

export const auditLogJobs = [
  verifyAuditChainJob,
  defineSystemJob({
    ...chore,
    name: 'audit_log.number',
    schedule: { cron: '* * * * *' },
    run: (system) => chain.numberNewEvents(system),
  }),
  defineSystemJob({
    ...chore,
    name: 'audit_log.close',
    schedule: { cron: '5 * * * *' },
    run: (system) => chain.closeAllChains(system),
  }),
  defineSystemJob({
    ...chore,
    name: 'audit_log.verify_all',
    time_limit_seconds: 6 * 3_600,
    schedule: { cron: '40 2 * * 0' },
    run: (system) => chain.verifyAllChains(system),
  }),
];
