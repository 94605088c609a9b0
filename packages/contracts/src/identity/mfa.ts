import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, instant, noContent, reason } from '../records.ts';
import { MfaRule } from './sign-in-policy.ts';

export const Factors = z.object({
  rule: MfaRule,
  /** The day by which a second factor must be set up; null when none is due. */
  due_at: instant.nullable(),
  totp: z.object({ confirmed_at: instant }).nullable(),
  recovery_codes_left: z.int(),
  passkeys: z.int(),
});
export type Factors = z.infer<typeof Factors>;

export const getFactors = endpoint({
  name: 'me.factors.get',
  method: 'GET',
  path: '/me/factors',
  summary: 'Own second factors and what the organisation asks for',
  permission: 'credentials.manage_own',
  rate: 'general',
  accepts_pending: ['enrol_factor'],
  replies: { 200: Factors },
});

export const startTotp = endpoint({
  name: 'me.totp.start',
  method: 'POST',
  path: '/me/totp',
  summary: 'A new secret for an authenticator app; counts only once confirmed',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  accepts_pending: ['enrol_factor'],
  replies: { 201: z.object({ secret: z.string(), uri: z.string() }) },
  errors: ['conflict'],
});

export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) });

export const confirmTotp = endpoint({
  name: 'me.totp.confirm',
  method: 'POST',
  path: '/me/totp/confirm',
  summary: 'Confirm the authenticator app with a code; shows the recovery codes once',
  permission: 'credentials.manage_own',
  rate: 'sign_in',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  accepts_pending: ['enrol_factor'],
  body: z.strictObject({ code: z.string().trim().length(6) }),
  replies: { 200: RecoveryCodes },
  errors: ['conflict'],
});

export const removeTotp = endpoint({
  name: 'me.totp.remove',
  method: 'DELETE',
  path: '/me/totp',
  summary: 'Remove the authenticator app',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  replies: { 204: noContent },
});

export const renewRecoveryCodes = endpoint({
  name: 'me.recovery_codes.renew',
  method: 'POST',
  path: '/me/recovery_codes',
  summary: 'Ten new recovery codes; the former ones stop working',
  permission: 'credentials.manage_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  replies: { 201: RecoveryCodes },
  errors: ['conflict'],
});

export const clearFactors = endpoint({
  name: 'users.clear_factors',
  method: 'POST',
  path: '/users/{id}/clear_factors',
  summary: 'Remove the second factors of somebody who lost them',
  permission: 'users.reset_credentials',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 204: noContent },
  errors: ['conflict', 'exceeds_own_rights'],
});
