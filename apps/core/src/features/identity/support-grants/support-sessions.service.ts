import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { contextInTenant } from '../../../platform/auth/operator-context.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { createImpersonation, finishWithSession } from '../impersonation/impersonation.service.ts';
import { signedInUser } from '../sessions/second-step.service.ts';
import { type ReplacedSecret, replaceSecret } from '../sessions/session-secret.service.ts';
import { updateSupportTenant } from '../sessions/sessions.service.ts';
import { homeOf } from '../sessions/sign-in.service.ts';
import { requireTenant } from '../tenants/tenants.operators.service.ts';
import { isInForce } from './support-grants.rules.ts';
import { requireGrant } from './support-grants.service.ts';

export interface UseOfGrant {
  tenant_id: string;
  grant_id: string;
  user_id: string;
  reason: string;
  ticket?: string | undefined;
  minutes: number;
}

/** The one way in for an operator: as somebody of the tenant, reading only, for as long as the grant holds (IDN-95). */
export async function useSupportGrant(context: Context, use: UseOfGrant) {
  await requireTenant(context, use.tenant_id);
  const { session_id, tenant_id, user_id } = signedInUser(context);
  const there = contextInTenant(context, use.tenant_id);
  const now = context.platform.clock.now();
  const reply = await there.withTenant(async (tx) => {
    const grant = await requireGrant(tx, use.grant_id);
    if (!isInForce(grant, now)) throw new Problem('support_access.refused');
    const target = await loadActor(context.platform, use.tenant_id, use.user_id, async () => null);
    const isInside =
      (grant.scope !== 'user' || grant.user_id === use.user_id) &&
      (grant.school_id === null || target?.school_ids.includes(grant.school_id) === true);
    if (!target || !isInside) throw new Problem('not_found');
    const ends = Math.min(now.getTime() + use.minutes * 60_000, new Date(grant.ends_at ?? 0).getTime());
    const impersonation = {
      id: newId(),
      actor_id: user_id,
      target_id: use.user_id,
      session_id,
      mode: 'read' as const,
      reason: use.reason,
      ticket: use.ticket ?? null,
      school_ids: grant.school_id ? [grant.school_id] : null,
      support_grant_id: grant.id,
      started_at: now.toISOString(),
      ends_at: new Date(ends).toISOString(),
    };
    // One whose second half below was lost.
    await finishWithSession(tx, there, session_id);
    await createImpersonation(tx, impersonation);
    await recordAudit(tx, there, {
      action: 'impersonation.started',
      target_type: 'user',
      target_id: use.user_id,
      reason: use.reason,
      changes: { mode: 'read', ticket: impersonation.ticket, support_grant_id: grant.id },
    });
    const { id, mode, ends_at } = impersonation;
    return { id, mode, ends_at, target_name: target.display_name, home: homeOf(target.roles) };
  });
  return { reply, replaced: await rememberTenant(context, { tenant_id, session_id }, use.tenant_id) };
}

function rememberTenant(
  context: Context,
  session: { tenant_id: string; session_id: string },
  support_tenant_id: string,
): Promise<ReplacedSecret | null> {
  return context.withTenant(async (tx) => {
    await updateSupportTenant(tx, session.session_id, support_tenant_id);
    return replaceSecret(tx, { ...session, now: context.platform.clock.now() });
  });
}
