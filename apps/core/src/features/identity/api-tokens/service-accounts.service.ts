import type { ApiTokenCreate, ServiceAccount } from '@k12/contracts/identity/api-tokens';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { loadActor, loadGrantsToCome } from '../actors/actors.service.ts';
import { hasRightsBeyond } from '../sessions/people-in-reach.service.ts';
import { displayName, fold } from '../users/users.rules.ts';
import { limitGrants } from './api-tokens.rules.ts';
import { createTokenFor, requireOwnRights } from './api-tokens.service.ts';
import * as queries from './service-accounts.queries.ts';

export async function listServiceAccounts(context: Context): Promise<{ data: ServiceAccount[] }> {
  requireManage(context);
  return context.readTenant(async (tx) => ({ data: await presentAll(tx, await queries.listAccounts(tx)) }));
}

/** A user without sign-in; its rights are assigned like a person's (IDN-89). */
export async function createServiceAccount(
  context: Context,
  input: { name: string; owner_ids: string[] },
): Promise<ServiceAccount> {
  requireManage(context);
  await requireAdmins(context, input.owner_ids);
  return context.withTenant(async (tx) => {
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await queries.createAccount(tx, { id, name: input.name, sort_name: fold(input.name), created_at });
    await queries.replaceOwners(tx, id, input.owner_ids);
    await recordAudit(tx, context, { action: 'service_account.created', target_type: 'user', target_id: id });
    return present(tx, id);
  });
}

/** New owners take over before the tokens stop. */
export async function adoptServiceAccount(
  context: Context,
  id: string,
  ownerIds: string[],
): Promise<ServiceAccount> {
  requireManage(context);
  await requireAdmins(context, ownerIds);
  return context.withTenant(async (tx) => {
    await present(tx, id);
    await queries.replaceOwners(tx, id, ownerIds);
    await recordAudit(tx, context, { action: 'service_account.adopted', target_type: 'user', target_id: id });
    return present(tx, id);
  });
}

export async function createServiceToken(context: Context, id: string, input: ApiTokenCreate) {
  requireManage(context);
  const { actor, platform } = context;
  requireOwnRights(actor, input);
  return context.withTenant(async (tx) => {
    await present(tx, id);
    const grants = await loadGrantsToCome(platform, actor.tenant_id, id);
    if (hasRightsBeyond(limitGrants({ grants }, input.scopes, input.school_id), actor))
      throw new Problem('exceeds_own_rights');
    return createTokenFor(tx, context, id, input);
  });
}

/** For whatever ends somebody's time here: the service accounts they answered for are flagged (IDN-89). */
export async function noteOwnerLeft(tx: Transaction, context: Context, userId: string): Promise<void> {
  await queries.markOwnerLeft(tx, userId, context.platform.clock.now().toISOString());
}

function requireManage(context: Context): void {
  authorize(reachesTenant(context.actor, 'service_accounts.manage'), 'service_accounts.manage');
}

/** Owned by two admins, named: somebody answers when the other one is away. */
async function requireAdmins(context: Context, ownerIds: string[]): Promise<void> {
  const { platform, actor } = context;
  for (const [at, ownerId] of ownerIds.entries()) {
    const owner = await loadActor(platform, actor.tenant_id, ownerId, async () => null);
    const isAdmin = owner?.roles.some((role) => role === 'admin' || role === 'district_admin');
    if (!isAdmin) throw invalid(`/owner_ids/${at}`, 'not_an_admin', 'Name an active admin.');
  }
}

async function present(tx: Transaction, id: string): Promise<ServiceAccount> {
  const row = await queries.selectOptionalAccount(tx, id);
  const [account] = row ? await presentAll(tx, [row]) : [];
  if (!account) throw new Problem('not_found');
  return account;
}

async function presentAll(tx: Transaction, rows: queries.AccountRow[]): Promise<ServiceAccount[]> {
  const ids = rows.map((row) => row.id);
  const owners = await queries.listOwners(tx, ids);
  return rows.map((row) => ({
    id: row.id,
    name: row.given_name,
    tokens: Number(row.tokens ?? 0),
    created_at: row.created_at,
    owners: owners
      .filter((owner) => owner.service_user_id === row.id)
      .map((owner) => ({ id: owner.id, display_name: displayName(owner), left_at: owner.left_at })),
  }));
}
