import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, instant } from '../records.ts';
import { LinkPreview, linkParams } from './password-resets.ts';
import { newPassword, SignInResult } from './session.ts';

export const inviteUser = endpoint({
  name: 'users.invite',
  method: 'POST',
  path: '/users/{id}/invite',
  summary: 'Send an invitation, or send it again; an earlier one stops working',
  permission: 'users.invite',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: z.object({ expires_at: instant }) },
  errors: ['conflict', 'exceeds_own_rights'],
});

export const InvitationPreview = LinkPreview.extend({
  identifier: z.string(),
  /** False where single sign-on is the only method of the person's role (IDN-76). */
  password_required: z.boolean(),
});

export const getInvitation = endpoint({
  name: 'invitations.get',
  method: 'GET',
  path: '/invitations/{token}',
  summary: 'Whom an invitation is for',
  permission: 'public',
  rate: 'public',
  params: linkParams,
  replies: { 200: InvitationPreview },
  errors: ['gone'],
});

export const acceptInvitation = endpoint({
  name: 'invitations.accept',
  method: 'POST',
  path: '/invitations/{token}/accept',
  summary: 'Accept an invitation with a password of own choice and sign in',
  permission: 'public',
  rate: 'public',
  params: linkParams,
  body: z.strictObject({ password: newPassword.optional() }),
  replies: { 200: SignInResult },
  errors: ['gone', 'csrf_failed'],
});
