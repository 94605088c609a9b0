import type { Transaction } from '@k12/db';
import { grantsCapability, isAssignmentInForce } from '../../../platform/auth/role-grants.ts';

/** Facts about a handful of people at once: what their page of a list shows and what policies ask. */
export function listMembershipsOf(tx: Transaction, userIds: string[]) {
  return tx
    .selectFrom('memberships as membership')
    .innerJoin('schools as school', 'school.id', 'membership.school_id')
    .selectAll('membership')
    .select('school.name as school_name')
    .where('membership.user_id', 'in', userIds)
    .orderBy('membership.is_primary', 'desc')
    .orderBy('school.name')
    .execute();
}

export function listAssignmentsOf(tx: Transaction, userIds: string[]) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select([
      'assignment.user_id',
      'assignment.scope',
      'assignment.school_id',
      'assignment.starts_on',
      'assignment.ends_on',
      'role.key as role_key',
    ])
    .where('assignment.user_id', 'in', userIds)
    .execute();
}

export function listNames(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('users')
    .select(['id', 'given_name', 'family_name', 'preferred_name'])
    .where('id', 'in', ids)
    .execute();
}

/** Schools a guardian has to do with: those of the children, whatever the state of the link. */
export function listSchoolsOfChildren(tx: Transaction, guardianIds: string[]) {
  return tx
    .selectFrom('guardian_links as link')
    .innerJoin('memberships as membership', 'membership.user_id', 'link.student_id')
    .select([
      'link.guardian_id as user_id',
      'membership.school_id',
      'membership.starts_on',
      'membership.ends_on',
    ])
    .where('link.guardian_id', 'in', guardianIds)
    .execute();
}

/** Assignments of a role that reads everybody of its school or tenant; a teacher's reads staff only. */
export function listWideAssignments(tx: Transaction, userId: string, today: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select(['assignment.scope', 'assignment.school_id'])
    .where('assignment.user_id', '=', userId)
    .where(grantsCapability('users.read', ({ reaches }) => !reaches.includes('course')))
    .where(isAssignmentInForce(today))
    .execute();
}
