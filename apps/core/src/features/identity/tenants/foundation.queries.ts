import { newId, type Transaction } from '@k12/db';
import type { Foundation } from './foundation.rules.ts';

/** Two operators starting at once take turns. */
export async function lockFoundation(tx: Transaction, slug: string): Promise<void> {
  await tx
    .selectNoFrom((eb) =>
      eb.fn('pg_advisory_xact_lock', [eb.fn('hashtext', [eb.val(`found ${slug}`)])]).as('locked'),
    )
    .execute();
}

export function selectOptionalTenantId(tx: Transaction, slug: string) {
  return tx.selectFrom('tenants').select('id').where('slug', '=', slug).executeTakeFirst();
}

export async function createFirstSchool(
  tx: Transaction,
  tenant_id: string,
  foundation: Foundation,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('schools')
    .values({
      tenant_id,
      id,
      name: foundation.BOOTSTRAP_SCHOOL_NAME,
      code: foundation.BOOTSTRAP_SCHOOL_CODE,
      code_normalized: foundation.BOOTSTRAP_SCHOOL_CODE.normalize('NFKC').toLowerCase(),
      time_zone: foundation.BOOTSTRAP_TIME_ZONE,
      staff_count: 1,
    })
    .execute();
  return id;
}

export async function createFirstYear(
  tx: Transaction,
  tenant_id: string,
  foundation: Foundation,
): Promise<void> {
  await tx
    .insertInto('academic_years')
    .values({
      tenant_id,
      id: newId(),
      name: foundation.BOOTSTRAP_YEAR_NAME,
      starts_on: foundation.BOOTSTRAP_YEAR_STARTS_ON,
      ends_on: foundation.BOOTSTRAP_YEAR_ENDS_ON,
      state: 'active',
    })
    .execute();
}

interface FirstAdmin {
  tenant_id: string;
  user_id: string;
  role_id: string;
  school_id: string;
}

export async function createFirstAdminRights(tx: Transaction, admin: FirstAdmin): Promise<void> {
  const { tenant_id, user_id, role_id, school_id } = admin;
  await tx
    .insertInto('memberships')
    .values({ tenant_id, id: newId(), user_id, school_id, is_primary: true })
    .execute();
  await tx
    .insertInto('role_assignments')
    .values({ tenant_id, id: newId(), user_id, role_id, scope: 'tenant', school_id: null })
    .execute();
  await tx
    .updateTable('tenants')
    .set({ schools_count: 1, users_count: 1 })
    .where('id', '=', tenant_id)
    .execute();
}

export async function createFoundationAudit(tx: Transaction, tenant_id: string, at: string): Promise<void> {
  await tx
    .insertInto('audit_events')
    .values({
      tenant_id,
      id: newId(),
      occurred_at: at,
      action: 'tenant.founded',
      actor_kind: 'operator',
      target_type: 'tenant',
      target_id: tenant_id,
      reason: 'bootstrap command',
    })
    .execute();
}
