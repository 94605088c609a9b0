import type { DatabaseHandle } from '@k12/db';

export function selectOptionalTenant(db: DatabaseHandle, tenantId: string) {
  return db.global.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
}

export function selectOptionalTenantBySlug(db: DatabaseHandle, slug: string) {
  return db.global.selectFrom('tenants').selectAll().where('slug', '=', slug).executeTakeFirst();
}
