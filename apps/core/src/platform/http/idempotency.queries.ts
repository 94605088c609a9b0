import type { Transaction } from '@k12/db';

export interface IdempotencyRow {
  caller: string;
  key: string;
  request_hash: Buffer;
  started_at: string;
}

/** False while another transaction works under this key. The lock ends with the transaction, also when its process dies. */
export async function lockIdempotencyKey(
  tx: Transaction,
  tenantId: string,
  { caller, key }: IdempotencyRow,
): Promise<boolean> {
  const name = `idempotency ${tenantId} ${caller} ${key}`;
  const { locked } = await tx
    .selectNoFrom((eb) =>
      eb
        .fn<boolean>('pg_try_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(name), eb.val(0)])])
        .as('locked'),
    )
    .executeTakeFirstOrThrow();
  return locked;
}

export function selectOptionalIdempotencyKey(tx: Transaction, caller: string, key: string) {
  return tx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** Takes the place of an answer that is out of date. */
export async function saveIdempotencyAnswer(
  tx: Transaction,
  row: IdempotencyRow & { status: number; answer: Buffer; location: string | null },
): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'caller', 'key']).doUpdateSet((eb) => ({
        request_hash: eb.ref('excluded.request_hash'),
        status: eb.ref('excluded.status'),
        answer: eb.ref('excluded.answer'),
        location: eb.ref('excluded.location'),
        started_at: eb.ref('excluded.started_at'),
      })),
    )
    .execute();
}

/** For the nightly clean-up. */
export async function deleteOldIdempotencyKeys(tx: Transaction, before: string): Promise<number> {
  const result = await tx.deleteFrom('idempotency_keys').where('started_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
