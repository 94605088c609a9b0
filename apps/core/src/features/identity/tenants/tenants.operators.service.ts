import type { Tenant, TenantCreate, TenantQuery } from '@k12/contracts/identity/tenants';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { contextInTenant } from '../../../platform/auth/operator-context.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { mailInvitation } from '../invitations/invitations.service.ts';
import * as foundationQueries from './foundation.queries.ts';
import type { Foundation } from './foundation.rules.ts';
import { createEverything } from './foundation.service.ts';
import { operatorsTenantId } from './operators.rules.ts';
import * as queries from './tenants.queries.ts';
import { forgetTenant } from './tenants.service.ts';

/** For operators of the installation: the endpoints let nobody else in. Counts, never records (IDN-01). */
export async function listTenants(context: Context, query: TenantQuery) {
  const [after] = (decodeCursor(query.cursor, 1) ?? []) as [string?];
  const rows = await queries.listTenants(context.platform.db, query, after);
  return pageOf(rows, query.limit, present, (row) => [row.slug]);
}

export async function getTenant(context: Context, id: string): Promise<Tenant> {
  return present(await requireTenant(context, id));
}

/** For what an operator does in or about a tenant: it is there, and it is not the operators' own. */
export async function requireTenant({ platform }: Context, id: string): Promise<queries.TenantRow> {
  const row = id === operatorsTenantId ? undefined : await queries.selectOptionalTenant(platform.db, id);
  if (!row) throw new Problem('not_found');
  return row;
}

/** The first admin gets the invitation by mail: an operator never holds a link into a tenant. */
export async function createTenant(context: Context, input: TenantCreate): Promise<Tenant> {
  const { platform } = context;
  const made = await platform.db.asJob('an operator sets up a tenant', async (tx) => {
    await foundationQueries.lockFoundation(tx, input.slug);
    if (await foundationQueries.selectOptionalTenantId(tx, input.slug)) return null;
    return createEverything(tx, platform, foundationOf(input));
  });
  if (!made) throw new Problem('tenant.slug_taken');
  const inTenant = contextInTenant(context, made.tenant_id);
  await inTenant.withTenant(async (tx) => {
    const target = { target_type: 'tenant', target_id: made.tenant_id };
    await recordAudit(tx, inTenant, { action: 'tenant.created', ...target });
    await mailInvitation(tx, inTenant, made.user_id);
  });
  return getTenant(context, made.tenant_id);
}

function foundationOf({ school, year, admin, ...tenant }: TenantCreate): Foundation {
  return {
    BOOTSTRAP_TENANT_NAME: tenant.name,
    BOOTSTRAP_TENANT_SLUG: tenant.slug,
    BOOTSTRAP_TENANT_KIND: tenant.kind,
    BOOTSTRAP_TIME_ZONE: tenant.time_zone,
    BOOTSTRAP_LOCALE: tenant.locale,
    BOOTSTRAP_SCHOOL_NAME: school.name,
    BOOTSTRAP_SCHOOL_CODE: school.code,
    BOOTSTRAP_YEAR_NAME: year.name,
    BOOTSTRAP_YEAR_STARTS_ON: year.starts_on,
    BOOTSTRAP_YEAR_ENDS_ON: year.ends_on,
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_GIVEN_NAME: admin.given_name,
    BOOTSTRAP_ADMIN_FAMILY_NAME: admin.family_name,
  };
}

export function suspendTenant(context: Context, id: string, reason: string): Promise<Tenant> {
  return changeState(context, id, reason, { from: 'active', to: 'suspended', action: 'tenant.suspended' });
}

export function resumeTenant(context: Context, id: string, reason: string): Promise<Tenant> {
  return changeState(context, id, reason, { from: 'suspended', to: 'active', action: 'tenant.resumed' });
}

type State = queries.TenantRow['state'];

async function changeState(
  context: Context,
  id: string,
  reason: string,
  { from, to, action }: { from: State; to: State; action: string },
): Promise<Tenant> {
  await requireTenant(context, id);
  const inTenant = contextInTenant(context, id);
  const row = await inTenant.withTenant(async (tx) => {
    const at = context.platform.clock.now().toISOString();
    const changed = await queries.updateTenantState(tx, id, { from, to, at });
    if (!changed) throw new Problem('conflict', { detail: `The organisation is not ${from}.` });
    await recordAudit(tx, inTenant, { action, target_type: 'tenant', target_id: id, reason });
    return changed;
  });
  forgetTenant(context.platform, id);
  return present(row);
}

function present(row: queries.TenantRow): Tenant {
  const { settings: _settings, updated_at: _updated, lock_version: _version, ...tenant } = row;
  return { ...tenant, can: { suspend: row.state === 'active', resume: row.state === 'suspended' } };
}
