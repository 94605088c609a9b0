import type { Transaction } from '@k12/db';
import { grantsCapability, isAssignmentInForce } from '../../../platform/auth/role-grants.ts';

/**
 * Active people who can manage rights in the whole tenant. The tenant's roles are locked first, so that two
 * admins removing each other take turns and the second one finds nobody left (IDN-36).
 */
export async function listTenantAdminsForUpdate(tx: Transaction, today: string): Promise<string[]> {
  await tx
    .selectFrom('roles')
    .select('id')
    .where('key', 'in', ['admin', 'district_admin'])
    .where('is_system', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as user', 'user.id', 'assignment.user_id')
    .select('user.id')
    .distinct()
    .where('user.state', '=', 'active')
    .where('assignment.scope', '=', 'tenant')
    .where(grantsCapability('role_assignments.manage'))
    .where(isAssignmentInForce(today))
    .execute();
  return rows.map((row) => row.id);
}
