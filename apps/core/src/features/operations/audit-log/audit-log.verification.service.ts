import type { AuditVerification } from '@k12/contracts/operations/audit-log';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { verified } from './audit-log.chain.service.ts';
import { verifyAuditChainJob } from './audit-log.jobs.ts';
import * as policy from './audit-log.policy.ts';
import * as queries from './audit-log.queries.ts';

export async function requestVerification(context: Context): Promise<{ job_id: string }> {
  authorize(policy.canVerify(context.actor), 'audit_log.read');
  const job_id = await context.withTenant((tx) =>
    enqueue(tx, context, verifyAuditChainJob, {}, { unique_key: 'verify' }),
  );
  return { job_id };
}

export async function getVerification(context: Context): Promise<{ latest: AuditVerification | null }> {
  authorize(policy.canVerify(context.actor), 'audit_log.read');
  const event = await context.readTenant((tx) => queries.selectLatestOf(tx, verified));
  if (!event) return { latest: null };
  const result = event.changes as Omit<AuditVerification, 'verified_at' | 'is_whole'>;
  return { latest: { verified_at: event.occurred_at, is_whole: result.problem === null, ...result } };
}
