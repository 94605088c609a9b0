import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, noContent, reason } from '../records.ts';

export const Impersonation = z.object({
  id,
  target_name: z.string(),
  mode: z.enum(['read', 'act']),
  ends_at: instant,
  home: z.string(),
});

export const startImpersonation = endpoint({
  name: 'session.impersonation.start',
  method: 'POST',
  path: '/session/impersonation',
  summary: 'See, or act on, the product as somebody in scope, for at most an hour',
  permission: 'users.impersonate',
  rate: 'general',
  fresh_sign_in: true,
  body: z.strictObject({
    user_id: id,
    mode: z.enum(['read', 'act']).default('read'),
    reason,
    ticket: z.string().trim().max(80).optional(),
    minutes: z.int().min(5).max(60).default(60),
  }),
  replies: { 201: Impersonation },
  errors: ['not_while_impersonating', 'exceeds_own_rights', 'conflict'],
});

export const endImpersonation = endpoint({
  name: 'session.impersonation.end',
  method: 'DELETE',
  path: '/session/impersonation',
  summary: 'Return to the own account',
  permission: 'signed_in',
  rate: 'general',
  while_impersonating: 'allowed',
  replies: { 204: noContent },
  errors: ['conflict'],
});
