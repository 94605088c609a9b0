import type { Transaction } from '@k12/db';
import { containing } from '../../../platform/like-pattern.ts';

/** Active people whose role in force makes them approvers, of a school or of the whole organisation. */
export function approversInForce(tx: Transaction, roles: readonly string[], today: string) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as person', 'person.id', 'assignment.user_id')
    .select([
      'person.id',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      'person.sort_name',
    ])
    .distinct()
    .where('person.state', '=', 'active')
    .where('role.is_system', '=', true)
    .where('role.key', 'in', [...roles])
    .where((eb) => eb.or([eb('assignment.starts_on', 'is', null), eb('assignment.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('assignment.ends_on', 'is', null), eb('assignment.ends_on', '>=', today)]));
}

/** Of a role at a school: assigned there or to the whole organisation. Without a school only the latter. */
export async function listRoleHolders(
  tx: Transaction,
  role: string,
  schoolId: string | null,
  today: string,
): Promise<string[]> {
  const rows = await approversInForce(tx, [role], today)
    .where((eb) =>
      eb.or([
        eb('assignment.scope', '=', 'tenant'),
        ...(schoolId ? [eb('assignment.school_id', '=', schoolId)] : []),
      ]),
    )
    .orderBy('person.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Everybody who may approve plans of a school; without one, those who may approve anywhere in the organisation. */
export function listApproverRows(tx: Transaction, schoolId: string | null, today: string, q?: string) {
  let rows = approversInForce(tx, ['curriculum_lead', 'admin', 'district_admin'], today)
    .where((eb) =>
      eb.or([
        eb('assignment.scope', '=', 'tenant'),
        ...(schoolId ? [eb('assignment.school_id', '=', schoolId)] : []),
      ]),
    )
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .limit(200);
  if (q) rows = rows.where('person.search_text', 'ilike', containing(q.toLowerCase()));
  return rows.execute();
}

export async function createApprovers(
  tx: Transaction,
  requestId: string,
  stepIndex: number,
  userIds: readonly string[],
  source: 'role' | 'named' | 'delegate' | 'stand_in',
): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .insertInto('approval_approvers')
    .values(userIds.map((user_id) => ({ request_id: requestId, step_index: stepIndex, user_id, source })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function listApprovers(tx: Transaction, requestId: string) {
  return tx
    .selectFrom('approval_approvers as approver')
    .innerJoin('users as person', 'person.id', 'approver.user_id')
    .select([
      'approver.step_index',
      'approver.user_id',
      'approver.delegated',
      'approver.source',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
    ])
    .where('approver.request_id', '=', requestId)
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .execute();
}

export async function markDelegated(
  tx: Transaction,
  requestId: string,
  stepIndex: number,
  userId: string,
): Promise<void> {
  await tx
    .updateTable('approval_approvers')
    .set({ delegated: true })
    .where('request_id', '=', requestId)
    .where('step_index', '=', stepIndex)
    .where('user_id', '=', userId)
    .execute();
}
