import { type Capability, type SystemRoleKey, systemRoleGrants } from '@k12/contracts';
import type { Role, RoleCreate, RoleUpdate } from '@k12/contracts/identity/roles';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import type { TenantRights } from '../actors/actors.rules.ts';
import { requireAnotherAdmin, requireSomeAdmin } from '../role-assignments/last-admin.service.ts';
import { refreshRights } from '../sessions/sessions.service.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import * as policy from './roles.policy.ts';
import * as queries from './roles.queries.ts';
import { roleKey } from './roles.rules.ts';

export async function listRoles(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const after = decodeCursor(query.cursor, 2);
  const tenant = await tenantOf(context);
  const rows = await context.readTenant((tx) => queries.listRoles(tx, query.limit, after));
  return pageOf(
    rows,
    query.limit,
    (row) => present(context.actor, row, tenant),
    (row) => [Number(row.is_system), row.key],
  );
}

export async function getRole(context: Context, id: string): Promise<Role> {
  const role = await context.readTenant((tx) => queries.selectRole(tx, id));
  return present(context.actor, role, await tenantOf(context));
}

/** For features that hand out or name a role. */
export function selectRole(tx: Transaction, id: string): Promise<queries.RoleRow> {
  return queries.selectRole(tx, id);
}

export async function createRole(context: Context, input: RoleCreate): Promise<Role> {
  authorize(policy.canManageRoles(context.actor), 'roles.manage');
  refuseBeyond(context.actor, input.capabilities);
  return context.withTenant(async (tx) => {
    const taken = new Set((await queries.listRoleKeys(tx)).map((row) => row.key));
    const id = newId();
    await queries.createRole(tx, {
      id,
      key: roleKey(input.name, taken),
      name: input.name,
      description: input.description ?? null,
      copied_from: input.copied_from ?? null,
      capabilities: [...new Set(input.capabilities)],
      created_at: context.platform.clock.now().toISOString(),
    });
    const changes = { capabilities: [[], input.capabilities] };
    await recordAudit(tx, context, { action: 'role.created', target_type: 'role', target_id: id, changes });
    return present(context.actor, await queries.selectRole(tx, id), await tenantOf(context));
  });
}

export async function updateRole(
  context: Context,
  id: string,
  { lock_version, ...changes }: RoleUpdate,
): Promise<Role> {
  return context.withTenant(async (tx) => {
    const before = await queries.selectRole(tx, id);
    requireCustom(context.actor, before);
    if (changes.capabilities) refuseBeyond(context.actor, changes.capabilities);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateRole(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', {
        current: present(context.actor, before, await tenantOf(context)),
      });
    }
    if (losesRightsManagement(before, changes.capabilities)) await requireSomeAdmin(tx, context);
    await recordAudit(tx, context, {
      action: 'role.updated',
      target_type: 'role',
      target_id: id,
      changes: changesBetween(before, changes),
    });
    await refreshHolders(tx, context, id);
    return present(context.actor, await queries.selectRole(tx, id), await tenantOf(context));
  });
}

export async function deleteRole(
  context: Context,
  id: string,
  replacementId: string | undefined,
): Promise<void> {
  await context.withTenant(async (tx) => {
    const role = await queries.selectRole(tx, id);
    requireCustom(context.actor, role);
    if (role.holders_count && !replacementId) {
      const detail = `${role.holders_count} people hold this role: name the role they get instead.`;
      throw new Problem('conflict', { detail, context: { holders_count: role.holders_count } });
    }
    const holders = await queries.listHolderIds(tx, id);
    if (replacementId) await replaceRole(tx, context, id, replacementId);
    await requireAnotherAdmin(tx, context, holders);
    await queries.deleteRole(tx, id);
    await Promise.all(holders.map((userId) => refreshRights(tx, context, userId)));
    const changes = { replacement_id: replacementId ?? null };
    await recordAudit(tx, context, { action: 'role.deleted', target_type: 'role', target_id: id, changes });
  });
}

async function replaceRole(
  tx: Transaction,
  context: Context,
  id: string,
  replacementId: string,
): Promise<void> {
  const replacement = await queries.selectRole(tx, replacementId);
  refuseBeyond(context.actor, capabilitiesOf(replacement, await tenantOf(context)));
  await queries.moveHolders(tx, id, replacement.id);
}

async function refreshHolders(tx: Transaction, context: Context, roleId: string): Promise<void> {
  const holders = await queries.listHolderIds(tx, roleId);
  await Promise.all(holders.map((userId) => refreshRights(tx, context, userId)));
}

function losesRightsManagement(before: queries.RoleRow, after: readonly Capability[] | undefined): boolean {
  const manage = 'role_assignments.manage';
  return after !== undefined && before.capabilities.includes(manage) && !after.includes(manage);
}

function requireCustom(actor: Actor, role: queries.RoleRow): void {
  authorize(policy.canManageRoles(actor), 'roles.manage');
  if (role.is_system) throw new Problem('conflict', { detail: 'System roles cannot be changed or removed.' });
}

/** A custom role may be given at tenant scope, so its maker must hold every part of it there (IDN-45). */
function refuseBeyond(actor: Actor, capabilities: readonly Capability[]): void {
  const beyond = capabilities.filter((capability) => !reachesTenant(actor, capability));
  if (beyond.length > 0) throw new Problem('exceeds_own_rights', { context: { capabilities: beyond } });
}

function tenantOf({ platform, actor }: Context): Promise<TenantRights> {
  return selectTenant(platform, actor.tenant_id);
}

/** What a role grants somewhere: stored for custom roles, for system ones the table with the marks turned on here. */
function capabilitiesOf(role: queries.RoleRow, tenant: TenantRights): Capability[] {
  if (!role.is_system) return role.capabilities as Capability[];
  const key = role.key as SystemRoleKey;
  return systemRoleGrants[key]
    .filter((grant) => !grant.optional || tenant.optional_grants.has(`${key}:${grant.capability}`))
    .map((grant) => grant.capability);
}

function present(actor: Actor, role: queries.RoleRow, tenant: TenantRights): Role {
  const may = policy.canUpdateRole(actor, role);
  return {
    ...role,
    capabilities: capabilitiesOf(role, tenant),
    holders_count: role.holders_count ?? 0,
    can: { update: may, delete: may, assign: policy.canAssignRoles(actor) },
  };
}
