import type { Job, JobQuery } from '@k12/contracts/operations/jobs';
import { isUniqueViolation, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { defaultTries } from '../../../platform/jobs/retry-delay.ts';
import * as queries from './jobs.queries.ts';
import { type JobRow, presentJob } from './jobs.rules.ts';

/** Jobs of the own organisation that a person started; row-level security keeps to the tenant (OPS-106). */
export async function listJobs(context: Context, query: JobQuery) {
  requireReach(context);
  const after = decodeCursor(query.cursor, 2);
  const filter = { ...query, tenant_id: context.actor.tenant_id, by_person: true };
  const rows = await context.readTenant((tx) => queries.listJobs(tx, filter, after));
  return pageOf(rows, query.limit, presentJob, (row) => [row.created_on, row.id]);
}

export async function getJob(context: Context, id: string): Promise<Job> {
  requireReach(context);
  return presentJob(await context.readTenant((tx) => selectOwnJob(tx, id)));
}

export async function retryJob(context: Context, id: string): Promise<Job> {
  requireReach(context);
  const job = await context.readTenant((tx) => selectOwnJob(tx, id));
  const outcome = await revive(context, job);
  if (outcome !== 'replayed') throw new Problem('conflict', { context: { outcome } });
  return presentJob(await context.withTenant((tx) => selectOwnJob(tx, id)));
}

export type ReplayOutcome = 'replayed' | 'gone' | 'not_dead' | 'unknown_kind' | 'waiting';

/** Starts a dead job again, after asking whether what it is about still exists (OPS-105). */
export async function revive(context: Context, row: JobRow): Promise<ReplayOutcome> {
  const definition = context.platform.jobs.named(row.data.kind);
  if (definition?.scope !== 'tenant') return 'unknown_kind';
  if (row.state !== 'failed') return 'not_dead';
  const payload = definition.schema.safeParse(row.data.payload);
  if (!payload.success) return 'unknown_kind';
  if (definition.exists && !(await definition.exists(context, payload.data))) return 'gone';
  try {
    return await context.withTenant(async (tx) => {
      if (!(await queries.reviveJob(tx, row.id, definition.tries ?? defaultTries))) return 'not_dead';
      await recordAudit(tx, context, { action: 'job.replayed', target_type: 'job', target_id: row.id });
      return 'replayed';
    });
  } catch (error) {
    if (isUniqueViolation(error)) return 'waiting';
    throw error;
  }
}

async function selectOwnJob(tx: Transaction, id: string): Promise<JobRow> {
  const row = await queries.selectOptionalJob(tx, id);
  if (!row || row.data.started_by === null) throw new Problem('not_found');
  return row;
}

/** Jobs do not tell which school they concern. */
function requireReach(context: Context): void {
  authorize(reachesTenant(context.actor, 'operations.read_own'), 'operations.read_own');
}
