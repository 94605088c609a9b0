import type { Transaction } from '@k12/db';

export function selectOwnUser(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users')
    .select([
      'id',
      'given_name',
      'family_name',
      'preferred_name',
      'email',
      'username',
      'pronouns',
      'locale',
      'time_zone',
      'pronounced_as',
      'avatar_file_id',
      'lock_version',
    ])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

/** The schools a person may choose from: all, or the given ones. */
export function listOwnSchools(tx: Transaction, schoolIds: 'all' | string[]) {
  let query = tx
    .selectFrom('schools')
    .select(['id', 'name', 'code', 'time_zone', 'first_weekday'])
    .where('state', '=', 'active')
    .orderBy('name')
    .limit(500);
  if (schoolIds !== 'all') query = query.where('id', 'in', schoolIds);
  return query.execute();
}

export interface OwnChanges {
  preferred_name?: string | null | undefined;
  pronouns?: string | null | undefined;
  pronounced_as?: string | null | undefined;
  locale?: string | null | undefined;
  time_zone?: string | null | undefined;
}

/** Undefined when the version named is no longer the current one. */
export function updateOwnUser(
  tx: Transaction,
  userId: string,
  lockVersion: number,
  changes: OwnChanges,
  at: string,
) {
  return tx
    .updateTable('users')
    .set((eb) => ({ ...changes, updated_at: at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', userId)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
}
