import type { OutboxMailQuery } from '@k12/contracts/operations/mail-outbox';
import type { Transaction } from '@k12/db';

type Position = (string | number | null)[] | undefined;

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

export async function deleteMailsBefore(tx: Transaction, instant: string): Promise<void> {
  await tx.deleteFrom('outbox_mails').where('created_at', '<', instant).execute();
}
