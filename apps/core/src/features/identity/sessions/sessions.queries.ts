import type { DatabaseHandle, Transaction } from '@k12/db';

export function selectOptionalDirectoryEntry(db: DatabaseHandle, tokenHash: Buffer) {
  return db.global.selectFrom('session_directory').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

export interface NewSession {
  id: string;
  user_id: string;
  method: 'password' | 'passkey' | 'google' | 'saml' | 'code' | 'card';
  mfa: boolean;
  mfa_pending: boolean;
  shared_computer: boolean;
  ip: string | null;
  user_agent: string | null;
  device_label: string | null;
  created_at: string;
  expires_at: string;
}

export async function createSession(tx: Transaction, session: NewSession): Promise<void> {
  const { created_at } = session;
  await tx
    .insertInto('sessions')
    .values({ ...session, authenticated_at: created_at, last_seen_at: created_at })
    .execute();
}

export interface NewDirectoryEntry {
  token_hash: Buffer;
  tenant_id: string;
  session_id: string;
  user_id: string;
  idle_minutes: number;
  idle_expires_at: string;
  expires_at: string;
  issued_at: string;
}

export async function createDirectoryEntry(db: DatabaseHandle | Transaction, entry: NewDirectoryEntry): Promise<void> {
  const builder = 'global' in db ? db.global : db;
  await builder.insertInto('session_directory').values(entry).execute();
}

export async function updateActivity(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; seen_at: string; idle_expires_at: string },
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('sessions')
      .set({ last_seen_at: session.seen_at })
      .where('id', '=', session.session_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .updateTable('session_directory')
      .set({ idle_expires_at: session.idle_expires_at })
      .where('tenant_id', '=', session.tenant_id)
      .where('session_id', '=', session.session_id)
      .execute(),
  ]);
}

export async function endSession(
  tx: Transaction,
  session: { tenant_id: string; session_id: string; ended_at: string; reason: string },
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('sessions')
      .set({ ended_at: session.ended_at, end_reason: session.reason })
      .where('id', '=', session.session_id)
      .where('ended_at', 'is', null)
      .execute(),
    tx
      .deleteFrom('session_directory')
      .where('tenant_id', '=', session.tenant_id)
      .where('session_id', '=', session.session_id)
      .execute(),
  ]);
}

/** Bumping the revision makes every process reload the person's rights on their next request. */
export async function updateRevision(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  await tx
    .updateTable('session_directory')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
}

export function selectOptionalSession(tx: Transaction, sessionId: string) {
  return tx.selectFrom('sessions').selectAll().where('id', '=', sessionId).executeTakeFirst();
}
