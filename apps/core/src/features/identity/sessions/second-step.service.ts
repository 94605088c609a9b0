import type { Reauthentication, SecondStep, SignInResult } from '@k12/contracts/identity/session';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { acceptRecoveryCode, acceptTotp, selectFactors } from '../mfa/factors.service.ts';
import { acceptPasskey } from '../passkeys/passkey-proof.service.ts';
import { revokeLinks } from './one-time-links.service.ts';
import { hashPassword, verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import { checkNewPassword, storePassword, tellPasswordChanged } from './passwords.service.ts';
import { type ReplacedSecret, replaceSecret } from './session-secret.service.ts';
import * as sessionQueries from './sessions.queries.ts';
import * as queries from './sign-in.queries.ts';
import { resultOf } from './sign-in.service.ts';
import { attemptSucceeded, countAttempt } from './throttle.service.ts';

interface Person {
  tenant_id: string;
  user_id: string;
}

/** Who proves something: the one who signed in, also while acting for somebody. */
function provingPerson({ actor }: Context): Person {
  const user_id = actor.impersonation?.actor_user_id ?? actor.user_id;
  if (!user_id || actor.bearer?.kind === 'api_token') throw new Problem('forbidden');
  return { tenant_id: actor.impersonation?.home_tenant_id ?? actor.tenant_id, user_id };
}

/** The same with their session, for what only a browser does. */
export function signedInUser(context: Context): Person & { session_id: string } {
  const { session } = context.actor;
  if (!session) throw new Problem('forbidden');
  return { ...provingPerson(context), session_id: session.id };
}

export interface Raised {
  result: SignInResult;
  replaced: ReplacedSecret | null;
}

/** The second step of a sign-in. A wrong proof counts like a wrong password (IDN-100). */
export async function confirmSecondFactor(
  context: Context,
  deviceHash: Buffer,
  step: SecondStep,
): Promise<Raised> {
  if (context.actor.session?.pending_step !== 'second_factor') throw new Problem('conflict');
  await requireProof(context, deviceHash, step);
  return context.withTenant(async (tx) => {
    const { user_id } = signedInUser(context);
    const account = await queries.selectOptionalAccount(tx, user_id);
    const mustChange = context.actor.session?.method === 'code' || account?.must_change === true;
    return completeStep(tx, context, { mfa: true, pending_step: mustChange ? 'new_password' : null });
  });
}

/** Marks a step as done, gives the session a new secret, and says what comes next (IDN-79). */
export async function completeStep(
  tx: Transaction,
  context: Context,
  changes: sessionQueries.SessionChanges,
): Promise<Raised> {
  const { tenant_id, user_id, session_id } = signedInUser(context);
  const now = context.platform.clock.now();
  await sessionQueries.updateSession(tx, session_id, { ...changes, authenticated_at: now.toISOString() });
  const replaced = await replaceSecret(tx, { tenant_id, session_id, now });
  const factors = await selectFactors(tx, user_id);
  const step = changes.pending_step ?? null;
  return { result: await resultOf(tx, step, context.actor, factors), replaced };
}

/** Step-up before a sensitive operation (IDN-46). */
export async function reauthenticate(context: Context, deviceHash: Buffer, proof: Reauthentication) {
  await requireProof(context, deviceHash, proof);
  const { session, bearer, tenant_id } = context.actor;
  const authenticated_at = context.platform.clock.now().toISOString();
  await context.withTenant(async (tx) => {
    if (session) {
      await sessionQueries.updateSession(tx, session.id, { authenticated_at });
      await sessionQueries.updateSessionRevision(tx, tenant_id, session.id);
    } else if (bearer) {
      await sessionQueries.updateDeviceConfirmed(tx, { tenant_id, id: bearer.id, at: authenticated_at });
    }
    const target_id = session?.id ?? bearer?.id ?? context.request_id;
    await recordAudit(tx, context, { action: 'session.confirmed', target_type: 'session', target_id });
  });
  return { authenticated_at };
}

/** The password that a one-time code asked for. */
export async function replaceTemporaryPassword(context: Context, password: string): Promise<Raised> {
  if (context.actor.session?.pending_step !== 'new_password') throw new Problem('conflict');
  const { user_id } = signedInUser(context);
  await context.readTenant((tx) => checkNewPassword(tx, user_id, password));
  const hash = await hashPassword(password);
  return context.withTenant(async (tx) => {
    await noteNewPassword(tx, context, user_id, hash);
    return completeStep(tx, context, { pending_step: null });
  });
}

/** A change of password ends all other sessions and apps, and the person is told (IDN-68, IDN-79). */
export async function changePassword(
  context: Context,
  deviceHash: Buffer,
  input: { current_password: string; password: string },
): Promise<ReplacedSecret | null> {
  await requireProof(context, deviceHash, { password: input.current_password });
  const { user_id, session_id, tenant_id } = signedInUser(context);
  await context.readTenant((tx) => checkNewPassword(tx, user_id, input.password));
  const hash = await hashPassword(input.password);
  return context.withTenant(async (tx) => {
    await noteNewPassword(tx, context, user_id, hash);
    return replaceSecret(tx, { tenant_id, session_id, now: context.platform.clock.now() });
  });
}

async function noteNewPassword(
  tx: Transaction,
  context: Context,
  user_id: string,
  hash: string,
): Promise<void> {
  const { session_id, tenant_id } = signedInUser(context);
  const ended_at = context.platform.clock.now().toISOString();
  await storePassword(tx, context.platform, user_id, hash);
  const all = { tenant_id, user_id, except_session_id: session_id, ended_at, reason: 'password_changed' };
  await revokeLinks(tx, user_id, ['password_reset', 'temporary_code'], context.platform.clock.now());
  await sessionQueries.endSessionsOfUser(tx, all);
  await sessionQueries.endDevicesOfUser(tx, all);
  await recordAudit(tx, context, { action: 'password.changed', target_type: 'user', target_id: user_id });
  await tellPasswordChanged(tx, context, user_id);
}

async function requireProof(context: Context, deviceHash: Buffer, proof: Reauthentication): Promise<void> {
  const { tenant_id, user_id } = provingPerson(context);
  const attempt = { account_hash: hashSecret(`person:${tenant_id}:${user_id}`), device_hash: deviceHash };
  await countAttempt(context.platform, attempt);
  if (!(await isProof(context, proof))) {
    await recordWrongProof(context, proof);
    throw new Problem('sign_in.failed');
  }
  await attemptSucceeded(context.platform, attempt);
}

async function isProof(context: Context, proof: Reauthentication): Promise<boolean> {
  const { tenant_id, user_id } = provingPerson(context);
  const owner = { tenant_id, user_id };
  const { platform } = context;
  if (proof.password !== undefined) {
    const account = await context.readTenant((tx) => queries.selectOptionalAccount(tx, user_id));
    return account?.hash ? verifyPassword(account.hash, proof.password) : verifyAgainstNobody(proof.password);
  }
  return context.withTenant(async (tx) => {
    if (proof.code !== undefined) return acceptTotp(tx, platform, owner, proof.code);
    if (proof.recovery_code !== undefined)
      return acceptRecoveryCode(tx, platform, owner, proof.recovery_code);
    return proof.passkey ? acceptPasskey(tx, platform, owner, proof.passkey) : false;
  });
}

async function recordWrongProof(context: Context, proof: Reauthentication): Promise<void> {
  const { user_id } = provingPerson(context);
  const [method = 'unknown'] = Object.entries(proof).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  await context.withTenant(async (tx) => {
    await queries.createSignInEvent(tx, {
      id: newId(),
      user_id,
      outcome: 'failure',
      method,
      reason: `wrong_${method}`,
      ip: context.ip,
      user_agent: context.user_agent,
      occurred_at: context.platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'session.refused',
      target_type: 'user',
      target_id: user_id,
      outcome: 'failed',
      reason: `wrong_${method}`,
    });
  });
}
