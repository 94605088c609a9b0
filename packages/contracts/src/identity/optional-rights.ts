import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import type { Capability, SystemRoleKey } from './capabilities.ts';

/**
 * The marks `*` of the table of rights that an organisation can turn on: a right, and the roles that may have it. Marks
 * of what the product does not have yet are not offered.
 */
export const offeredRights = [
  { capability: 'users.impersonate', roles: ['district_admin', 'admin'] },
  { capability: 'submissions.grade', roles: ['district_admin', 'admin'] },
  { capability: 'rubric_scores.write', roles: ['district_admin', 'admin'] },
  { capability: 'users.reset_credentials', roles: ['teacher'] },
  { capability: 'courses.create', roles: ['teacher'] },
  { capability: 'sections.manage', roles: ['teacher'] },
  { capability: 'enrollments.manage', roles: ['teacher'] },
  { capability: 'api_tokens.create_own', roles: ['curriculum_lead', 'teacher'] },
] as const satisfies readonly { capability: Capability; roles: readonly SystemRoleKey[] }[];

export type OfferedRight = (typeof offeredRights)[number]['capability'];

const capability = z.enum(offeredRights.map((right) => right.capability));
const role = z.enum(['district_admin', 'admin', 'curriculum_lead', 'teacher']);

const reply = z.object({
  /** Rights that are turned on, each for one role. */
  data: z.array(z.object({ role, capability })),
  can: z.object({ update: z.boolean() }),
});

export const getOptionalRights = endpoint({
  name: 'optional_rights.get',
  method: 'GET',
  path: '/optional_rights',
  summary: 'Rights beyond the usual ones that the organisation has given to roles',
  permission: 'roles.read',
  rate: 'general',
  replies: { 200: reply },
});

export const OptionalRightsChange = z.strictObject({
  role,
  capabilities: z.array(capability).min(1).max(offeredRights.length),
  on: z.boolean(),
});
export type OptionalRightsChange = z.infer<typeof OptionalRightsChange>;

export const changeOptionalRights = endpoint({
  name: 'optional_rights.change',
  method: 'PATCH',
  path: '/optional_rights',
  summary: 'Give rights beyond the usual ones to everybody of a role, or take them back',
  permission: 'roles.manage',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  body: OptionalRightsChange,
  replies: { 200: reply },
  errors: ['exceeds_own_rights'],
});
