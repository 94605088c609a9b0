import type { NotificationQuery } from '@k12/contracts/communication/notifications';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

export interface NewNotification {
  id: string;
  user_id: string;
  kind: string;
  subject_type: string | null;
  subject_id: string | null;
  details: string;
  link: string | null;
  created_at: string;
}

export async function createNotifications(tx: Transaction, rows: NewNotification[]): Promise<void> {
  await tx.insertInto('notifications').values(rows).execute();
}

/** Ids are ordered by time; `before` is the id of the last row already shown. */
export function listNotifications(
  tx: Transaction,
  userId: string,
  query: NotificationQuery,
  before: string | undefined,
) {
  let rows = tx
    .selectFrom('notifications')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  if (query.show === 'unread') rows = rows.where('read_at', 'is', null);
  if (query.kind) rows = rows.where('kind', '=', query.kind);
  if (before) rows = rows.where('id', '<', before);
  return rows.execute();
}

/** Counts no further than to the cap. */
export async function countUnread(tx: Transaction, userId: string, cap: number): Promise<number> {
  const row = await tx
    .selectFrom((from) =>
      from
        .selectFrom('notifications')
        .select('id')
        .where('user_id', '=', userId)
        .where('read_at', 'is', null)
        .limit(cap)
        .as('unread'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function selectNotification(
  tx: Transaction,
  userId: string,
  id: string,
): Promise<NotificationRow> {
  const row = await tx
    .selectFrom('notifications')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function updateRead(tx: Transaction, userId: string, id: string, readAt: string): Promise<void> {
  await tx
    .updateTable('notifications')
    .set({ read_at: readAt })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .execute();
}

export async function updateAllRead(
  tx: Transaction,
  userId: string,
  batch: { read_at: string; read_batch_id: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notifications')
    .set(batch)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function restoreUnread(tx: Transaction, userId: string, batchId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notifications')
    .set({ read_at: null, read_batch_id: null })
    .where('user_id', '=', userId)
    .where('read_batch_id', '=', batchId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
