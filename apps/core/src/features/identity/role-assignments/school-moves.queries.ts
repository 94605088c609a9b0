import type { Transaction } from '@k12/db';

/** Roles somebody holds at one school and that have not ended before the day. */
export function listAssignmentsAt(tx: Transaction, userId: string, schoolId: string, day: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .selectAll('assignment')
    .select(['role.key as role_key', 'role.is_system', 'role.capabilities'])
    .where('assignment.user_id', '=', userId)
    .where('assignment.school_id', '=', schoolId)
    .where((eb) => eb.or([eb('assignment.ends_on', 'is', null), eb('assignment.ends_on', '>=', day)]))
    .execute();
}

export async function endAssignment(tx: Transaction, id: string, endsOn: string): Promise<void> {
  await tx.updateTable('role_assignments').set({ ends_on: endsOn }).where('id', '=', id).execute();
}

/** The role at the new school; one held there before comes back into force. */
export async function saveAssignment(
  tx: Transaction,
  assignment: {
    id: string;
    user_id: string;
    role_id: string;
    school_id: string;
    starts_on: string;
    granted_by: string | null;
    created_at: string;
  },
): Promise<void> {
  const { user_id, role_id, school_id, starts_on } = assignment;
  const held = await tx
    .updateTable('role_assignments')
    .set({ starts_on, ends_on: null })
    .where('user_id', '=', user_id)
    .where('role_id', '=', role_id)
    .where('school_id', '=', school_id)
    .returning('id')
    .execute();
  if (held.length > 0) return;
  await tx
    .insertInto('role_assignments')
    .values({ ...assignment, scope: 'school' })
    .execute();
}
