import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, noContent } from '../records.ts';
import { PendingStep } from './pending-step.ts';

export const SignInMethod = z.enum(['password', 'passkey', 'google', 'saml', 'code', 'card', 'token']);

export { PendingStep };

/** Operations that work whatever a session still owes. */
export const anyPendingStep = PendingStep.options;

const deviceLabel = z.string().trim().max(80).optional();
export const newPassword = z.string().min(1).max(256);

export const SignIn = z.strictObject({
  /** E-mail address or username. */
  identifier: z.string().trim().min(1).max(254),
  /** The password, or a one-time code handed out by a teacher or admin. */
  password: z.string().min(1).max(1024),
  /** Slug of the organisation; needed only for usernames and for an address known to several. */
  tenant: z.string().trim().max(40).optional(),
  shared_computer: z.boolean().default(false),
  device_label: deviceLabel,
});
export type SignIn = z.infer<typeof SignIn>;

export const SecondFactor = z.enum(['totp', 'passkey', 'recovery_code']);

/** After the first step: done, a further step, or a choice between organisations that accept it. */
export const SignInResult = z.object({
  state: z.enum([
    'signed_in',
    'mfa_required',
    'mfa_enrolment_required',
    'new_password_required',
    'choose_tenant',
  ]),
  home: z.string().nullable(),
  mfa_methods: z.array(SecondFactor),
  tenants: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type SignInResult = z.infer<typeof SignInResult>;

export const signIn = endpoint({
  name: 'session.create',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with a password or a one-time code',
  permission: 'public',
  rate: 'sign_in',
  body: SignIn,
  replies: { 200: SignInResult },
  errors: [
    'sign_in.failed',
    'sign_in.wait',
    'sign_in.method_not_allowed',
    'sign_in.network_not_allowed',
    'tenant_suspended',
    'csrf_failed',
  ],
});

export const signOut = endpoint({
  name: 'session.delete',
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out of this session',
  permission: 'signed_in',
  rate: 'general',
  while_impersonating: 'allowed',
  accepts_pending: anyPendingStep,
  replies: { 204: noContent },
});

export const CurrentSession = z.object({
  id,
  pending_step: PendingStep.nullable(),
  mfa_methods: z.array(SecondFactor),
  idle_expires_at: instant,
  expires_at: instant,
  authenticated_at: instant,
});

export const getSession = endpoint({
  name: 'session.get',
  method: 'GET',
  path: '/session',
  summary: 'When this session ends and what it still owes; asking does not count as activity',
  permission: 'signed_in',
  rate: 'general',
  accepts_pending: anyPendingStep,
  replies: { 200: CurrentSession },
});

export const extendSession = endpoint({
  name: 'session.extend',
  method: 'POST',
  path: '/session/extend',
  summary: 'Stay signed in: counts as activity',
  permission: 'signed_in',
  rate: 'general',
  while_impersonating: 'allowed',
  replies: { 200: CurrentSession },
});

export const getCsrfToken = endpoint({
  name: 'csrf.get',
  method: 'GET',
  path: '/csrf',
  summary: 'The token that state-changing requests of this browser must carry',
  permission: 'public',
  rate: 'sign_in',
  replies: { 200: z.object({ csrf_token: z.string() }) },
});

/** One proof: exactly one of the fields. */
const proofs = {
  code: z.string().trim().min(6).max(8).optional(),
  recovery_code: z.string().trim().min(8).max(24).optional(),
  passkey: z.strictObject({ challenge_id: id, response: z.looseObject({}) }).optional(),
};
const oneOf = { error: 'give exactly one proof' };
const hasOne = (proof: object) => Object.values(proof).filter((value) => value !== undefined).length === 1;

export const SecondStep = z.strictObject(proofs).refine(hasOne, oneOf);
export type SecondStep = z.infer<typeof SecondStep>;

export const confirmSecondFactor = endpoint({
  name: 'session.mfa',
  method: 'POST',
  path: '/session/mfa',
  summary: 'The second step of a sign-in',
  permission: 'signed_in',
  rate: 'sign_in',
  accepts_pending: ['second_factor'],
  body: SecondStep,
  replies: { 200: SignInResult },
  errors: ['sign_in.failed', 'sign_in.wait', 'conflict'],
});

export const Reauthentication = z
  .strictObject({ password: z.string().min(1).max(1024).optional(), ...proofs })
  .refine(hasOne, oneOf);
export type Reauthentication = z.infer<typeof Reauthentication>;

export const reauthenticate = endpoint({
  name: 'session.reauth',
  method: 'POST',
  path: '/session/reauth',
  summary: 'Confirm that it is still you, for ten minutes',
  permission: 'signed_in',
  rate: 'sign_in',
  while_impersonating: 'refused',
  body: Reauthentication,
  replies: { 200: z.object({ authenticated_at: instant }) },
  errors: ['sign_in.failed', 'sign_in.wait'],
});

export const replaceTemporaryPassword = endpoint({
  name: 'session.new_password',
  method: 'POST',
  path: '/session/password',
  summary: 'Set the new password that a one-time code or an admin asked for',
  permission: 'signed_in',
  rate: 'general',
  accepts_pending: ['new_password'],
  body: z.strictObject({ password: newPassword }),
  replies: { 200: SignInResult },
  errors: ['conflict'],
});

export const changePassword = endpoint({
  name: 'password.change',
  method: 'POST',
  path: '/me/password',
  summary: 'Change own password; all other sessions end',
  permission: 'credentials.manage_own',
  rate: 'sign_in',
  while_impersonating: 'refused',
  body: z.strictObject({ current_password: z.string().min(1).max(1024), password: newPassword }),
  replies: { 204: noContent },
  errors: ['sign_in.failed', 'sign_in.wait'],
});

export const Session = z.object({
  id,
  kind: z.enum(['browser', 'app']),
  method: SignInMethod,
  device_label: z.string().nullable(),
  user_agent: z.string().nullable(),
  ip: z.string().nullable(),
  shared_computer: z.boolean(),
  created_at: instant,
  last_seen_at: instant,
  expires_at: instant,
  is_current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

const sessionList = z.object({ data: z.array(Session) });
const endedCount = z.object({ ended: z.int() });

export const listMySessions = endpoint({
  name: 'me.sessions.list',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Own sessions and apps',
  permission: 'sessions.read_own',
  rate: 'general',
  replies: { 200: sessionList },
});

export const endMySession = endpoint({
  name: 'me.sessions.end',
  method: 'DELETE',
  path: '/me/sessions/{id}',
  summary: 'End one of the own sessions or apps',
  permission: 'sessions.revoke_own',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 204: noContent },
});

export const endMyOtherSessions = endpoint({
  name: 'me.sessions.end_others',
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'End every own session and app but this one',
  permission: 'sessions.revoke_own',
  rate: 'general',
  while_impersonating: 'refused',
  replies: { 200: endedCount },
});

export const listUserSessions = endpoint({
  name: 'users.sessions.list',
  method: 'GET',
  path: '/users/{id}/sessions',
  summary: 'Sessions and apps of somebody in scope',
  permission: 'sessions.revoke_others',
  rate: 'general',
  params: idParams,
  replies: { 200: sessionList },
});

export const endUserSessions = endpoint({
  name: 'users.sessions.end_all',
  method: 'DELETE',
  path: '/users/{id}/sessions',
  summary: 'End every session and app of somebody in scope',
  permission: 'sessions.revoke_others',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: endedCount },
});

export const endUserSession = endpoint({
  name: 'users.sessions.end',
  method: 'DELETE',
  path: '/users/{id}/sessions/{session_id}',
  summary: 'End one session or app of somebody in scope',
  permission: 'sessions.revoke_others',
  rate: 'general',
  while_impersonating: 'refused',
  params: z.strictObject({ id, session_id: id }),
  replies: { 204: noContent },
});

export const reportUnknownSignIn = endpoint({
  name: 'session.not_me',
  method: 'POST',
  path: '/sign_in_notices/{token}/not_me',
  summary: 'The link of a new-device notice: ends every session and asks for a new password',
  permission: 'public',
  rate: 'public',
  params: z.strictObject({ token: z.string().min(20).max(200) }),
  replies: { 204: noContent },
  errors: ['gone', 'csrf_failed'],
});
