import type { UserBulkRun, UserBulkRunCreate, UserBulkRunItem } from '@k12/contracts/identity/user-bulk-runs';
import type { BulkAct } from '@k12/contracts/identity/users.bulk';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { bulkRunJob } from './bulk-runs.jobs.ts';
import * as queries from './bulk-runs.queries.ts';
import { requireMayBulk } from './users.bulk.service.ts';
import { displayName } from './users.rules.ts';

const keptDays = 7;

/** Thousands of people at once: the answer is the run, what came of each is asked for later (INT-142). */
export async function createBulkRun(context: Context, input: UserBulkRunCreate): Promise<UserBulkRun> {
  const { user_ids, ...act } = input;
  const requested_by = requireMayBulk(context, act);
  const now = context.platform.clock.now();
  const ids = [...new Set(user_ids)];
  return context.withTenant(async (tx) => {
    const row = {
      id: newId(),
      requested_by,
      school_id: context.school_id,
      act: JSON.stringify(act),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + keptDays * 86_400_000).toISOString(),
    };
    const run = await queries.createRun(tx, row, ids);
    await recordAudit(tx, context, {
      action: 'user.bulk_started',
      target_type: 'user_bulk_run',
      target_id: run.id,
      changes: { act: act.action, people: ids.length },
    });
    await enqueue(tx, context, bulkRunJob, { run_id: run.id });
    return present(tx, run);
  });
}

export async function getBulkRun(context: Context, id: string): Promise<UserBulkRun> {
  return context.readTenant(async (tx) => present(tx, await selectOwn(tx, context, id)));
}

export async function listBulkRunItems(
  context: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined; status?: UserBulkRunItem['status'] | undefined },
) {
  const [after = -1] = (decodeCursor(query.cursor, 1) ?? []) as [number?];
  const { limit, status } = query;
  const rows = await context.readTenant(async (tx) => {
    await selectOwn(tx, context, id);
    return queries.listItems(tx, id, { status, after: Number(after), limit });
  });
  return pageOf(rows, limit, presentItem, ({ position }) => [position]);
}

/** One's own only, and for a week. */
async function selectOwn(tx: Transaction, context: Context, id: string): Promise<queries.RunRow> {
  const run = await queries.selectOptionalRun(tx, id);
  if (!run || run.requested_by !== context.actor.user_id) throw new Problem('not_found');
  if (Date.parse(run.expires_at) < context.platform.clock.now().getTime()) throw new Problem('gone');
  return run;
}

export async function deleteExpiredRuns(context: Context): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  await context.withTenant((tx) => queries.deleteExpiredRuns(tx, now));
}

async function present(tx: Transaction, run: queries.RunRow): Promise<UserBulkRun> {
  const { id, created_at, finished_at, expires_at } = run;
  const counts = await queries.countItems(tx, id);
  const state = run.state as UserBulkRun['state'];
  const { action } = run.act as unknown as BulkAct;
  return { id, state, action, ...counts, created_at, finished_at, expires_at };
}

/** Somebody out of reach has no name here, as they have no record (IDN-42). */
function presentItem({ position: _at, given_name, family_name, preferred_name, ...row }: queries.ItemRow) {
  const isKnown = given_name !== null && family_name !== null && row.code !== 'not_found';
  return {
    ...row,
    status: row.status as UserBulkRunItem['status'],
    user_name: isKnown ? displayName({ given_name, family_name, preferred_name }) : null,
  };
}
