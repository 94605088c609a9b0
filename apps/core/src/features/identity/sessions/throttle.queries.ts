import type { DatabaseHandle, Transaction } from '@k12/db';
import type { Attempts } from './throttle.rules.ts';

export interface ThrottleKey {
  account_hash: Buffer;
  device_hash: Buffer;
}

/**
 * Makes the rows if need be and locks them, in this order everywhere, so that guesses sent at once are counted one
 * after the other.
 */
export async function lockAttempts(
  tx: Transaction,
  keys: readonly [ThrottleKey, ThrottleKey],
  at: string,
): Promise<(Attempts | undefined)[]> {
  const untried = { failures: 0, first_failed_at: at, last_failed_at: at };
  const rows = await tx
    .insertInto('sign_in_throttles')
    .values(keys.map((key) => ({ ...key, ...untried })))
    .onConflict((conflict) =>
      conflict
        .columns(['account_hash', 'device_hash'])
        .doUpdateSet((eb) => ({ failures: eb.ref('sign_in_throttles.failures') })),
    )
    .returning(['device_hash', 'failures', 'first_failed_at', 'last_failed_at', 'blocked_until_at'])
    .execute();
  return keys.map((key) => rows.find((row) => row.device_hash.equals(key.device_hash)));
}

export async function updateAttempts(
  tx: Transaction,
  counted: readonly (ThrottleKey & Attempts)[],
): Promise<void> {
  await tx
    .insertInto('sign_in_throttles')
    .values([...counted])
    .onConflict((conflict) =>
      conflict.columns(['account_hash', 'device_hash']).doUpdateSet((eb) => ({
        failures: eb.ref('excluded.failures'),
        first_failed_at: eb.ref('excluded.first_failed_at'),
        last_failed_at: eb.ref('excluded.last_failed_at'),
        blocked_until_at: eb.ref('excluded.blocked_until_at'),
      })),
    )
    .execute();
}

/** The right answer forgives this device, and takes its own attempt out of the sum. */
export async function forgiveAttempts(db: DatabaseHandle, key: ThrottleKey, sumHash: Buffer): Promise<void> {
  await db.global
    .with('forgiven', (with_) =>
      with_
        .deleteFrom('sign_in_throttles')
        .where('account_hash', '=', key.account_hash)
        .where('device_hash', '=', key.device_hash),
    )
    .updateTable('sign_in_throttles')
    .set((eb) => ({ failures: eb('failures', '-', 1), blocked_until_at: null }))
    .where('account_hash', '=', key.account_hash)
    .where('device_hash', '=', sumHash)
    .where('failures', '>', 0)
    .execute();
}

export function inTransaction<T>(db: DatabaseHandle, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.global.transaction().execute((tx) => work(tx as Transaction));
}
