import { createHmac, randomInt } from 'node:crypto';
import type { Transaction } from '@k12/db';
import { verify } from 'otplib';
import type { Platform } from '../../../platform/context.ts';
import { isOutdatedSeal, seal, unseal } from '../../../platform/crypto/sealed.ts';
import * as queries from './factors.queries.ts';

export type Factors = Awaited<ReturnType<typeof queries.selectFactors>>;

export const selectFactors = queries.selectFactors;
export const updateMfaDue = queries.updateMfaDue;

const periodSeconds = 30;

export function totpPurpose(tenantId: string, userId: string): string {
  return `totp:${tenantId}:${userId}`;
}

interface Owner {
  tenant_id: string;
  user_id: string;
}

/** RFC 6238 with one step of drift either way; each step is accepted once (IDN-71). */
export async function acceptTotp(
  tx: Transaction,
  platform: Platform,
  owner: Owner,
  code: string,
  confirmed = true,
): Promise<boolean> {
  const factor = await queries.selectOptionalTotp(tx, owner.user_id);
  if (!factor || (factor.confirmed_at !== null) !== confirmed || !/^\d{6}$/.test(code)) return false;
  const key = platform.config.ENCRYPTION_KEY;
  const purpose = totpPurpose(owner.tenant_id, owner.user_id);
  const secret = unseal(key, purpose, factor.secret);
  const epoch = Math.floor(platform.clock.now().getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: periodSeconds });
  if (!result.valid || !('timeStep' in result)) return false;
  if (!(await queries.takeTotpStep(tx, owner.user_id, result.timeStep))) return false;
  if (isOutdatedSeal(key, factor.secret))
    await queries.updateTotpSecret(tx, owner.user_id, seal(key, purpose, secret));
  return true;
}

const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codesPerPerson = 10;

/** Ten codes, shown once and kept as keyed hashes. */
export async function issueRecoveryCodes(
  tx: Transaction,
  platform: Platform,
  owner: Owner,
): Promise<string[]> {
  const codes = Array.from({ length: codesPerPerson }, () =>
    Array.from({ length: 12 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(''),
  );
  const hashes = codes.map((code) => recoveryHash(platform, owner, code));
  await queries.replaceRecoveryCodes(tx, owner.user_id, hashes);
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

export function acceptRecoveryCode(
  tx: Transaction,
  platform: Platform,
  owner: Owner,
  typed: string,
): Promise<boolean> {
  const hash = recoveryHash(platform, owner, typed.toUpperCase().replace(/[\s-]/g, ''));
  return queries.spendRecoveryCode(tx, owner.user_id, hash, platform.clock.now().toISOString());
}

function recoveryHash(platform: Platform, owner: Owner, code: string): Buffer {
  const key = platform.config.APP_SECRET_KEY;
  return createHmac('sha256', key).update(`recovery:${owner.tenant_id}:${owner.user_id}:${code}`).digest();
}

/** Keeps the person's own flag in step with the factors there are, for lists and reports. */
export async function noteEnrolment(tx: Transaction, userId: string): Promise<void> {
  const factors = await queries.selectFactors(tx, userId);
  const enrolled = hasFactor(factors);
  if (!enrolled) await queries.replaceRecoveryCodes(tx, userId, []);
  await queries.updateEnrolment(tx, userId, enrolled);
}

/** For whoever clears somebody's factors; their passkeys go first. */
export async function removeAllFactors(tx: Transaction, userId: string): Promise<void> {
  await queries.deleteTotp(tx, userId);
  await noteEnrolment(tx, userId);
}

export function hasFactor(factors: Factors): boolean {
  return factors.totp_confirmed_at !== null || factors.passkeys > 0;
}

export function factorNames(factors: Factors): ('totp' | 'passkey' | 'recovery_code')[] {
  return [
    ...(factors.totp_confirmed_at ? (['totp'] as const) : []),
    ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
    ...(factors.recovery_codes_left > 0 ? (['recovery_code'] as const) : []),
  ];
}
