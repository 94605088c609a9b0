import type { OutboxMailQuery } from '@k12/contracts/operations/mail-outbox';
import type { Transaction } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type MailRow = Awaited<ReturnType<typeof listMails>>[number];

/** Newest first; `after` is the position of the last row already shown. */
export function listMails(
  tx: Transaction,
  query: Partial<OutboxMailQuery> & { limit: number },
  after: Position,
) {
  let rows = tx
    .selectFrom('outbox_mails')
    .selectAll()
    .limit(query.limit + 1);
  if (query.state) rows = rows.where('state', '=', query.state);
  return inOrderAfter(rows, ['created_at', 'id'], after, 'desc').execute();
}

export async function deleteMailsBefore(tx: Transaction, instant: string): Promise<void> {
  await tx.deleteFrom('outbox_mails').where('created_at', '<', instant).execute();
}
