import { type Changes, newId, type Transaction } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export interface NewGrant {
  state: 'requested' | 'active';
  origin: 'tenant' | 'operator' | 'break_glass';
  scope: 'tenant' | 'school' | 'user';
  school_id: string | null;
  user_id: string | null;
  student_records: boolean;
  reason: string;
  hours: number;
  requested_by: string | null;
  granted_by: string | null;
  created_at: string;
  starts_at: string | null;
  ends_at: string | null;
}

export function createGrant(tx: Transaction, grant: NewGrant) {
  return tx
    .insertInto('support_grants')
    .values({ id: newId(), ...grant })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type GrantRow = Awaited<ReturnType<typeof createGrant>>;

export function selectOptionalGrant(tx: Transaction, id: string) {
  return tx.selectFrom('support_grants').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Newest first. */
export function listGrants(tx: Transaction, limit: number, after: Position) {
  return page(tx, limit, after).execute();
}

/** The same of every tenant, for the job role alone. */
export function listGrantsOfAll(tx: Transaction, limit: number, after: Position) {
  return page(tx, limit, after)
    .innerJoin('tenants as tenant', 'tenant.id', 'grant.tenant_id')
    .select(['tenant.name as tenant_name', 'tenant.slug as tenant_slug'])
    .execute();
}

function page(tx: Transaction, limit: number, after: Position) {
  const rows = tx
    .selectFrom('support_grants as grant')
    .selectAll('grant')
    .limit(limit + 1);
  return inOrderAfter(rows, ['grant.created_at', 'grant.id'], after, 'desc');
}

export function updateGrant(
  tx: Transaction,
  id: string,
  changes: Changes<{
    state: GrantRow['state'];
    granted_by: string | null;
    confirmed_by: string | null;
    starts_at: string | null;
    ends_at: string | null;
    ended_at: string | null;
  }>,
) {
  return tx
    .updateTable('support_grants')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function selectOptionalSupportAccess(tx: Transaction, tenantId: string) {
  return tx
    .selectFrom('tenants')
    .select('support_access')
    .where('id', '=', tenantId)
    .forShare()
    .executeTakeFirst();
}

export async function updateSupportAccess(
  tx: Transaction,
  tenantId: string,
  support_access: 'never' | 'ask' | 'allow',
  at: string,
): Promise<void> {
  await tx
    .updateTable('tenants')
    .set((eb) => ({ support_access, updated_at: at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', tenantId)
    .execute();
}

/** The scope of a grant must name something of this tenant. */
export async function existsInTenant(
  tx: Transaction,
  { school_id, user_id }: { school_id: string | null; user_id: string | null },
): Promise<boolean> {
  const [school, user] = await Promise.all([
    school_id ? tx.selectFrom('schools').select('id').where('id', '=', school_id).executeTakeFirst() : true,
    user_id ? tx.selectFrom('users').select('id').where('id', '=', user_id).executeTakeFirst() : true,
  ]);
  return school !== undefined && user !== undefined;
}

/** Those who hold the whole tenant hear of it (IDN-99). */
export async function listTenantAdmins(tx: Transaction, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as user', 'user.id', 'assignment.user_id')
    .select('user.id')
    .distinct()
    .where('user.state', '=', 'active')
    .where('assignment.scope', '=', 'tenant')
    .where('role.is_system', '=', true)
    .where('role.key', 'in', ['admin', 'district_admin'])
    .where((eb) => eb.or([eb('assignment.starts_on', 'is', null), eb('assignment.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('assignment.ends_on', 'is', null), eb('assignment.ends_on', '>=', today)]))
    .execute();
  return rows.map((row) => row.id);
}

export function listOpenUses(tx: Transaction, grantId: string) {
  return tx
    .selectFrom('impersonations')
    .select(['id', 'session_id'])
    .where('support_grant_id', '=', grantId)
    .where('ended_at', 'is', null)
    .execute();
}
