import type { SupportGrant, SupportGrantCreate } from '@k12/contracts/identity/support-grants';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { finish } from '../impersonation/impersonation.service.ts';
import { refreshSession } from '../sessions/sessions.service.ts';
import { operatorsTenantId } from '../tenants/operators.rules.ts';
import { forgetTenant } from '../tenants/tenants.service.ts';
import * as queries from './support-grants.queries.ts';
import { isInForce, periodFrom, presentGrant } from './support-grants.rules.ts';

type Access = 'never' | 'ask' | 'allow';

export async function getSupportAccess(context: Context): Promise<{ support_access: Access }> {
  authorize(reachesTenant(context.actor, 'tenant_settings.read'), 'tenant_settings.read');
  return context.withTenant(async (tx) => ({ support_access: await accessOf(tx, context) }));
}

export async function accessOf(tx: Transaction, { actor }: Context): Promise<Access> {
  const row = await queries.selectOptionalSupportAccess(tx, actor.tenant_id);
  if (!row) throw new Problem('not_found');
  return row.support_access;
}

/** Taking the consent back does not end what was granted already: that is revoked one by one, and listed. */
export async function setSupportAccess(context: Context, support_access: Access) {
  requireGranter(context);
  const { actor, platform } = context;
  await context.withTenant(async (tx) => {
    const before = await accessOf(tx, context);
    await queries.updateSupportAccess(
      tx,
      actor.tenant_id,
      support_access,
      platform.clock.now().toISOString(),
    );
    await recordAudit(tx, context, {
      action: 'support_access.changed',
      target_type: 'tenant',
      target_id: actor.tenant_id,
      changes: { support_access: [before, support_access] },
    });
  });
  forgetTenant(platform, actor.tenant_id);
  return { support_access };
}

export async function listGrants(context: Context, query: { limit: number; cursor?: string | undefined }) {
  requireGranter(context);
  const now = context.platform.clock.now();
  const before = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) => queries.listGrants(tx, query.limit, before));
  return pageOf(
    rows,
    query.limit,
    (row) => presentGrant(row, now),
    (row) => [row.created_at, row.id],
  );
}

export async function createGrant(context: Context, input: SupportGrantCreate): Promise<SupportGrant> {
  requireGranter(context);
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    await requireScope(tx, input);
    const grant = await queries.createGrant(tx, {
      ...input,
      state: 'active',
      origin: 'tenant',
      requested_by: null,
      granted_by: context.actor.user_id,
      created_at: now.toISOString(),
      ...periodFrom(now, input.hours),
    });
    await noteGrant(tx, context, 'support_grant.created', grant);
    return presentGrant(grant, now);
  });
}

export async function approveGrant(context: Context, id: string): Promise<SupportGrant> {
  requireGranter(context);
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const known = await requireGrant(tx, id);
    if (known.state !== 'requested')
      throw new Problem('conflict', { detail: 'Nobody waits for this any more.' });
    const grant = await queries.updateGrant(tx, id, {
      state: 'active',
      granted_by: context.actor.user_id,
      ...periodFrom(now, known.hours),
    });
    await noteGrant(tx, context, 'support_grant.approved', grant);
    return presentGrant(grant, now);
  });
}

/** A request is declined, a permission ends with the operator's next click. */
export async function revokeGrant(context: Context, id: string): Promise<SupportGrant> {
  requireGranter(context);
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const known = await requireGrant(tx, id);
    const isRequest = known.state === 'requested';
    if (!isRequest && !isInForce(known, now))
      throw new Problem('conflict', { detail: 'It has ended already.' });
    const state = isRequest ? 'declined' : 'revoked';
    const grant = await queries.updateGrant(tx, id, { state, ended_at: now.toISOString() });
    if (!isRequest) await endUses(tx, context, id);
    await noteGrant(tx, context, isRequest ? 'support_grant.declined' : 'support_grant.revoked', grant);
    return presentGrant(grant, now);
  });
}

/** Revocable at once: whoever is in is out with the next click, in every process (IDN-99). */
async function endUses(tx: Transaction, context: Context, grantId: string): Promise<void> {
  for (const use of await queries.listOpenUses(tx, grantId)) {
    await finish(tx, context, use.id, 'grant_revoked');
    await refreshSession(tx, operatorsTenantId, use.session_id);
  }
}

export async function requireGrant(tx: Transaction, id: string): Promise<queries.GrantRow> {
  const grant = await queries.selectOptionalGrant(tx, id);
  if (!grant) throw new Problem('not_found');
  return grant;
}

export async function requireScope(tx: Transaction, input: SupportGrantCreate): Promise<void> {
  if (await queries.existsInTenant(tx, input)) return;
  throw invalid(`/${input.scope}_id`, 'unknown', 'The organisation has no such record.');
}

export async function noteGrant(
  tx: Transaction,
  context: Context,
  action: string,
  grant: queries.GrantRow,
): Promise<void> {
  const { id, reason, scope, school_id, user_id, student_records, hours } = grant;
  await recordAudit(tx, context, {
    action,
    target_type: 'support_grant',
    target_id: id,
    reason,
    changes: { scope, school_id, user_id, student_records, hours },
  });
}

/** Letting somebody into the whole organisation is for those who hold all of it. */
function requireGranter({ actor }: Context): void {
  authorize(reachesTenant(actor, 'support_access.grant'), 'support_access.grant');
}
