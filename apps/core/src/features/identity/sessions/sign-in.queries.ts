import type { DatabaseHandle, Transaction } from '@k12/db';

export function listSignInCandidates(db: DatabaseHandle, identifierHash: Buffer) {
  return db.global
    .selectFrom('sign_in_directory as entry')
    .innerJoin('tenants as tenant', 'tenant.id', 'entry.tenant_id')
    .select(['entry.tenant_id', 'entry.user_id', 'tenant.slug', 'tenant.name', 'tenant.state'])
    .where('entry.identifier_hash', '=', identifierHash)
    .orderBy('tenant.name')
    .limit(10)
    .execute();
}

export function selectOptionalAccount(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users as user')
    .leftJoin('passwords as password', 'password.user_id', 'user.id')
    .select(['password.hash', 'password.must_change', 'user.state', 'user.email'])
    .where('user.id', '=', userId)
    .executeTakeFirst();
}

export async function updatePasswordHash(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx.updateTable('passwords').set({ hash }).where('user_id', '=', userId).execute();
}

export async function savePassword(
  tx: Transaction,
  password: { user_id: string; hash: string; must_change: boolean; changed_at: string },
): Promise<void> {
  await tx
    .insertInto('passwords')
    .values(password)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'user_id']).doUpdateSet((eb) => ({
        hash: eb.ref('excluded.hash'),
        must_change: eb.ref('excluded.must_change'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

export async function deletePassword(tx: Transaction, userId: string): Promise<void> {
  await tx.deleteFrom('passwords').where('user_id', '=', userId).execute();
}

export interface NewSignInEvent {
  id: string;
  user_id: string | null;
  outcome: 'success' | 'failure';
  method: string;
  reason: string | null;
  ip: string | null;
  user_agent: string | null;
  device_hash?: Buffer | null;
  occurred_at: string;
}

export async function createSignInEvent(tx: Transaction, event: NewSignInEvent): Promise<void> {
  await tx.insertInto('sign_in_events').values(event).execute();
}

export async function updateLastSignIn(
  tx: Transaction,
  userId: string,
  at: string,
  method: string,
): Promise<void> {
  await tx
    .updateTable('users')
    .set({ last_sign_in_at: at, last_sign_in_method: method })
    .where('id', '=', userId)
    .execute();
}

/** When this device was last seen for this person, before now. */
export async function touchDevice(
  tx: Transaction,
  userId: string,
  deviceHash: Buffer,
  at: string,
): Promise<string | null> {
  const known = await tx
    .selectFrom('user_devices')
    .select('last_seen_at')
    .where('user_id', '=', userId)
    .where('device_hash', '=', deviceHash)
    .executeTakeFirst();
  await tx
    .insertInto('user_devices')
    .values({ user_id: userId, device_hash: deviceHash, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id', 'device_hash'])
        .doUpdateSet((eb) => ({ last_seen_at: eb.ref('excluded.last_seen_at') })),
    )
    .execute();
  return known?.last_seen_at ?? null;
}
