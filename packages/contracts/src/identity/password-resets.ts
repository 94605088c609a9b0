import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, instant, noContent } from '../records.ts';
import { newPassword } from './session.ts';

export const linkParams = z.strictObject({ token: z.string().min(20).max(200) });

export const requestPasswordReset = endpoint({
  name: 'password_resets.create',
  method: 'POST',
  path: '/password_resets',
  summary: 'Ask for a reset link; the answer never says whether the account exists',
  permission: 'public',
  rate: 'recovery',
  body: z.strictObject({
    identifier: z.string().trim().min(1).max(254),
    tenant: z.string().trim().max(40).optional(),
  }),
  replies: { 202: noContent },
  errors: ['csrf_failed'],
});

/** What the page needs to ask for a password. */
export const LinkPreview = z.object({
  tenant: z.object({ slug: z.string(), name: z.string() }),
  display_name: z.string(),
  minimum_length: z.int(),
});

export const getPasswordReset = endpoint({
  name: 'password_resets.get',
  method: 'GET',
  path: '/password_resets/{token}',
  summary: 'Whose password a reset link is for',
  permission: 'public',
  rate: 'public',
  params: linkParams,
  replies: { 200: LinkPreview },
  errors: ['gone'],
});

export const completePasswordReset = endpoint({
  name: 'password_resets.complete',
  method: 'POST',
  path: '/password_resets/{token}',
  summary: 'Set a new password; every session of the person ends',
  permission: 'public',
  rate: 'public',
  params: linkParams,
  body: z.strictObject({ password: newPassword }),
  replies: { 204: noContent },
  errors: ['gone', 'csrf_failed'],
});

export const CredentialReset = z.object({
  method: z.enum(['link', 'code']),
  /** Shown once, for somebody without an e-mail address. */
  code: z.string().nullable(),
  expires_at: instant,
});

export const resetCredentials = endpoint({
  name: 'users.reset_credentials',
  method: 'POST',
  path: '/users/{id}/reset_credentials',
  summary: 'Send a reset link, or issue a one-time code that forces a new password',
  permission: 'users.reset_credentials',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  body: z.strictObject({ method: z.enum(['link', 'code']) }),
  replies: { 200: CredentialReset },
  errors: ['conflict', 'exceeds_own_rights'],
});
