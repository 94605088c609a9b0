import type { Transaction } from '@k12/db';

export function listRolesHeld(tx: Transaction, userId: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .leftJoin('schools as school', 'school.id', 'assignment.school_id')
    .leftJoin('users as granter', 'granter.id', 'assignment.granted_by')
    .select([
      'assignment.id as assignment_id',
      'role.key as role_key',
      'role.name as role_name',
      'assignment.scope',
      'assignment.school_id',
      'school.name as school_name',
      'assignment.starts_on',
      'assignment.ends_on',
      'assignment.source',
      'assignment.created_at',
      'granter.given_name',
      'granter.family_name',
      'granter.preferred_name',
    ])
    .where('assignment.user_id', '=', userId)
    .orderBy('assignment.created_at', 'desc')
    .execute();
}

export function listSignInEvents(tx: Transaction, userId: string, since: string) {
  return tx
    .selectFrom('sign_in_events')
    .select(['id', 'occurred_at', 'outcome', 'method', 'reason', 'ip'])
    .where('user_id', '=', userId)
    .where('occurred_at', '>=', since)
    .orderBy('occurred_at', 'desc')
    .limit(50)
    .execute();
}

/** Merges of the person's record that can still be undone, with the name of the other record. */
export function listUndoableMerges(tx: Transaction, userId: string, now: string) {
  return tx
    .selectFrom('user_merges as merge')
    .innerJoin('users as other', (join) =>
      join
        .on('other.id', '<>', userId)
        .on((eb) =>
          eb.or([
            eb('other.id', '=', eb.ref('merge.kept_id')),
            eb('other.id', '=', eb.ref('merge.merged_id')),
          ]),
        ),
    )
    .select([
      'merge.id',
      'merge.kept_id',
      'merge.merged_at',
      'merge.undo_until_at',
      'other.id as other_id',
      'other.given_name',
      'other.family_name',
      'other.preferred_name',
    ])
    .where((eb) => eb.or([eb('merge.kept_id', '=', userId), eb('merge.merged_id', '=', userId)]))
    .where('merge.undone_at', 'is', null)
    .where('merge.undo_until_at', '>', now)
    .orderBy('merge.merged_at', 'desc')
    .execute();
}

/** What was done to the account, newest first; only the names of changed fields leave the log. */
export function listHistory(tx: Transaction, userId: string) {
  return tx
    .selectFrom('audit_events as event')
    .leftJoin('users as actor', 'actor.id', 'event.actor_id')
    .select([
      'event.id',
      'event.occurred_at',
      'event.action',
      'event.reason',
      'event.changes',
      'actor.given_name',
      'actor.family_name',
      'actor.preferred_name',
    ])
    .where('event.target_id', '=', userId)
    .orderBy('event.occurred_at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(50)
    .execute();
}

export async function selectMethods(tx: Transaction, userId: string) {
  const [password, passkeys] = await Promise.all([
    tx.selectFrom('passwords').select('user_id').where('user_id', '=', userId).executeTakeFirst(),
    tx.selectFrom('passkeys').select('id').where('user_id', '=', userId).execute(),
  ]);
  return { password: password !== undefined, passkeys_count: passkeys.length };
}
