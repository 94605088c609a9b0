import type { Passkey } from '@k12/contracts/identity/passkeys';
import { newId, type Transaction } from '@k12/db';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { noteEnrolment } from '../mfa/factors.service.ts';
import { completeStep, signedInUser } from '../sessions/second-step.service.ts';
import type { ReplacedSecret } from '../sessions/session-secret.service.ts';
import { displayName } from '../users/users.rules.ts';
import { expectedOrigin, relyingParty, storeChallenge } from './passkey-proof.service.ts';
import * as policy from './passkeys.policy.ts';
import * as queries from './passkeys.queries.ts';

const passkeysPerPerson = 10;

export async function listPasskeys(context: Context): Promise<{ data: Passkey[] }> {
  const { user_id } = signedInUser(context);
  return { data: await context.readTenant((tx) => queries.listPasskeys(tx, user_id)) };
}

export async function startPasskey(context: Context) {
  policy.requireMayHave(context.actor);
  const { user_id, session_id } = signedInUser(context);
  const [owner, existing] = await context.readTenant((tx) =>
    Promise.all([queries.selectOwner(tx, user_id), queries.listPasskeys(tx, user_id)]),
  );
  refuseTooMany(existing.length);
  const options = await generateRegistrationOptions({
    rpName: 'Homeroom',
    rpID: relyingParty(context.platform.config),
    userName: owner.email ?? owner.username ?? displayName(owner),
    userDisplayName: displayName(owner),
    userID: new Uint8Array(Buffer.from(user_id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: existing.map((passkey) => ({ id: passkey.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  const challenge_id = await storeChallenge(context.platform, options.challenge, 'register', session_id);
  return { challenge_id, options: { ...options } };
}

interface NewPasskeyInput {
  challenge_id: string;
  name: string;
  response: Record<string, unknown>;
}

export async function createPasskey(
  context: Context,
  input: NewPasskeyInput,
): Promise<{ passkey: Passkey; replaced: ReplacedSecret | null }> {
  policy.requireMayHave(context.actor);
  const { user_id, tenant_id } = signedInUser(context);
  const credential = await verifyRegistration(context, input);
  return context.withTenant(async (tx) => {
    const existing = await queries.listPasskeys(tx, user_id);
    refuseTooMany(existing.length);
    const passkey = {
      id: newId(),
      user_id,
      name: input.name,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      transports: credential.transports ?? [],
      backed_up: credential.backed_up,
      created_at: context.platform.clock.now().toISOString(),
    };
    const directory = { credential_hash: hashSecret(credential.id), tenant_id };
    if (!(await queries.createPasskey(tx, passkey, directory))) throw new Problem('conflict');
    await noteEnrolment(tx, user_id);
    await recordAudit(tx, context, {
      action: 'passkey.created',
      target_type: 'passkey',
      target_id: passkey.id,
    });
    return { passkey: { ...passkey, last_used_at: null }, replaced: await finishEnrolment(tx, context) };
  });
}

async function verifyRegistration(context: Context, { challenge_id, response }: NewPasskeyInput) {
  const { config, db, clock } = context.platform;
  const challenge = await queries.takeChallenge(db, challenge_id, 'register', clock.now().toISOString());
  if (!challenge || challenge.session_id !== context.actor.session?.id) throw notVerified();
  const verification = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: expectedOrigin(config, response),
    expectedRPID: relyingParty(config),
    requireUserVerification: false,
  }).catch(() => null);
  if (!verification?.verified) throw notVerified();
  const { credential, credentialBackedUp } = verification.registrationInfo;
  return { ...credential, backed_up: credentialBackedUp };
}

function notVerified(): Problem {
  return invalid('/response', 'not_verified', 'The answer of the authenticator does not fit the question.');
}

/** A session that was only let in to set up a second factor is complete now. */
export async function finishEnrolment(tx: Transaction, context: Context): Promise<ReplacedSecret | null> {
  const { session } = context.actor;
  if (session?.pending_step !== 'enrol_factor') return null;
  const pending_step = session.method === 'code' ? 'new_password' : null;
  return (await completeStep(tx, context, { mfa: true, pending_step })).replaced;
}

export async function updatePasskey(context: Context, id: string, name: string): Promise<Passkey> {
  const { user_id } = signedInUser(context);
  const passkey = await context.withTenant((tx) => queries.updatePasskeyName(tx, user_id, id, name));
  if (!passkey) throw new Problem('not_found');
  return passkey;
}

/** The last usable way to sign in stays (IDN-75). */
export async function deletePasskey(context: Context, id: string): Promise<void> {
  const { user_id, tenant_id } = signedInUser(context);
  await context.withTenant(async (tx) => {
    const [passkeys, hasPassword] = await Promise.all([
      queries.listPasskeys(tx, user_id),
      queries.hasPassword(tx, user_id),
    ]);
    if (!passkeys.some((passkey) => passkey.id === id)) throw new Problem('not_found');
    if (passkeys.length === 1 && !hasPassword) throw new Problem('credential.last_method');
    await queries.deletePasskeys(tx, { tenant_id, user_id, id });
    await noteEnrolment(tx, user_id);
    await recordAudit(tx, context, { action: 'passkey.deleted', target_type: 'passkey', target_id: id });
  });
}

/** For an admin who clears somebody's factors (IDN-73). */
export async function deleteAllPasskeys(tx: Transaction, tenant_id: string, user_id: string): Promise<void> {
  await queries.deletePasskeys(tx, { tenant_id, user_id });
}

function refuseTooMany(count: number): void {
  if (count >= passkeysPerPerson) {
    throw new Problem('conflict', {
      detail: `At most ${passkeysPerPerson} passkeys can be kept; remove one first.`,
    });
  }
}
