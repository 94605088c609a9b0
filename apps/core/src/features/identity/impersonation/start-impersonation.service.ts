import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { ownContext } from '../../../platform/auth/operator-context.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { requirePersonInReach } from '../sessions/people-in-reach.service.ts';
import { signedInUser } from '../sessions/second-step.service.ts';
import { type ReplacedSecret, replaceSecret } from '../sessions/session-secret.service.ts';
import { homeOf } from '../sessions/sign-in.service.ts';
import * as queries from './impersonation.queries.ts';
import { boundSchools, capabilitiesLacked } from './impersonation.rules.ts';
import { finish, requireImpersonation } from './impersonation.service.ts';

export interface StartImpersonation {
  user_id: string;
  mode: 'read' | 'act';
  reason: string;
  ticket?: string | undefined;
  minutes: number;
}

/** IDN-95, IDN-96: in scope, with no right the actor lacks, never nested, never oneself. */
export async function startImpersonation(context: Context, input: StartImpersonation) {
  const { actor, platform } = context;
  if (actor.impersonation) throw new Problem('not_while_impersonating');
  const { tenant_id, user_id, session_id } = signedInUser(context);
  return context.withTenant(async (tx) => {
    const person = await requirePersonInReach(tx, context, input.user_id, 'users.impersonate');
    const target = await loadActor(platform, tenant_id, input.user_id, async () => null);
    if (!target || person.kind !== 'person' || input.user_id === user_id) throw new Problem('conflict');
    const lacked = capabilitiesLacked(actor, target);
    if (lacked.length > 0) throw new Problem('exceeds_own_rights', { context: { capabilities: lacked } });
    const now = platform.clock.now();
    const impersonation = {
      id: newId(),
      actor_id: user_id,
      target_id: input.user_id,
      session_id,
      mode: input.mode,
      reason: input.reason,
      ticket: input.ticket ?? null,
      school_ids: boundSchools(actor),
      support_grant_id: null,
      started_at: now.toISOString(),
      ends_at: new Date(now.getTime() + input.minutes * 60_000).toISOString(),
    };
    await queries.createImpersonation(tx, impersonation);
    await recordAudit(tx, context, {
      action: 'impersonation.started',
      target_type: 'user',
      target_id: input.user_id,
      reason: input.reason,
      changes: { mode: input.mode, ticket: impersonation.ticket },
    });
    const { id, mode, ends_at } = impersonation;
    const reply = { id, mode, ends_at, target_name: target.display_name, home: homeOf(target.roles) };
    return { reply, replaced: await replaceSecret(tx, { tenant_id, session_id, now }) };
  });
}

export async function endImpersonation(context: Context): Promise<ReplacedSecret | null> {
  const { id } = requireImpersonation(context.actor);
  const { tenant_id, session_id } = signedInUser(context);
  const replace = (tx: Transaction) =>
    replaceSecret(tx, { tenant_id, session_id, now: context.platform.clock.now() });
  const own = ownContext(context);
  if (own !== context) {
    await context.withTenant((tx) => finish(tx, context, id, 'ended_by_actor'));
    return own.withTenant(replace);
  }
  return context.withTenant(async (tx) => {
    await finish(tx, context, id, 'ended_by_actor');
    return replace(tx);
  });
}
