import type { TenantQuery, TenantState } from '@k12/contracts/identity/tenants';
import type { DatabaseHandle, Transaction } from '@k12/db';
import type { z } from 'zod';
import { operatorsTenantId } from './operators.rules.ts';

export function selectOptionalTenant(db: DatabaseHandle, tenantId: string) {
  return db.global.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
}

export function selectOptionalTenantBySlug(db: DatabaseHandle, slug: string) {
  return db.global.selectFrom('tenants').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function selectOptionalTenantOfHost(db: DatabaseHandle, host: string): Promise<string | null> {
  const row = await db.global
    .selectFrom('tenant_domains')
    .select('tenant_id')
    .where('domain', '=', host)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row?.tenant_id ?? null;
}

export type TenantRow = NonNullable<Awaited<ReturnType<typeof selectOptionalTenant>>>;

/** The operators' own tenant is none of theirs to look after. */
export function listTenants(db: DatabaseHandle, { state, limit }: TenantQuery, after: string | undefined) {
  return db.global
    .selectFrom('tenants')
    .selectAll()
    .where('id', '<>', operatorsTenantId)
    .$if(state !== undefined, (query) => query.where('state', '=', state as NonNullable<typeof state>))
    .$if(after !== undefined, (query) => query.where('slug', '>', after as string))
    .orderBy('slug')
    .limit(limit + 1)
    .execute();
}

/** Undefined when the tenant is in another state. */
export function updateTenantState(
  tx: Transaction,
  tenantId: string,
  change: { from: z.infer<typeof TenantState>; to: z.infer<typeof TenantState>; at: string },
) {
  return tx
    .updateTable('tenants')
    .set((eb) => ({ state: change.to, updated_at: change.at, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', tenantId)
    .where('state', '=', change.from)
    .returningAll()
    .executeTakeFirst();
}
