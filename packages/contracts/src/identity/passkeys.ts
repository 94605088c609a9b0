import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, noContent } from '../records.ts';
import { SignInResult } from './session.ts';

/** Options and responses are those of the Web Authentication API, in its JSON form. */
const webAuthn = z.looseObject({});
const passkeyName = z.string().trim().min(1).max(80);

export const PasskeyChallenge = z.object({ challenge_id: id, options: webAuthn });

export const Passkey = z.object({
  id,
  name: z.string(),
  backed_up: z.boolean(),
  created_at: instant,
  last_used_at: instant.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const listPasskeys = endpoint({
  name: 'me.passkeys.list',
  method: 'GET',
  path: '/me/passkeys',
  summary: 'Own passkeys',
  permission: 'credentials.manage_own',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(Passkey) }) },
});

export const startPasskey = endpoint({
  name: 'me.passkeys.start',
  method: 'POST',
  path: '/me/passkeys/options',
  summary: 'Options for registering a passkey',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  accepts_pending: ['enrol_factor'],
  replies: { 200: PasskeyChallenge },
  errors: ['conflict'],
});

export const createPasskey = endpoint({
  name: 'me.passkeys.create',
  method: 'POST',
  path: '/me/passkeys',
  summary: 'Register a passkey',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  accepts_pending: ['enrol_factor'],
  body: z.strictObject({ challenge_id: id, name: passkeyName, response: webAuthn }),
  replies: { 201: Passkey },
  errors: ['conflict'],
});

export const updatePasskey = endpoint({
  name: 'me.passkeys.update',
  method: 'PATCH',
  path: '/me/passkeys/{id}',
  summary: 'Rename a passkey',
  permission: 'credentials.manage_own',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  body: z.strictObject({ name: passkeyName }),
  replies: { 200: Passkey },
});

export const deletePasskey = endpoint({
  name: 'me.passkeys.delete',
  method: 'DELETE',
  path: '/me/passkeys/{id}',
  summary: 'Remove a passkey',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  params: idParams,
  replies: { 204: noContent },
  errors: ['credential.last_method'],
});

export const startPasskeySignIn = endpoint({
  name: 'session.passkey_options',
  method: 'POST',
  path: '/session/passkey_options',
  summary: 'Options for proving oneself with a passkey, without a username',
  permission: 'public',
  rate: 'sign_in',
  replies: { 200: PasskeyChallenge },
  errors: ['csrf_failed'],
});

export const signInWithPasskey = endpoint({
  name: 'session.passkey',
  method: 'POST',
  path: '/session/passkey',
  summary: 'Sign in with a passkey',
  permission: 'public',
  rate: 'sign_in',
  body: z.strictObject({
    challenge_id: id,
    response: webAuthn,
    shared_computer: z.boolean().default(false),
    device_label: z.string().trim().max(80).optional(),
  }),
  replies: { 200: SignInResult },
  errors: ['sign_in.failed', 'sign_in.method_not_allowed', 'csrf_failed'],
});
