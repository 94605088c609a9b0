import { type DeviceSignIn, TokenPair } from '@k12/contracts/identity/device-sessions';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { seal, unseal } from '../../../platform/crypto/sealed.ts';
import { hashSecret, newSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import { acceptRecoveryCode, acceptTotp, hasFactor, selectFactors } from '../mfa/factors.service.ts';
import { type Proven, provePassword } from '../sessions/password-sign-in.service.ts';
import { pendingStepOf } from '../sessions/pending-step.rules.ts';
import type { Visitor } from '../sessions/sign-in.service.ts';
import { attemptSucceeded, countAttempt } from '../sessions/throttle.service.ts';
import { isNetworkAllowed, mfaRuleOf } from '../sign-in-policy/sign-in-policy.rules.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import * as queries from './device-sessions.queries.ts';
import { readRefreshToken, signRefreshToken } from './refresh-token.rules.ts';

const accessMinutes = 15;
const refreshDays = 30;
const longestDays = 90;
const replaySeconds = 10;

/** A password posted by an app; a person of several organisations names one (IDN-91). */
export async function createDeviceSession(
  platform: Platform,
  visitor: Visitor,
  input: DeviceSignIn,
): Promise<TokenPair> {
  const device_hash = hashSecret(`installation:${input.installation_id}`);
  const [match, ...others] = await provePassword(platform, { ...visitor, device_hash }, input);
  if (others.length > 0)
    throw new Problem('conflict', { context: { tenants: [match, ...others].map(({ slug }) => slug) } });
  const actor = await loadActor(platform, match.tenant_id, match.user_id, async () => null);
  if (!actor) throw new Problem('sign_in.failed');
  const context = createContext({ platform, actor, ...visitor });
  // The right password forgave the attempts before; guesses at the code count on their own (IDN-70).
  const guess = { account_hash: hashSecret(`person:${match.tenant_id}:${match.user_id}`), device_hash };
  if (input.code !== undefined) await countAttempt(platform, guess);
  const pair = await context.withTenant(async (tx) => {
    const mfa = await proveSecondFactor(tx, context, match, input.code);
    const now = platform.clock.now();
    const device = {
      id: newId(),
      user_id: match.user_id,
      device_name: input.device_name,
      platform: input.platform,
      installation_hash: installationHash(input.installation_id),
      method: match.method,
      mfa,
      ip: visitor.ip,
      authenticated_at: now.toISOString(),
      created_at: now.toISOString(),
      last_used_at: now.toISOString(),
      refresh_expires_at: daysAfter(now, refreshDays),
      expires_at: daysAfter(now, longestDays),
    };
    await queries.createDevice(tx, device);
    await recordAudit(tx, context, {
      action: 'device_session.created',
      target_type: 'device_session',
      target_id: device.id,
    });
    return issuePair(tx, platform, { ...device, tenant_id: match.tenant_id, generation: 1 });
  });
  if (input.code !== undefined) await attemptSucceeded(platform, guess);
  return pair;
}

/** An app asks for the code in the same form, so there is no half-finished sign-in to keep. */
async function proveSecondFactor(
  tx: Transaction,
  { platform, actor, ip }: Context,
  match: Proven,
  code: string | undefined,
): Promise<boolean> {
  const owner = { tenant_id: match.tenant_id, user_id: match.user_id };
  const [policy, factors] = await Promise.all([selectPolicy(tx), selectFactors(tx, owner.user_id)]);
  if (!isNetworkAllowed(policy, actor.roles, ip ?? '')) throw new Problem('sign_in.network_not_allowed');
  const step = pendingStepOf({
    rule: mfaRuleOf(policy, actor.roles),
    is_proven_twice: false,
    has_factor: hasFactor(factors),
    due_at: factors.due_at,
    must_change_password: match.must_change_password,
    now: platform.clock.now(),
  });
  if (step === null) return false;
  if (step !== 'second_factor') throw new Problem('mfa_required', { context: { step } });
  if (code === undefined) throw new Problem('mfa_required', { context: { step } });
  const isRight =
    (await acceptTotp(tx, platform, owner, code)) || (await acceptRecoveryCode(tx, platform, owner, code));
  if (!isRight) throw new Problem('sign_in.failed');
  return true;
}

type Family = Pick<queries.DeviceRow, 'id' | 'user_id' | 'expires_at' | 'generation'> & { tenant_id: string };

async function issuePair(tx: Transaction, platform: Platform, family: Family): Promise<TokenPair> {
  const now = platform.clock.now();
  const access_token = `k12a_${newSecret()}`;
  const access_expires_at = new Date(now.getTime() + accessMinutes * 60_000).toISOString();
  const { tenant_id, user_id, id } = family;
  const entry = {
    token_hash: hashSecret(access_token),
    tenant_id,
    user_id,
    subject_id: id,
    expires_at: access_expires_at,
  };
  await queries.createAccessToken(tx, entry, now.toISOString());
  const claims = { tenant_id, device_id: id, generation: family.generation };
  return {
    access_token,
    access_expires_at,
    refresh_token: signRefreshToken(platform.config.APP_SECRET_KEY, claims),
    refresh_expires_at: refreshEnd(now, family.expires_at),
  };
}

/** IDN-92: each refresh voids the former token; a spent one ends the family, unless its own device lost the reply. */
export async function refreshDeviceSession(
  platform: Platform,
  visitor: Visitor,
  input: { refresh_token: string; installation_id: string },
): Promise<TokenPair> {
  const claims = readRefreshToken(platform.config.APP_SECRET_KEY, input.refresh_token);
  if (!claims) throw new Problem('token.invalid');
  const { tenant_id } = claims;
  const actor = systemActor(tenant_id, 'an app renews its tokens');
  const context = createContext({ platform, actor, ...visitor });
  const pair = await context.withTenant(async (tx) => {
    const device = await queries.selectOptionalDeviceForUpdate(tx, claims.device_id);
    if (!device || new Date(device.refresh_expires_at) <= platform.clock.now()) return null;
    const isSameDevice = device.installation_hash.equals(installationHash(input.installation_id));
    if (claims.generation !== device.generation || !isSameDevice) {
      return isSameDevice ? repeat(tx, context, device, claims.generation) : endFamily(tx, context, device);
    }
    if (!(await loadActor(platform, tenant_id, device.user_id, async () => null))) return null;
    return rotate(tx, context, device);
  });
  if (!pair) throw new Problem('token.invalid');
  return pair;
}

async function rotate(
  tx: Transaction,
  { platform, actor }: Context,
  device: queries.DeviceRow,
): Promise<TokenPair> {
  const generation = device.generation + 1;
  const pair = await issuePair(tx, platform, { ...device, tenant_id: actor.tenant_id, generation });
  const now = platform.clock.now().toISOString();
  await queries.updateRotation(tx, device.id, {
    generation,
    replay: seal(platform.config.ENCRYPTION_KEY, replayPurpose(device.id), JSON.stringify(pair)),
    replay_at: now,
    last_used_at: now,
    refresh_expires_at: pair.refresh_expires_at,
  });
  return pair;
}

/** The reply got lost, or two refreshes went out at once: the same new pair, for ten seconds. */
async function repeat(tx: Transaction, context: Context, device: queries.DeviceRow, generation: number) {
  const { platform } = context;
  const age = device.replay_at
    ? platform.clock.now().getTime() - new Date(device.replay_at).getTime()
    : Infinity;
  const isLastOne = generation === device.generation - 1;
  if (!isLastOne || !device.replay || age > replaySeconds * 1000) return endFamily(tx, context, device);
  return TokenPair.parse(
    JSON.parse(unseal(platform.config.ENCRYPTION_KEY, replayPurpose(device.id), device.replay)),
  );
}

async function endFamily(tx: Transaction, context: Context, device: queries.DeviceRow): Promise<null> {
  await end(tx, context, device.id, 'refresh_token_reused');
  await recordAudit(tx, context, {
    action: 'device_session.theft_suspected',
    target_type: 'user',
    target_id: device.user_id,
    outcome: 'refused',
  });
  return null;
}

export async function endDeviceSession(context: Context): Promise<void> {
  const device = requireDevice(context.actor);
  await context.withTenant((tx) => end(tx, context, device.id, 'signed_out'));
}

async function end(tx: Transaction, context: Context, id: string, reason: string): Promise<void> {
  const ended_at = context.platform.clock.now().toISOString();
  await queries.endDevice(tx, { tenant_id: context.actor.tenant_id, id, ended_at, reason });
  await recordAudit(tx, context, {
    action: 'device_session.ended',
    target_type: 'device_session',
    target_id: id,
    changes: { reason },
  });
}

function requireDevice(actor: Actor): { id: string } {
  if (actor.bearer?.kind !== 'device') throw new Problem('conflict', { detail: 'This is not an app.' });
  return actor.bearer;
}

function replayPurpose(deviceId: string): string {
  return `refresh:${deviceId}`;
}

function installationHash(installationId: string): Buffer {
  return hashSecret(`installation:${installationId}`);
}

function daysAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString();
}

/** Thirty days from now, but never past the ninetieth day of the family. */
function refreshEnd(now: Date, familyEnds: string): string {
  const rolling = daysAfter(now, refreshDays);
  return new Date(rolling) < new Date(familyEnds) ? rolling : new Date(familyEnds).toISOString();
}
