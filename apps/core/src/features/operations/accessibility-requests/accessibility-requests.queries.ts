import type { AccessibilityRequestQuery } from '@k12/contracts/operations/accessibility-requests';
import type { Changes, Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { Problem } from '../../../platform/errors.ts';

type Position = (string | number | null)[] | undefined;

export type RequestRow = Awaited<ReturnType<typeof selectRequest>>;

export async function createRequest(
  tx: Transaction,
  values: Omit<Insertable<Database['accessibility_requests']>, 'tenant_id'>,
): Promise<void> {
  await tx.insertInto('accessibility_requests').values(values).execute();
}

/** Newest first; `after` is the position of the last row already shown. */
export function listRequests(tx: Transaction, query: AccessibilityRequestQuery, after: Position) {
  let rows = tx
    .selectFrom('accessibility_requests')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  if (query.state) rows = rows.where('state', '=', query.state);
  if (after) {
    const [createdAt, id] = after as [string, string];
    rows = rows.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(createdAt, id)));
  }
  return rows.execute();
}

export async function selectRequest(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('accessibility_requests')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function updateRequest(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<Pick<RequestRow, 'state' | 'closed_at'>>,
) {
  return tx
    .updateTable('accessibility_requests')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}
