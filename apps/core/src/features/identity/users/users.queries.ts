import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type UserRow = NonNullable<Awaited<ReturnType<typeof selectOptionalUser>>>;

export function selectOptionalUser(tx: Transaction, id: string) {
  return tx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectUser(tx: Transaction, id: string): Promise<UserRow> {
  const user = await selectOptionalUser(tx, id);
  if (!user || user.state === 'anonymized') throw new Problem('not_found');
  return user;
}

export interface UserFields {
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  pronounced_as: string | null;
  pronouns: string | null;
  email: string | null;
  email_normalized: string | null;
  username: string | null;
  username_normalized: string | null;
  student_number: string | null;
  staff_number: string | null;
  external_id: string | null;
  birth_on: string | null;
  locale: string | null;
  time_zone: string | null;
  sort_name: string;
  search_text: string;
}

export interface NewUser extends UserFields {
  id: string;
  state: 'invited' | 'active';
  source: 'manual' | 'import';
  created_at: string;
}

/** Undefined when somebody of the tenant has the e-mail address or the username. */
export function createUser(tx: Transaction, user: NewUser) {
  return tx
    .insertInto('users')
    .values({ ...user, updated_at: user.created_at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Whoever else has this address or name. */
export function selectOptionalHolder(
  tx: Transaction,
  names: { email_normalized: string | null; username_normalized: string | null },
  exceptId: string | null,
) {
  const { email_normalized, username_normalized } = names;
  if (!email_normalized && !username_normalized) return Promise.resolve(undefined);
  let holder = tx
    .selectFrom('users')
    .select(['id', 'email_normalized'])
    .where((eb) =>
      eb.or([
        ...(email_normalized ? [eb('email_normalized', '=', email_normalized)] : []),
        ...(username_normalized ? [eb('username_normalized', '=', username_normalized)] : []),
      ]),
    );
  if (exceptId) holder = holder.where('id', '<>', exceptId);
  return holder.executeTakeFirst();
}

type UserChanges = Changes<UserFields & { state: UserRow['state'] }> & { updated_at: string };

/** Undefined when the version named is no longer the current one. */
export function updateUser(tx: Transaction, id: string, lockVersion: number, changes: UserChanges) {
  return tx
    .updateTable('users')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returningAll()
    .executeTakeFirst();
}

export function selectOptionalActiveSchool(tx: Transaction, id: string) {
  return tx
    .selectFrom('schools')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
}

export interface MembershipFields {
  user_id: string;
  school_id: string;
  is_primary: boolean;
  grade_level: string | null;
  starts_on: string | null;
  ends_on: string | null;
}

/** Somebody who comes back to a former school continues that membership. */
export async function saveMembership(
  tx: Transaction,
  membership: MembershipFields & { id: string; created_at: string },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values(membership)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'user_id', 'school_id']).doUpdateSet((eb) => ({
        is_primary: eb.ref('excluded.is_primary'),
        grade_level: eb.ref('excluded.grade_level'),
        starts_on: eb.ref('excluded.starts_on'),
        ends_on: eb.ref('excluded.ends_on'),
      })),
    )
    .execute();
}

export async function updateMembership(
  tx: Transaction,
  id: string,
  changes: Changes<Pick<MembershipFields, 'is_primary' | 'grade_level' | 'starts_on' | 'ends_on'>>,
): Promise<void> {
  await tx.updateTable('memberships').set(changes).where('id', '=', id).execute();
}

export async function clearPrimary(tx: Transaction, userId: string): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ is_primary: false })
    .where('user_id', '=', userId)
    .where('is_primary', '=', true)
    .execute();
}
