import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { hashIdentifier } from '../../../platform/crypto/secrets.ts';
import { replaceEntries } from './sign-in-directory.queries.ts';

/** Call it whenever an e-mail address or username changes: sign-in finds people by this list alone (IDN-57). */
export async function setSignInNames(
  tx: Transaction,
  context: Context,
  userId: string,
  names: readonly (string | null | undefined)[],
): Promise<void> {
  const key = context.platform.config.APP_SECRET_KEY;
  const hashes = names.flatMap((name) => (name ? [hashIdentifier(key, name)] : []));
  await replaceEntries(tx, { tenant_id: context.actor.tenant_id, user_id: userId }, hashes);
}
