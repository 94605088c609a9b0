import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { day, id, idParams, instant, name, noContent } from '../records.ts';
import { CapabilityKey } from './access.ts';
import { network } from './sign-in-policy.ts';

export const ApiToken = z.object({
  id,
  name: z.string(),
  /** The first characters, by which its owner recognises it. */
  prefix: z.string(),
  owner: z.object({ id, display_name: z.string() }),
  scopes: z.array(z.string()),
  school_id: id.nullable(),
  ip_ranges: z.array(z.string()),
  state: z.enum(['active', 'orphaned', 'expired', 'revoked']),
  /** An orphaned token stops on this day unless somebody adopts it (IDN-89). */
  stops_at: instant,
  created_at: instant,
  expires_at: instant,
  last_used_at: instant.nullable(),
  last_used_ip: z.string().nullable(),
  calls_by_day: z.array(z.object({ used_on: day, calls: z.int() })),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const ApiTokenCreate = z.strictObject({
  name,
  scopes: z.array(CapabilityKey).min(1).max(200),
  school_id: id.nullable().default(null),
  ip_ranges: z.array(network).max(20).default([]),
  expires_in_days: z.int().min(1).max(365).default(90),
});
export type ApiTokenCreate = z.infer<typeof ApiTokenCreate>;

/** The only reply that holds the token itself. */
export const ApiTokenCreated = ApiToken.extend({ token: z.string() });

export const listMyApiTokens = endpoint({
  name: 'me.api_tokens.list',
  method: 'GET',
  path: '/me/api_tokens',
  summary: 'Own API tokens',
  permission: 'api_tokens.create_own',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(ApiToken) }) },
});

export const createMyApiToken = endpoint({
  name: 'me.api_tokens.create',
  method: 'POST',
  path: '/me/api_tokens',
  summary: 'Create an API token; it is shown this once',
  permission: 'api_tokens.create_own',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  body: ApiTokenCreate,
  replies: { 201: ApiTokenCreated },
  errors: ['exceeds_own_rights'],
});

export const revokeMyApiToken = endpoint({
  name: 'me.api_tokens.revoke',
  method: 'DELETE',
  path: '/me/api_tokens/{id}',
  summary: 'Revoke an own API token',
  permission: 'api_tokens.create_own',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 204: noContent },
});

export const listApiTokens = endpoint({
  name: 'api_tokens.list',
  method: 'GET',
  path: '/api_tokens',
  summary: 'Every API token of the organisation',
  permission: 'api_tokens.manage_all',
  rate: 'general',
  query: z.strictObject({ ...pageQuery }),
  replies: { 200: page(ApiToken) },
});

export const revokeApiToken = endpoint({
  name: 'api_tokens.revoke',
  method: 'DELETE',
  path: '/api_tokens/{id}',
  summary: 'Revoke an API token of anybody',
  permission: 'api_tokens.manage_all',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  replies: { 204: noContent },
});

export const ServiceAccount = z.object({
  id,
  name: z.string(),
  owners: z.array(z.object({ id, display_name: z.string(), left_at: instant.nullable() })),
  tokens: z.int(),
  created_at: instant,
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;

export const listServiceAccounts = endpoint({
  name: 'service_accounts.list',
  method: 'GET',
  path: '/service_accounts',
  summary: 'Service accounts and who answers for them',
  permission: 'service_accounts.manage',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(ServiceAccount) }) },
});

const owners = z
  .array(id)
  .length(2)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'name two people' });

export const createServiceAccount = endpoint({
  name: 'service_accounts.create',
  method: 'POST',
  path: '/service_accounts',
  summary: 'Create a service account; roles are assigned to it like to a person',
  permission: 'service_accounts.manage',
  rate: 'general',
  while_impersonating: 'refused',
  body: z.strictObject({ name, owner_ids: owners }),
  replies: { 201: ServiceAccount },
});

export const adoptServiceAccount = endpoint({
  name: 'service_accounts.adopt',
  method: 'POST',
  path: '/service_accounts/{id}/adopt',
  summary: 'Name the two admins who answer for it from now on',
  permission: 'service_accounts.manage',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  body: z.strictObject({ owner_ids: owners }),
  replies: { 200: ServiceAccount },
});

export const createServiceToken = endpoint({
  name: 'service_accounts.tokens.create',
  method: 'POST',
  path: '/service_accounts/{id}/api_tokens',
  summary: 'Create an API token of a service account; it is shown this once',
  permission: 'service_accounts.manage',
  rate: 'general',
  while_impersonating: 'refused',
  params: idParams,
  body: ApiTokenCreate,
  replies: { 201: ApiTokenCreated },
  errors: ['exceeds_own_rights'],
});
