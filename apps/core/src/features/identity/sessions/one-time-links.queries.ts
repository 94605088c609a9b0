import type { DatabaseHandle, Transaction } from '@k12/db';

export type LinkPurpose = 'password_reset' | 'invitation' | 'first_admin' | 'temporary_code' | 'not_me';

export interface NewLink {
  id: string;
  user_id: string;
  purpose: LinkPurpose;
  token_hash: Buffer;
  created_by: string | null;
  created_at: string;
  expires_at: string;
}

export async function createLink(tx: Transaction, link: NewLink): Promise<void> {
  await tx.insertInto('one_time_links').values(link).execute();
}

export async function createLinkEntry(
  tx: Transaction,
  entry: { token_hash: Buffer; tenant_id: string; link_id: string; expires_at: string },
): Promise<void> {
  await tx.insertInto('link_directory').values(entry).execute();
}

export function selectOptionalLinkEntry(db: DatabaseHandle, tokenHash: Buffer) {
  return db.global
    .selectFrom('link_directory')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export function selectOptionalLink(tx: Transaction, tokenHash: Buffer) {
  return tx
    .selectFrom('one_time_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** False when somebody else spent it a moment ago. */
export async function spendLink(tx: Transaction, linkId: string, at: string): Promise<boolean> {
  const spent = await tx
    .updateTable('one_time_links')
    .set({ used_at: at })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return spent !== undefined;
}

export async function revokeLinks(
  tx: Transaction,
  userId: string,
  purposes: readonly LinkPurpose[],
  at: string,
): Promise<void> {
  await tx
    .updateTable('one_time_links')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}
