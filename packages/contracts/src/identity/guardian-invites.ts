import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, noContent } from '../records.ts';
import { GuardianLinkState, Relationship } from './guardian-links.ts';

export const GuardianInvite = z
  .object({
    id,
    student_id: id,
    student_name: z.string(),
    relationship: Relationship,
    /** Pre-approved address: redeemed by its owner, the link is active at once. */
    email: z.string().nullable(),
    state: z.enum(['open', 'redeemed', 'expired', 'revoked', 'locked']),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'GuardianInvite' });
export type GuardianInvite = z.infer<typeof GuardianInvite>;

export const GuardianInviteCreate = z.strictObject({
  student_ids: z.array(id).min(1).max(100),
  relationship: Relationship.default('parent'),
  email: z.email().max(254).nullable().default(null),
});
export type GuardianInviteCreate = z.infer<typeof GuardianInviteCreate>;

export const createGuardianInvites = endpoint({
  name: 'guardian_invites.create',
  method: 'POST',
  path: '/guardian_invites',
  summary: 'Make one invitation code per student; codes are shown once',
  permission: 'guardian_links.invite',
  rate: 'bulk',
  body: GuardianInviteCreate,
  replies: { 201: z.object({ data: z.array(GuardianInvite.extend({ code: z.string() })) }) },
});

export const listGuardianInvites = endpoint({
  name: 'guardian_invites.list',
  method: 'GET',
  path: '/guardian_invites',
  summary: 'Invitation codes, without the codes themselves',
  permission: 'guardian_links.invite',
  rate: 'general',
  query: z.strictObject({ ...pageQuery, student_id: id.optional() }),
  replies: { 200: page(GuardianInvite) },
});

export const revokeGuardianInvite = endpoint({
  name: 'guardian_invites.revoke',
  method: 'DELETE',
  path: '/guardian_invites/{id}',
  summary: 'Make a code worthless',
  permission: 'guardian_links.invite',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});

export const redeemGuardianInvite = endpoint({
  name: 'guardian_invites.redeem',
  method: 'POST',
  path: '/guardian_invites/redeem',
  summary: 'Use an invitation code; the school approves the link unless it knew the address',
  permission: 'signed_in',
  rate: 'code',
  body: z.strictObject({ code: z.string().trim().min(1).max(20) }),
  replies: { 200: z.object({ state: GuardianLinkState }) },
  errors: ['gone'],
});
