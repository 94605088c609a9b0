import { createHash } from 'node:crypto';
import { roleHomes } from '@k12/contracts/identity/me';
import type { PendingStep, SignInResult } from '@k12/contracts/identity/session';
import type { SignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { hashSecret, newSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { selectChosenHome } from '../me/preferences.service.ts';
import { type Factors, factorNames, hasFactor, selectFactors, updateMfaDue } from '../mfa/factors.service.ts';
import { graceDaysOf, isNetworkAllowed, mfaRuleOf } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { tellOfNewDevice } from './new-device.service.ts';
import { revokeLinks } from './one-time-links.service.ts';
import { pendingStepOf } from './pending-step.rules.ts';
import * as sessionQueries from './sessions.queries.ts';
import { pendingMinutes, sessionLimits } from './sessions.rules.ts';
import * as queries from './sign-in.queries.ts';

/** The browser a sign-in comes from. */
export interface Visitor {
  request_id: string;
  ip: string;
  user_agent: string | null;
  /** What tells this browser from others; its address and name where it keeps no cookie. */
  device_hash?: Buffer;
}

export interface OpenedSession {
  secret: string;
  expires_at: Date;
  result: SignInResult;
}

export interface SessionRequest {
  tenant_id: string;
  user_id: string;
  method: sessionQueries.NewSession['method'];
  shared_computer: boolean;
  device_label: string | null;
  /** Who it is, where that was asked for already. */
  actor?: Actor | undefined;
  /** The method proved two factors at once. */
  mfa?: boolean;
  must_change_password?: boolean;
}

/**
 * Every way of signing in ends here: one session, one directory entry, one audit event. What the session still
 * owes (a second factor, a new password) is decided here too, for all of them alike.
 */
export async function openSession(
  platform: Platform,
  visitor: Visitor,
  request: SessionRequest,
): Promise<OpenedSession> {
  const actor =
    request.actor ?? (await loadActor(platform, request.tenant_id, request.user_id, async () => null));
  if (!actor) throw new Problem('sign_in.failed');
  const context = createContext({ platform, actor, ...visitor });
  return context.withTenant(async (tx) => {
    const [policy, factors] = await Promise.all([selectPolicy(tx), selectFactors(tx, request.user_id)]);
    if (!isNetworkAllowed(policy, actor.roles, visitor.ip)) throw new Problem('sign_in.network_not_allowed');
    const step = await decideStep(tx, context, request, policy, factors);
    const limits = sessionLimits(actor.roles, request.shared_computer, policy.session_limits);
    const [opened, result] = await Promise.all([
      storeSession(tx, context, request, { step, limits }),
      resultOf(tx, step, actor, factors),
      noteSignIn(tx, context, visitor, request),
    ]);
    return { ...opened, result };
  });
}

/** What the page does next. */
export async function resultOf(
  tx: Transaction,
  step: PendingStep | null,
  actor: Actor,
  factors: Factors,
): Promise<SignInResult> {
  const states = {
    second_factor: 'mfa_required',
    enrol_factor: 'mfa_enrolment_required',
    new_password: 'new_password_required',
  } as const;
  return {
    state: step ? states[step] : 'signed_in',
    home: step ? null : await lastHomeOf(tx, actor),
    mfa_methods: step === 'second_factor' ? factorNames(factors) : [],
    tenants: [],
  };
}

/** Somebody with several roles begins where they last chose to, as long as they hold that role. */
export async function lastHomeOf(tx: Transaction, { roles, user_id }: Actor): Promise<string> {
  const homes = roles.flatMap((role) => roleHomes[role as keyof typeof roleHomes] ?? []);
  if (new Set(homes).size < 2 || !user_id) return homeOf(roles);
  const chosen = await selectChosenHome(tx, user_id);
  return homes.find((home) => home === chosen) ?? homeOf(roles);
}

export function homeOf(roles: readonly string[]): string {
  const role = roles.find((key) => key in roleHomes) as keyof typeof roleHomes | undefined;
  return role ? roleHomes[role] : '/dashboard';
}

/** The days of grace begin with the first sign-in under a rule that requires a factor. */
async function decideStep(
  tx: Transaction,
  { platform, actor }: Context,
  request: SessionRequest,
  policy: SignInPolicy,
  factors: Factors,
): Promise<PendingStep | null> {
  const now = platform.clock.now();
  const rule = mfaRuleOf(policy, actor.roles);
  let { due_at } = factors;
  if (rule === 'required' && !hasFactor(factors) && !due_at) {
    due_at = new Date(now.getTime() + graceDaysOf(policy, actor.roles) * 86_400_000).toISOString();
    await updateMfaDue(tx, request.user_id, due_at);
  }
  return pendingStepOf({
    rule,
    due_at,
    now,
    is_proven_twice: request.mfa === true,
    has_factor: hasFactor(factors),
    must_change_password: request.must_change_password === true,
  });
}

interface Decided {
  step: PendingStep | null;
  limits: { idle_minutes: number; absolute_minutes: number };
}

async function storeSession(
  tx: Transaction,
  context: Context,
  request: SessionRequest,
  { step, limits }: Decided,
) {
  const now = context.platform.clock.now();
  const created_at = now.toISOString();
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const expiresAt = after(limits.absolute_minutes);
  const secret = newSecret();
  const id = newId();
  await sessionQueries.createSession(tx, {
    id,
    user_id: request.user_id,
    method: request.method,
    shared_computer: request.shared_computer,
    device_label: request.device_label,
    mfa: request.mfa === true,
    pending_step: step,
    ip: context.ip,
    user_agent: context.user_agent,
    created_at,
    expires_at: expiresAt.toISOString(),
  });
  await sessionQueries.createDirectoryEntry(tx, {
    token_hash: hashSecret(secret),
    tenant_id: request.tenant_id,
    session_id: id,
    user_id: request.user_id,
    idle_minutes: limits.idle_minutes,
    idle_expires_at: after(step ? pendingMinutes : limits.idle_minutes).toISOString(),
    expires_at: expiresAt.toISOString(),
    issued_at: created_at,
  });
  return { secret, expires_at: expiresAt };
}

async function noteSignIn(
  tx: Transaction,
  context: Context,
  visitor: Visitor,
  request: SessionRequest,
): Promise<void> {
  const { user_id, method } = request;
  const occurred_at = context.platform.clock.now().toISOString();
  const { ip, user_agent } = visitor;
  const device_hash = visitor.device_hash ?? createHash('sha256').update(`${ip} ${user_agent}`).digest();
  // IDN-76: whoever comes in by single sign-on needs the invitation no more.
  const isSingleSignOn = method === 'google' || method === 'saml';
  const event = { id: newId(), user_id, method, ip, user_agent, device_hash, occurred_at };
  await Promise.all([
    tellOfNewDevice(tx, context, device_hash),
    isSingleSignOn && revokeLinks(tx, user_id, ['invitation', 'first_admin'], context.platform.clock.now()),
    queries.updateLastSignIn(tx, user_id, occurred_at, method),
    queries.createSignInEvent(tx, { ...event, outcome: 'success', reason: null }),
    recordAudit(tx, context, {
      action: 'session.created',
      target_type: 'user',
      target_id: user_id,
      changes: { method },
    }),
  ]);
}
