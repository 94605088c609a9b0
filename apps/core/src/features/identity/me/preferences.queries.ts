import type { Transaction } from '@k12/db';

export function selectOptionalPreferences(tx: Transaction, userId: string) {
  return tx
    .selectFrom('user_preferences')
    .select(['preferences', 'lock_version'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Undefined when the version named is no longer the current one; version 0 is the one never written. */
export function savePreferences(
  tx: Transaction,
  saved: { user_id: string; preferences: string; lock_version: number; updated_at: string },
) {
  const { user_id, preferences, lock_version, updated_at } = saved;
  return tx
    .insertInto('user_preferences')
    .values({ user_id, preferences, updated_at, lock_version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id'])
        .doUpdateSet((eb) => ({
          preferences: eb.ref('excluded.preferences'),
          updated_at: eb.ref('excluded.updated_at'),
          lock_version: eb('user_preferences.lock_version', '+', 1),
        }))
        .where('user_preferences.lock_version', '=', lock_version),
    )
    .returning('lock_version')
    .executeTakeFirst();
}
