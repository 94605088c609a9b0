import type { Session } from '@k12/contracts/identity/session';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { ownContext } from '../../../platform/auth/operator-context.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { finishWithSession } from '../impersonation/impersonation.service.ts';
import { factorNames, selectFactors } from '../mfa/factors.service.ts';
import { requirePersonInReach } from './people-in-reach.service.ts';
import { signedInUser } from './second-step.service.ts';
import * as queries from './sessions.queries.ts';

/** To be called by whatever changes somebody's rights: they hold from that person's next request on (IDN-50). */
export async function refreshRights(tx: Transaction, context: Context, userId: string): Promise<void> {
  await queries.updateRevision(tx, context.actor.tenant_id, userId);
}

/** The same for one session, also of another tenant: an operator's (IDN-99). */
export const refreshSession = queries.updateSessionRevision;

/** In which tenant an operator's session acts for somebody. */
export async function updateSupportTenant(
  tx: Transaction,
  sessionId: string,
  support_tenant_id: string,
): Promise<void> {
  await queries.updateSession(tx, sessionId, { support_tenant_id });
}

export async function signOut(context: Context): Promise<void> {
  const { session_id } = signedInUser(context);
  const own = ownContext(context);
  // What an operator does for somebody is noted in that person's tenant, the session in the operator's own.
  if (own !== context) await context.withTenant((tx) => finishWithSession(tx, context, session_id));
  await own.withTenant((tx) => endOne(tx, own, session_id, 'signed_out'));
}

async function endOne(tx: Transaction, context: Context, session_id: string, reason: string): Promise<void> {
  const { tenant_id } = context.actor;
  const ended_at = context.platform.clock.now().toISOString();
  await finishWithSession(tx, context, session_id);
  await queries.endSession(tx, { tenant_id, session_id, ended_at, reason });
  await recordAudit(tx, context, {
    action: 'session.ended',
    target_type: 'session',
    target_id: session_id,
    changes: { reason },
  });
}

/** For the dialog that offers to stay, and the page of the second step (IDN-81). */
export async function getSession(context: Context) {
  const { session } = context.actor;
  if (!session) throw new Problem('forbidden');
  const { user_id } = signedInUser(context);
  const { id, pending_step, idle_expires_at, expires_at, authenticated_at } = session;
  const factors = await ownContext(context).readTenant((tx) => selectFactors(tx, user_id));
  const mfa_methods = pending_step === 'second_factor' ? factorNames(factors) : [];
  return { id, pending_step, mfa_methods, idle_expires_at, expires_at, authenticated_at };
}

export async function listMySessions(context: Context) {
  const { user_id } = own(context);
  return { data: await context.readTenant((tx) => listSessions(tx, context, user_id)) };
}

export async function endMySession(context: Context, id: string): Promise<void> {
  const { user_id } = own(context);
  await context.withTenant((tx) => endSessionOrApp(tx, context, user_id, id));
}

export async function endMyOtherSessions(context: Context): Promise<{ ended: number }> {
  const { user_id } = own(context);
  return context.withTenant((tx) => endMany(tx, context, user_id, context.actor.session?.id));
}

export async function listUserSessions(context: Context, userId: string) {
  return context.readTenant(async (tx) => {
    await requirePersonInReach(tx, context, userId, 'sessions.revoke_others');
    return { data: await listSessions(tx, context, userId) };
  });
}

export async function endUserSession(context: Context, userId: string, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    await requirePersonInReach(tx, context, userId, 'sessions.revoke_others');
    await endSessionOrApp(tx, context, userId, id);
  });
}

export async function endUserSessions(context: Context, userId: string): Promise<{ ended: number }> {
  return context.withTenant(async (tx) => {
    await requirePersonInReach(tx, context, userId, 'sessions.revoke_others');
    return endMany(tx, context, userId, undefined);
  });
}

function own({ actor }: Context): { user_id: string } {
  if (!actor.user_id) throw new Problem('forbidden');
  return { user_id: actor.user_id };
}

async function endMany(tx: Transaction, context: Context, user_id: string, keep: string | undefined) {
  const ended_at = context.platform.clock.now().toISOString();
  const { tenant_id } = context.actor;
  const all = { tenant_id, user_id, except_session_id: keep, ended_at, reason: 'ended_by_user' };
  const ended = (await queries.endSessionsOfUser(tx, all)) + (await queries.endDevicesOfUser(tx, all));
  await recordAudit(tx, context, {
    action: 'session.all_ended',
    target_type: 'user',
    target_id: user_id,
    changes: { ended },
  });
  return { ended };
}

/** An id of somebody else's session is not found, like one that never was (IDN-42). */
async function endSessionOrApp(
  tx: Transaction,
  context: Context,
  user_id: string,
  id: string,
): Promise<void> {
  const session = await queries.selectOptionalSession(tx, id);
  if (session?.user_id === user_id && !session.ended_at) return endOne(tx, context, id, 'ended_by_user');
  const { tenant_id } = context.actor;
  const ended_at = context.platform.clock.now().toISOString();
  const ended = await queries.endDevice(tx, { tenant_id, user_id, id, ended_at, reason: 'ended_by_user' });
  if (!ended) throw new Problem('not_found');
  await recordAudit(tx, context, {
    action: 'device_session.ended',
    target_type: 'device_session',
    target_id: id,
  });
}

async function listSessions(tx: Transaction, context: Context, userId: string): Promise<Session[]> {
  const { actor, platform } = context;
  const now = platform.clock.now().toISOString();
  const [sessions, devices] = await Promise.all([
    queries.listOpenSessions(tx, actor.tenant_id, userId, now),
    queries.listOpenDevices(tx, userId, now),
  ]);
  const browsers = sessions.map((session) => ({
    ...session,
    kind: 'browser' as const,
    is_current: session.id === actor.session?.id,
  }));
  const apps = devices.map((device) => ({
    id: device.id,
    kind: 'app' as const,
    method: device.method as Session['method'],
    device_label: device.device_name,
    user_agent: null,
    ip: device.ip,
    shared_computer: false,
    created_at: device.created_at,
    last_seen_at: device.last_used_at,
    expires_at: device.refresh_expires_at,
    is_current: device.id === actor.bearer?.id,
  }));
  return [...browsers, ...apps];
}
