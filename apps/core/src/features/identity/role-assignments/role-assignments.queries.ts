import type { RoleAssignmentQuery } from '@k12/contracts/identity/role-assignments';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export type AssignmentRow = Awaited<ReturnType<typeof selectAssignment>>;

function assignments(tx: Transaction) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as user', 'user.id', 'assignment.user_id')
    .leftJoin('schools as school', 'school.id', 'assignment.school_id')
    .selectAll('assignment')
    .select([
      'role.key as role_key',
      'role.name as role_name',
      'role.is_system',
      'role.capabilities',
      'user.given_name',
      'user.family_name',
      'user.preferred_name',
      'user.sort_name',
      'school.name as school_name',
    ]);
}

export async function selectAssignment(tx: Transaction, id: string) {
  const row = await assignments(tx).where('assignment.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

/** By name of the holder; a school admin sees assignments at the own schools only. */
export function listAssignments(
  tx: Transaction,
  visible: 'all' | string[],
  query: RoleAssignmentQuery,
  after: Position,
): Promise<AssignmentRow[]> {
  if (visible.length === 0) return Promise.resolve([]);
  let rows = assignments(tx).limit(query.limit + 1);
  if (visible !== 'all') rows = rows.where('assignment.school_id', 'in', visible);
  if (query.user_id) rows = rows.where('assignment.user_id', '=', query.user_id);
  if (query.role_id) rows = rows.where('assignment.role_id', '=', query.role_id);
  if (query.school_id) rows = rows.where('assignment.school_id', '=', query.school_id);
  return inOrderAfter(rows, ['user.sort_name', 'assignment.id'], after).execute();
}

export function listAssignmentsOfUser(tx: Transaction, userId: string) {
  return assignments(tx).where('assignment.user_id', '=', userId).execute();
}

export function selectOptionalHolder(tx: Transaction, userId: string) {
  return tx.selectFrom('users').select(['id', 'state']).where('id', '=', userId).executeTakeFirst();
}

export async function listSchoolIdsOfUser(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.selectFrom('memberships').select('school_id').where('user_id', '=', userId).execute();
  return rows.map((row) => row.school_id);
}

export interface NewAssignment {
  id: string;
  user_id: string;
  role_id: string;
  scope: 'tenant' | 'school';
  school_id: string | null;
  starts_on: string | null;
  ends_on: string | null;
  granted_by: string | null;
  created_at: string;
}

export async function createAssignment(tx: Transaction, assignment: NewAssignment): Promise<void> {
  await tx.insertInto('role_assignments').values(assignment).execute();
}

export async function deleteAssignment(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('role_assignments').where('id', '=', id).execute();
}
