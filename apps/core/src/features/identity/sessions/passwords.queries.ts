import type { Transaction } from '@k12/db';

export function selectOwner(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users')
    .select(['given_name', 'family_name', 'preferred_name', 'username', 'email', 'state', 'kind'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

export function listOwnerSchools(tx: Transaction, userId: string) {
  return tx
    .selectFrom('memberships as membership')
    .innerJoin('schools as school', 'school.id', 'membership.school_id')
    .select(['school.name', 'membership.grade_level'])
    .where('membership.user_id', '=', userId)
    .execute();
}

export function listOwnerRoles(tx: Transaction, userId: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select('role.key')
    .where('assignment.user_id', '=', userId)
    .execute();
}
