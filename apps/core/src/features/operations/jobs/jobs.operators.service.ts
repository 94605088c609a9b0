import type { JobReplay, OperatorJob, OperatorJobQuery } from '@k12/contracts/operations/jobs';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { contextInTenant } from '../../../platform/auth/operator-context.ts';
import type { Context, Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { deadKeptSeconds } from '../../../platform/jobs/job-queues.ts';
import { defaultTries } from '../../../platform/jobs/retry-delay.ts';
import * as queries from './jobs.queries.ts';
import { type JobRow, presentOperatorJob } from './jobs.rules.ts';
import { type ReplayOutcome, revive } from './jobs.service.ts';

const reason = 'show and repair the queues of the installation';
const replayLimit = 200;

/** For operators of the installation: the endpoints let nobody else in (OPS-105). */
export async function listAllJobs(context: Context, query: OperatorJobQuery) {
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.platform.db.asJob(reason, (tx) => queries.listJobs(tx, query, after));
  return pageOf(rows, query.limit, presentOperatorJob, (row) => [row.created_on, row.id]);
}

export async function getAnyJob(context: Context, id: string): Promise<OperatorJob> {
  return presentOperatorJob(await selectAnyJob(context, id));
}

export async function discardJob(context: Context, id: string, why: string): Promise<OperatorJob> {
  const { tenant_id } = (await selectAnyJob(context, id)).data;
  const discarded =
    tenant_id === null
      ? await discardOfSystem(context, id, why)
      : await discardOfTenant(contextInTenant(context, tenant_id), id, why);
  if (!discarded) throw new Problem('conflict', { detail: 'The job runs or has ended.' });
  return getAnyJob(context, id);
}

function discardOfTenant(context: Context, id: string, why: string): Promise<boolean> {
  return context.withTenant(async (tx) => {
    if (!(await queries.discardJob(tx, id, why))) return false;
    await recordAudit(tx, context, { ...noted('job.discarded', id), reason: why });
    return true;
  });
}

/** A job of the installation belongs to no tenant: the log of the operator's own tells who gave it up. */
async function discardOfSystem(context: Context, id: string, why: string): Promise<boolean> {
  if (!(await context.platform.db.asJob(reason, (tx) => queries.discardJob(tx, id, why)))) return false;
  await context.withTenant((tx) => recordAudit(tx, context, { ...noted('job.discarded', id), reason: why }));
  return true;
}

const noted = (action: string, target_id: string) => ({ action, target_type: 'job', target_id });

/** Each job is answered for by itself: one whose subject is gone does not keep the others back. */
export async function replayJobs(context: Context, which: JobReplay) {
  const data: { id: string; outcome: ReplayOutcome }[] = [];
  for (const row of await listToReplay(context, which)) {
    const tenantId = row.data.tenant_id;
    const outcome =
      tenantId === null
        ? await reviveSystemJob(context, row)
        : await revive(contextInTenant(context, tenantId), row);
    data.push({ id: row.id, outcome });
  }
  return { data };
}

async function reviveSystemJob(context: Context, row: JobRow): Promise<ReplayOutcome> {
  const { platform } = context;
  const definition = platform.jobs.named(row.data.kind);
  if (definition?.scope !== 'system') return 'unknown_kind';
  const tries = definition.tries ?? defaultTries;
  if (!(await platform.db.asJob(reason, (tx) => queries.reviveJob(tx, row.id, tries)))) return 'not_dead';
  await context.withTenant((tx) => recordAudit(tx, context, noted('job.replayed', row.id)));
  return 'replayed';
}

async function listToReplay(context: Context, which: JobReplay): Promise<JobRow[]> {
  if ('ids' in which) return Promise.all(which.ids.map((id) => selectAnyJob(context, id)));
  const dead = { kind: which.kind, state: 'dead' as const, limit: replayLimit };
  const rows = await context.platform.db.asJob(reason, (tx) => queries.listJobs(tx, dead, undefined));
  return rows.slice(0, replayLimit);
}

export async function listQueues(context: Context) {
  return context.platform.db.asJob(reason, async (tx) => {
    const [data, workers] = [await queries.listQueueFigures(tx), await queries.listWorkers(tx)];
    return { data, workers };
  });
}

export async function listJobSchedules(context: Context) {
  return { data: await context.platform.db.asJob(reason, queries.listSchedules) };
}

/** Jobs that died with their worker were not marked by it: dead ones are kept for 90 days all the same (OPS-107). */
export function keepDeadJobs(platform: Platform): Promise<void> {
  return platform.db.asJob(reason, (tx) => queries.keepDeadJobs(tx, deadKeptSeconds));
}

async function selectAnyJob(context: Context, id: string): Promise<JobRow> {
  const row = await context.platform.db.asJob(reason, (tx) => queries.selectOptionalJob(tx, id));
  if (!row) throw new Problem('not_found');
  return row;
}
