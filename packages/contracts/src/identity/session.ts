import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, noContent } from '../records.ts';

export const SignInMethod = z.enum(['password', 'passkey', 'google', 'saml', 'code', 'card', 'token']);

export const SignIn = z.strictObject({
  /** E-mail address or username. */
  identifier: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1024),
  /** Slug of the organisation; needed only for usernames and for an address known to several. */
  tenant: z.string().trim().max(40).optional(),
  shared_computer: z.boolean().default(false),
  device_label: z.string().trim().max(80).optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** After the password: done, a second step, or a choice between organisations that accept it. */
export const SignInResult = z.object({
  state: z.enum(['signed_in', 'mfa_required', 'choose_tenant']),
  home: z.string().nullable(),
  mfa_methods: z.array(z.enum(['totp', 'passkey', 'recovery_code'])),
  tenants: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type SignInResult = z.infer<typeof SignInResult>;

export const signIn = endpoint({
  name: 'session.create',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with a password',
  permission: 'public',
  rate: 'sign_in',
  body: SignIn,
  replies: { 200: SignInResult },
  errors: ['sign_in.failed', 'tenant_suspended', 'csrf_failed'],
});

export const signOut = endpoint({
  name: 'session.delete',
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out of this session',
  permission: 'signed_in',
  rate: 'general',
  replies: { 204: noContent },
});

export const getCsrfToken = endpoint({
  name: 'csrf.get',
  method: 'GET',
  path: '/csrf',
  summary: 'The token that state-changing requests of this browser must carry',
  permission: 'public',
  rate: 'public',
  replies: { 200: z.object({ csrf_token: z.string() }) },
});

export const Session = z.object({
  id,
  method: SignInMethod,
  device_label: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: instant,
  last_seen_at: instant,
  expires_at: instant,
  is_current: z.boolean(),
});
