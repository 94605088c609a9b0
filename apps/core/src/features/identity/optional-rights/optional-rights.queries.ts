import type { Transaction } from '@k12/db';
import { isAssignmentInForce } from '../../../platform/auth/role-grants.ts';

/** Admins of the whole organisation by a role of the product, not by one that was put together here. */
export async function listOrganisationAdmins(tx: Transaction, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as user', 'user.id', 'assignment.user_id')
    .innerJoin('tenants as tenant', 'tenant.id', 'assignment.tenant_id')
    .select('user.id')
    .distinct()
    .where('user.state', '=', 'active')
    .where('assignment.scope', '=', 'tenant')
    .where('role.is_system', '=', true)
    .where((eb) =>
      eb.or([
        eb('role.key', '=', 'district_admin'),
        eb.and([eb('role.key', '=', 'admin'), eb('tenant.kind', '=', 'school')]),
      ]),
    )
    .where(isAssignmentInForce(today))
    .execute();
  return rows.map((row) => row.id);
}

/** Everybody whose rights change with those of a role of the product. */
export async function listHolders(tx: Transaction, roleKey: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select('assignment.user_id')
    .distinct()
    .where('role.key', '=', roleKey)
    .where('role.is_system', '=', true)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Held to the end of the transaction, so that two admins do not undo each other's choice. */
export async function lockSettings(tx: Transaction, tenantId: string): Promise<void> {
  await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forUpdate().execute();
}
