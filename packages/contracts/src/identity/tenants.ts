import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { day, id, idParams, instant, locale, name, reason, timeZone } from '../records.ts';

export const TenantState = z.enum(['provisioning', 'active', 'suspended', 'closing', 'closed']);
export const SupportAccess = z.enum(['never', 'ask', 'allow']);

/** What an operator sees of an organisation: facts about it and counts, nobody's records (IDN-01). */
export const Tenant = z
  .object({
    id,
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['school', 'district']),
    locale: z.string(),
    time_zone: z.string(),
    state: TenantState,
    support_access: SupportAccess,
    schools_count: z.int(),
    users_count: z.int(),
    courses_count: z.int(),
    created_at: instant,
    can: z.object({ suspend: z.boolean(), resume: z.boolean() }),
  })
  .meta({ id: 'Tenant' });
export type Tenant = z.infer<typeof Tenant>;

export const TenantCreate = z.strictObject({
  name,
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/),
  kind: z.enum(['school', 'district']),
  locale: locale.default('en'),
  time_zone: timeZone,
  school: z.strictObject({ name, code: z.string().trim().min(1).max(40) }),
  year: z.strictObject({ name, starts_on: day, ends_on: day }),
  /** Gets an invitation by mail and holds every right of the organisation. */
  admin: z.strictObject({ email: z.email(), given_name: name, family_name: name }),
});
export type TenantCreate = z.infer<typeof TenantCreate>;

export const TenantQuery = z.strictObject({ ...pageQuery, state: TenantState.optional() });
export type TenantQuery = z.infer<typeof TenantQuery>;

export const listTenants = endpoint({
  name: 'tenants.list',
  method: 'GET',
  path: '/platform/tenants',
  summary: 'Organisations of this installation with their counts, by short name',
  permission: 'platform',
  rate: 'general',
  query: TenantQuery,
  replies: { 200: page(Tenant) },
});

export const getTenant = endpoint({
  name: 'tenants.get',
  method: 'GET',
  path: '/platform/tenants/{id}',
  summary: 'One organisation',
  permission: 'platform',
  rate: 'general',
  params: idParams,
  replies: { 200: Tenant },
});

export const createTenant = endpoint({
  name: 'tenants.create',
  method: 'POST',
  path: '/platform/tenants',
  summary: 'Set up an organisation with its first school, year and administrator',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  body: TenantCreate,
  replies: { 201: Tenant },
  errors: ['tenant.slug_taken'],
});

export const suspendTenant = endpoint({
  name: 'tenants.suspend',
  method: 'POST',
  path: '/platform/tenants/{id}/suspend',
  summary: 'Nobody of the organisation can sign in; nothing is deleted',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 200: Tenant },
  errors: ['conflict'],
});

export const resumeTenant = endpoint({
  name: 'tenants.resume',
  method: 'POST',
  path: '/platform/tenants/{id}/resume',
  summary: 'Let the people of a suspended organisation in again',
  permission: 'platform',
  fresh_sign_in: true,
  rate: 'general',
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 200: Tenant },
  errors: ['conflict'],
});
