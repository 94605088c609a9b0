import type { AccessibilityRequestQuery } from '@k12/contracts/operations/accessibility-requests';
import type { Changes, Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

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
    .limit(query.limit + 1);
  if (query.state) rows = rows.where('state', '=', query.state);
  return inOrderAfter(rows, ['created_at', 'id'], after, 'desc').execute();
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
