import type { Transaction } from '@k12/db';

export function namesOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('users')
    .select(['id', 'given_name', 'family_name', 'preferred_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
}
