import type { Transaction } from '@k12/db';

export function selectOptionalUser(tx: Transaction, userId: string) {
  return tx
    .selectFrom('users')
    .select(['id', 'kind', 'given_name', 'family_name', 'preferred_name', 'state'])
    .where('id', '=', userId)
    .executeTakeFirst();
}

/** Assignments whose dates include today; `today` is the tenant's local date (IDN-47). */
export function listAssignmentsInForce(tx: Transaction, userId: string, today: string) {
  return assignmentsNotEnded(tx, userId, today)
    .where((eb) => eb.or([eb('assignment.starts_on', 'is', null), eb('assignment.starts_on', '<=', today)]))
    .execute();
}

/** The same and those that begin later. */
export function listAssignmentsToCome(tx: Transaction, userId: string, today: string) {
  return assignmentsNotEnded(tx, userId, today).execute();
}

function assignmentsNotEnded(tx: Transaction, userId: string, today: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select([
      'role.key as role_key',
      'role.is_system',
      'role.capabilities',
      'assignment.scope',
      'assignment.school_id',
    ])
    .where('assignment.user_id', '=', userId)
    .where((eb) => eb.or([eb('assignment.ends_on', 'is', null), eb('assignment.ends_on', '>=', today)]));
}

export function listMembershipSchools(tx: Transaction, userId: string, today: string) {
  return tx
    .selectFrom('memberships')
    .select('school_id')
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .execute();
}

/** A guardian belongs to the schools of the children they are linked to (mark L of the rights table). */
export function listLinkedSchools(tx: Transaction, guardianId: string, today: string) {
  return tx
    .selectFrom('guardian_links as link')
    .innerJoin('memberships as membership', 'membership.user_id', 'link.student_id')
    .select('membership.school_id')
    .distinct()
    .where('link.guardian_id', '=', guardianId)
    .where('link.state', '=', 'active')
    .where('link.may_access_records', '=', true)
    .where((eb) => eb.or([eb('link.ends_on', 'is', null), eb('link.ends_on', '>=', today)]))
    .execute();
}

export function selectOptionalSchoolId(tx: Transaction, schoolId: string) {
  return tx.selectFrom('schools').select('id').where('id', '=', schoolId).executeTakeFirst();
}
