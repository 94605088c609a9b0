import type { Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import { seal, unseal } from '../crypto/sealed.ts';
import { newSecret } from '../crypto/secrets.ts';

/** Binds a key to its person, so that a row copied to another one opens nothing. */
export const personKeyPurpose = (tenantId: string, userId: string) => `person_key:${tenantId}:${userId}`;

/** The key of one person, made when it is first needed. */
export async function keyOfPerson(tx: Transaction, context: Context, userId: string): Promise<string> {
  const { platform, actor } = context;
  const known = (await keysOfPeople(tx, context, [userId])).get(userId);
  if (known) return known;
  const purpose = personKeyPurpose(actor.tenant_id, userId);
  const sealed_key = seal(platform.config.ENCRYPTION_KEY, purpose, newSecret());
  const created_at = platform.clock.now().toISOString();
  await tx
    .insertInto('person_keys')
    .values({ user_id: userId, sealed_key, created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doNothing())
    .execute();
  // Whoever was faster decided which key it is.
  const made = (await keysOfPeople(tx, context, [userId])).get(userId);
  if (!made) throw new Error('the key of a person could not be made');
  return made;
}

export async function keysOfPeople(
  tx: Transaction,
  { platform, actor }: Context,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person_keys')
    .select(['user_id', 'sealed_key'])
    .where('user_id', 'in', [...new Set(userIds)])
    .execute();
  const open = (row: (typeof rows)[number]) =>
    unseal(platform.config.ENCRYPTION_KEY, personKeyPurpose(actor.tenant_id, row.user_id), row.sealed_key);
  return new Map(rows.map((row) => [row.user_id, open(row)]));
}

/** What events say of this person can be read by nobody any more; the chain of events stays whole (PRV-124). */
export async function destroyPersonKey(tx: Transaction, userId: string): Promise<void> {
  await tx.deleteFrom('person_keys').where('user_id', '=', userId).execute();
}
