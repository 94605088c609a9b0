import type { Transaction } from '@k12/db';

export interface IdempotencyRow {
  caller: string;
  key: string;
  request_hash: Buffer;
  started_at: string;
}

/** True for whoever comes first; the primary key decides between two at once. */
export async function createIdempotencyKey(tx: Transaction, row: IdempotencyRow): Promise<boolean> {
  const made = await tx
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'caller', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return made !== undefined;
}

export function selectOptionalIdempotencyKey(tx: Transaction, caller: string, key: string) {
  return tx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** Takes a key over that is out of date or whose process died; false when somebody else was faster. */
export async function restartIdempotencyKey(
  tx: Transaction,
  row: IdempotencyRow,
  seenAt: string,
): Promise<boolean> {
  const taken = await tx
    .updateTable('idempotency_keys')
    .set({
      request_hash: row.request_hash,
      state: 'running',
      status: null,
      answer: null,
      location: null,
      started_at: row.started_at,
    })
    .where('caller', '=', row.caller)
    .where('key', '=', row.key)
    .where('started_at', '=', seenAt)
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function updateIdempotencyAnswer(
  tx: Transaction,
  row: IdempotencyRow,
  answer: { status: number; answer: Buffer; location: string | null },
): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ ...answer, state: 'answered' })
    .where('caller', '=', row.caller)
    .where('key', '=', row.key)
    .execute();
}

export async function deleteIdempotencyKey(tx: Transaction, row: IdempotencyRow): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('caller', '=', row.caller)
    .where('key', '=', row.key)
    .execute();
}

/** For the nightly clean-up. */
export async function deleteOldIdempotencyKeys(tx: Transaction, before: string): Promise<number> {
  const result = await tx.deleteFrom('idempotency_keys').where('started_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
