import type { Transaction } from '@k12/db';

export interface DirectoryOwner {
  tenant_id: string;
  user_id: string;
}

/** Replaces the names under which somebody is found at sign-in. */
export async function replaceEntries(
  tx: Transaction,
  { tenant_id, user_id }: DirectoryOwner,
  hashes: Buffer[],
): Promise<void> {
  await tx
    .deleteFrom('sign_in_directory')
    .where('tenant_id', '=', tenant_id)
    .where('user_id', '=', user_id)
    .execute();
  if (hashes.length === 0) return;
  await tx
    .insertInto('sign_in_directory')
    .values(hashes.map((identifier_hash) => ({ identifier_hash, tenant_id, user_id })))
    .onConflict((conflict) => conflict.columns(['identifier_hash', 'tenant_id', 'user_id']).doNothing())
    .execute();
}
