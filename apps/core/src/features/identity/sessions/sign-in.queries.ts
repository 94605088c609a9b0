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

export function selectOptionalPassword(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users as user')
    .innerJoin('passwords as password', 'password.user_id', 'user.id')
    .select(['password.hash', 'user.state', 'user.mfa_enrolled'])
    .where('user.id', '=', userId)
    .executeTakeFirst();
}

export async function updatePasswordHash(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx.updateTable('passwords').set({ hash }).where('user_id', '=', userId).execute();
}

export interface NewSignInEvent {
  id: string;
  user_id: string | null;
  outcome: 'success' | 'failure';
  method: string;
  reason: string | null;
  ip: string | null;
  user_agent: string | null;
  occurred_at: string;
}

export async function createSignInEvent(tx: Transaction, event: NewSignInEvent): Promise<void> {
  await tx.insertInto('sign_in_events').values(event).execute();
}

export async function updateLastSignIn(tx: Transaction, userId: string, at: string, method: string): Promise<void> {
  await tx
    .updateTable('users')
    .set({ last_sign_in_at: at, last_sign_in_method: method })
    .where('id', '=', userId)
    .execute();
}
