import { newId, type Transaction } from '@k12/db';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { Config } from '../../../platform/config.ts';
import type { Platform } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import * as queries from './passkeys.queries.ts';

const challengeMinutes = 5;

/** The product's own address: a passkey made for it answers nowhere else (IDN-74). */
export function relyingParty(config: Config): string {
  return new URL(config.WEB_URL).hostname;
}

/** In production exactly the public origin; elsewhere any port of the same host, as development uses several. */
export function expectedOrigin(config: Config, response: unknown): string {
  const { origin } = new URL(config.WEB_URL);
  if (config.production) return origin;
  const given = originOf(response);
  return given && new URL(given).hostname === relyingParty(config) ? given : origin;
}

function originOf(response: unknown): string | null {
  try {
    const { clientDataJSON } = (response as { response: { clientDataJSON: string } }).response;
    const { origin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    return URL.canParse(origin) ? origin : null;
  } catch {
    return null;
  }
}

export async function storeChallenge(
  platform: Platform,
  challenge: string,
  purpose: 'register' | 'sign_in',
  session_id: string | null,
): Promise<string> {
  const id = newId();
  const expires_at = new Date(platform.clock.now().getTime() + challengeMinutes * 60_000).toISOString();
  await queries.createChallenge(platform.db, { id, challenge, session_id, purpose, expires_at });
  return id;
}

/** Options that fit any passkey of this address: the browser shows the ones it has. */
export async function startPasskeySignIn(platform: Platform) {
  const rpID = relyingParty(platform.config);
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'preferred' });
  return {
    challenge_id: await storeChallenge(platform, options.challenge, 'sign_in', null),
    options: { ...options },
  };
}

export interface PasskeyAnswer {
  challenge_id: string;
  response: Record<string, unknown>;
}

/** Who owns the passkey that answers, before anything is verified. */
export async function findPasskeyOwner(platform: Platform, answer: PasskeyAnswer) {
  const credentialId = answer.response.id;
  if (typeof credentialId !== 'string') return null;
  return (await queries.selectOptionalDirectoryEntry(platform.db, hashSecret(credentialId))) ?? null;
}

/** Null when the signature, challenge, address or counter is wrong; else whether the person was verified too. */
export async function verifyPasskey(
  tx: Transaction,
  platform: Platform,
  userId: string,
  answer: PasskeyAnswer,
): Promise<{ user_verified: boolean } | null> {
  const now = platform.clock.now().toISOString();
  const challenge = await queries.takeChallenge(platform.db, answer.challenge_id, 'sign_in', now);
  const passkey = await queries.selectOptionalPasskeyByCredential(tx, String(answer.response.id));
  if (!challenge || passkey?.user_id !== userId) return null;
  const verification = await verify(platform.config, passkey, challenge.challenge, answer);
  if (!verification?.verified) return null;
  const { newCounter, userVerified } = verification.authenticationInfo;
  await queries.updatePasskeyUse(tx, passkey.id, newCounter, now);
  return { user_verified: userVerified };
}

async function verify(
  config: Config,
  passkey: queries.PasskeyRow,
  challenge: string,
  { response }: PasskeyAnswer,
) {
  try {
    return await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: expectedOrigin(config, response),
      expectedRPID: relyingParty(config),
      requireUserVerification: false,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.sign_count,
      },
    });
  } catch {
    // The library throws for everything a forged or foreign answer can get wrong.
    return null;
  }
}

/** As a second step or a confirmation: any passkey of this person. */
export async function acceptPasskey(
  tx: Transaction,
  platform: Platform,
  owner: { user_id: string },
  answer: PasskeyAnswer,
): Promise<boolean> {
  return (await verifyPasskey(tx, platform, owner.user_id, answer)) !== null;
}
