import type { DatabaseHandle, Transaction } from '@k12/db';
import type { Attempts } from './throttle.rules.ts';

export interface ThrottleKey {
  account_hash: Buffer;
  device_hash: Buffer;
}

/** Makes the rows if need be and locks them, so that guesses sent at once are counted one after the other. */
export async function lockAttempts(
  tx: Transaction,
  keys: ThrottleKey[],
  at: string,
): Promise<(Attempts | undefined)[]> {
  const rows: (Attempts | undefined)[] = [];
  for (const key of keys) {
    await tx
      .insertInto('sign_in_throttles')
      .values({ ...key, failures: 0, first_failed_at: at, last_failed_at: at })
      .onConflict((conflict) => conflict.columns(['account_hash', 'device_hash']).doNothing())
      .execute();
    rows.push(
      await tx
        .selectFrom('sign_in_throttles')
        .select(['failures', 'first_failed_at', 'last_failed_at', 'blocked_until_at'])
        .where('account_hash', '=', key.account_hash)
        .where('device_hash', '=', key.device_hash)
        .forUpdate()
        .executeTakeFirst(),
    );
  }
  return rows;
}

export async function updateAttempts(tx: Transaction, key: ThrottleKey, attempts: Attempts): Promise<void> {
  await tx
    .updateTable('sign_in_throttles')
    .set(attempts)
    .where('account_hash', '=', key.account_hash)
    .where('device_hash', '=', key.device_hash)
    .execute();
}

/** The right answer forgives this device, and takes its own attempt out of the sum. */
export async function forgiveAttempts(db: DatabaseHandle, key: ThrottleKey, sumHash: Buffer): Promise<void> {
  await Promise.all([
    db.global
      .deleteFrom('sign_in_throttles')
      .where('account_hash', '=', key.account_hash)
      .where('device_hash', '=', key.device_hash)
      .execute(),
    db.global
      .updateTable('sign_in_throttles')
      .set((eb) => ({ failures: eb('failures', '-', 1), blocked_until_at: null }))
      .where('account_hash', '=', key.account_hash)
      .where('device_hash', '=', sumHash)
      .where('failures', '>', 0)
      .execute(),
  ]);
}

export function inTransaction<T>(db: DatabaseHandle, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.global.transaction().execute((tx) => work(tx as Transaction));
}
