import type { Transaction } from '@k12/db';

export interface NewRun {
  id: string;
  requested_by: string;
  school_id: string | null;
  act: string;
  created_at: string;
  expires_at: string;
}

const rowsPerInsert = 2_000;

export async function createRun(tx: Transaction, row: NewRun, userIds: readonly string[]) {
  const run = await tx.insertInto('user_bulk_runs').values(row).returningAll().executeTakeFirstOrThrow();
  for (let from = 0; from < userIds.length; from += rowsPerInsert) {
    const items = userIds
      .slice(from, from + rowsPerInsert)
      .map((user_id, at) => ({ run_id: row.id, position: from + at, user_id }));
    await tx.insertInto('user_bulk_items').values(items).execute();
  }
  return run;
}

export type RunRow = Awaited<ReturnType<typeof createRun>>;

export function selectOptionalRun(tx: Transaction, id: string) {
  return tx.selectFrom('user_bulk_runs').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateRun(
  tx: Transaction,
  id: string,
  changes: { state: 'running' | 'done'; finished_at?: string },
): Promise<void> {
  await tx.updateTable('user_bulk_runs').set(changes).where('id', '=', id).execute();
}

export function countItems(tx: Transaction, runId: string) {
  return tx
    .selectFrom('user_bulk_items')
    .select((eb) => [
      eb.fn.countAll<number>().as('total_count'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'done').as('done_count'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'failed').as('failed_count'),
    ])
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow();
}

export function listWaiting(tx: Transaction, runId: string, limit: number) {
  return tx
    .selectFrom('user_bulk_items')
    .select(['position', 'user_id'])
    .where('run_id', '=', runId)
    .where('status', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();
}

export async function updateItem(
  tx: Transaction,
  runId: string,
  position: number,
  outcome: { status: 'done' | 'failed'; code: string | null; detail: string | null },
): Promise<void> {
  await tx
    .updateTable('user_bulk_items')
    .set(outcome)
    .where('run_id', '=', runId)
    .where('position', '=', position)
    .execute();
}

export function listItems(
  tx: Transaction,
  runId: string,
  asked: { status: 'waiting' | 'done' | 'failed' | undefined; after: number; limit: number },
) {
  return tx
    .selectFrom('user_bulk_items as item')
    .leftJoin('users as person', 'person.id', 'item.user_id')
    .select(['item.position', 'item.user_id', 'item.status', 'item.code', 'item.detail'])
    .select(['person.given_name', 'person.family_name', 'person.preferred_name'])
    .where('item.run_id', '=', runId)
    .where('item.position', '>', asked.after)
    .$if(asked.status !== undefined, (rows) => rows.where('item.status', '=', asked.status ?? 'done'))
    .orderBy('item.position')
    .limit(asked.limit + 1)
    .execute();
}

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

export async function deleteExpiredRuns(tx: Transaction, now: string): Promise<void> {
  await tx.deleteFrom('user_bulk_runs').where('expires_at', '<', now).execute();
}
