import type { DatabaseHandle, Transaction } from '@k12/db';

export interface NewChallenge {
  id: string;
  challenge: string;
  session_id: string | null;
  purpose: 'register' | 'sign_in';
  expires_at: string;
}

export async function createChallenge(db: DatabaseHandle, challenge: NewChallenge): Promise<void> {
  await db.global.insertInto('passkey_challenges').values(challenge).execute();
}

/** Each challenge is answered once: it is gone with the first look. */
export function takeChallenge(db: DatabaseHandle, id: string, purpose: NewChallenge['purpose'], now: string) {
  return db.global
    .deleteFrom('passkey_challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(['challenge', 'session_id'])
    .executeTakeFirst();
}

export function selectOptionalDirectoryEntry(db: DatabaseHandle, credentialHash: Buffer) {
  return db.global
    .selectFrom('passkey_directory')
    .selectAll()
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst();
}

export type PasskeyRow = NonNullable<Awaited<ReturnType<typeof selectOptionalPasskeyByCredential>>>;

export function selectOptionalPasskeyByCredential(tx: Transaction, credentialId: string) {
  return tx.selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId).executeTakeFirst();
}

export function listPasskeys(tx: Transaction, userId: string) {
  return tx.selectFrom('passkeys').selectAll().where('user_id', '=', userId).orderBy('created_at').execute();
}

export interface NewPasskey {
  id: string;
  user_id: string;
  name: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: number;
  transports: string[];
  backed_up: boolean;
  created_at: string;
}

export async function createPasskey(
  tx: Transaction,
  passkey: NewPasskey,
  directory: { credential_hash: Buffer; tenant_id: string },
): Promise<boolean> {
  const entry = await tx
    .insertInto('passkey_directory')
    .values({ ...directory, user_id: passkey.user_id, passkey_id: passkey.id })
    .onConflict((conflict) => conflict.column('credential_hash').doNothing())
    .returning('passkey_id')
    .executeTakeFirst();
  if (!entry) return false;
  await tx.insertInto('passkeys').values(passkey).execute();
  return true;
}

export async function updatePasskeyUse(
  tx: Transaction,
  id: string,
  signCount: number,
  at: string,
): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ sign_count: signCount, last_used_at: at })
    .where('id', '=', id)
    .execute();
}

export function updatePasskeyName(tx: Transaction, userId: string, id: string, name: string) {
  return tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
}

/** The ids removed: one, or all of the person's. */
export async function deletePasskeys(
  tx: Transaction,
  owner: { tenant_id: string; user_id: string; id?: string },
): Promise<number> {
  const { id } = owner;
  const [removed] = await Promise.all([
    tx
      .deleteFrom('passkeys')
      .where('user_id', '=', owner.user_id)
      .$if(id !== undefined, (query) => query.where('id', '=', id as string))
      .executeTakeFirst(),
    tx
      .deleteFrom('passkey_directory')
      .where('tenant_id', '=', owner.tenant_id)
      .where('user_id', '=', owner.user_id)
      .$if(id !== undefined, (query) => query.where('passkey_id', '=', id as string))
      .execute(),
  ]);
  return Number(removed.numDeletedRows);
}

export async function hasPassword(tx: Transaction, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('passwords')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

export function selectOwner(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users')
    .select(['given_name', 'family_name', 'preferred_name', 'email', 'username'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}
