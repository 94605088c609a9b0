import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, reason } from '../records.ts';
import { Impersonation } from './impersonation.ts';
import { SupportAccess } from './tenants.ts';

export const SupportGrantState = z.enum(['requested', 'active', 'declined', 'revoked', 'ended']);
export const SupportScope = z.enum(['tenant', 'school', 'user']);

/** Permission to the operator of the installation, for a limited time (IDN-99). */
export const SupportGrant = z
  .object({
    id,
    state: SupportGrantState,
    /** Offered by the organisation, asked for by an operator, or taken by two of them in an emergency. */
    origin: z.enum(['tenant', 'operator', 'break_glass']),
    scope: SupportScope,
    school_id: id.nullable(),
    user_id: id.nullable(),
    student_records: z.boolean(),
    reason: z.string(),
    hours: z.int(),
    created_at: instant,
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
  })
  .meta({ id: 'SupportGrant' });
export type SupportGrant = z.infer<typeof SupportGrant>;

const wish = {
  reason,
  scope: SupportScope.default('tenant'),
  school_id: id.nullable().default(null),
  user_id: id.nullable().default(null),
  /** Work, grades and messages of students stay hidden unless this is said. */
  student_records: z.boolean().default(false),
  hours: z.int().min(1).max(72).default(24),
};
const fits = (given: { scope: string; school_id: string | null; user_id: string | null }) =>
  (given.scope === 'school') === (given.school_id !== null) &&
  (given.scope === 'user') === (given.user_id !== null);

export const SupportGrantCreate = z
  .strictObject(wish)
  .refine(fits, { error: 'name the school or the person that the scope asks for, and nothing else' });
export type SupportGrantCreate = z.infer<typeof SupportGrantCreate>;

export const getSupportAccess = endpoint({
  name: 'support_access.get',
  method: 'GET',
  path: '/support_access',
  summary: 'Whether operators may be let in: never, on request, or whenever they give a reason',
  permission: 'tenant_settings.read',
  rate: 'general',
  replies: { 200: z.object({ support_access: SupportAccess }) },
});

export const setSupportAccess = endpoint({
  name: 'support_access.set',
  method: 'PUT',
  path: '/support_access',
  summary: 'Decide whether operators may be let in',
  permission: 'support_access.grant',
  rate: 'general',
  while_impersonating: 'refused',
  body: z.strictObject({ support_access: SupportAccess }),
  replies: { 200: z.object({ support_access: SupportAccess }) },
});

const query = z.strictObject(pageQuery);

export const listSupportGrants = endpoint({
  name: 'support_grants.list',
  method: 'GET',
  path: '/support_grants',
  summary: 'Requests and permissions of operators in this organisation, newest first',
  permission: 'support_access.grant',
  fresh_sign_in: false,
  rate: 'general',
  query,
  replies: { 200: page(SupportGrant) },
});

export const createSupportGrant = endpoint({
  name: 'support_grants.create',
  method: 'POST',
  path: '/support_grants',
  summary: 'Let operators in for a limited time without being asked',
  permission: 'support_access.grant',
  rate: 'general',
  while_impersonating: 'refused',
  body: SupportGrantCreate,
  replies: { 201: SupportGrant },
});

export const approveSupportGrant = endpoint({
  name: 'support_grants.approve',
  method: 'POST',
  path: '/support_grants/{id}/approve',
  summary: 'Agree to what an operator asked for; the time begins now',
  permission: 'support_access.grant',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: SupportGrant },
  errors: ['conflict'],
});

export const revokeSupportGrant = endpoint({
  name: 'support_grants.revoke',
  method: 'POST',
  path: '/support_grants/{id}/revoke',
  summary: 'Decline a request, or end a permission at once',
  permission: 'support_access.grant',
  fresh_sign_in: false,
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 200: SupportGrant },
  errors: ['conflict'],
});

const ofTenant = { tenant: z.object({ id, name: z.string(), slug: z.string() }) };
export const OperatorGrant = SupportGrant.extend(ofTenant).meta({ id: 'OperatorGrant' });
export type OperatorGrant = z.infer<typeof OperatorGrant>;

export const listOperatorGrants = endpoint({
  name: 'operator_grants.list',
  method: 'GET',
  path: '/platform/support_grants',
  summary: 'Requests and permissions of all organisations, newest first',
  permission: 'platform',
  rate: 'general',
  query,
  replies: { 200: page(OperatorGrant) },
});

export const requestSupportGrant = endpoint({
  name: 'operator_grants.request',
  method: 'POST',
  path: '/platform/tenants/{id}/support_grants',
  summary: 'Ask an organisation to be let in; where it allows operators beforehand the time begins now',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: idParams,
  body: SupportGrantCreate,
  replies: { 201: SupportGrant },
  errors: ['support_access.refused'],
});

export const breakGlass = endpoint({
  name: 'operator_grants.break_glass',
  method: 'POST',
  path: '/platform/tenants/{id}/break_glass',
  summary: 'Emergency: ask a second operator to agree to an access that the organisation did not grant',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: idParams,
  body: SupportGrantCreate,
  replies: { 201: SupportGrant },
});

export const confirmBreakGlass = endpoint({
  name: 'operator_grants.confirm',
  method: 'POST',
  path: '/platform/tenants/{id}/break_glass/{grant_id}/confirm',
  summary: 'The second operator agrees; all administrators of the organisation are told at once',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: z.strictObject({ id, grant_id: id }),
  replies: { 200: SupportGrant },
  errors: ['conflict'],
});

export const useSupportGrant = endpoint({
  name: 'operator_grants.use',
  method: 'POST',
  path: '/platform/tenants/{id}/support_grants/{grant_id}/use',
  summary: 'See the product as somebody within the permission, without changing anything',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: z.strictObject({ id, grant_id: id }),
  body: z.strictObject({
    user_id: id,
    reason,
    ticket: z.string().trim().max(80).optional(),
    minutes: z.int().min(5).max(60).default(60),
  }),
  replies: { 201: Impersonation },
  errors: ['support_access.refused', 'conflict'],
});
