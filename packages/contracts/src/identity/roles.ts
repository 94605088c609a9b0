import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, name, noContent } from '../records.ts';
import { CapabilityKey } from './access.ts';

export const Role = z
  .object({
    id,
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    is_system: z.boolean(),
    copied_from: z.string().nullable(),
    capabilities: z.array(CapabilityKey),
    holders_count: z.int(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    can: abilities('update', 'delete', 'assign'),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

const fields = {
  name,
  description: z.string().trim().max(400).nullable(),
  capabilities: z.array(CapabilityKey).max(200),
};

export const RoleCreate = z
  .strictObject({ ...fields, copied_from: z.string().max(40).nullable() })
  .partial({ description: true, copied_from: true });
export type RoleCreate = z.infer<typeof RoleCreate>;

export const RoleUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type RoleUpdate = z.infer<typeof RoleUpdate>;

export const RoleDelete = z.strictObject({
  /** Holders get this role instead; needed while the role is in use. */
  replacement_id: id.optional(),
});

export const listRoles = endpoint({
  name: 'roles.list',
  method: 'GET',
  path: '/roles',
  summary: 'System and custom roles',
  permission: 'roles.read',
  rate: 'general',
  query: z.strictObject(pageQuery),
  replies: { 200: page(Role) },
});

export const getRole = endpoint({
  name: 'roles.get',
  method: 'GET',
  path: '/roles/{id}',
  summary: 'One role',
  permission: 'roles.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Role },
});

export const createRole = endpoint({
  name: 'roles.create',
  method: 'POST',
  path: '/roles',
  summary: 'Create a custom role, blank or as a copy',
  permission: 'roles.manage',
  rate: 'general',
  fresh_sign_in: true,
  body: RoleCreate,
  replies: { 201: Role },
  errors: ['exceeds_own_rights'],
});

export const updateRole = endpoint({
  name: 'roles.update',
  method: 'PATCH',
  path: '/roles/{id}',
  summary: 'Change a custom role',
  permission: 'roles.manage',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  body: RoleUpdate,
  replies: { 200: Role },
  errors: ['exceeds_own_rights', 'version_conflict', 'conflict'],
});

export const deleteRole = endpoint({
  name: 'roles.delete',
  method: 'DELETE',
  path: '/roles/{id}',
  summary: 'Remove a custom role, moving its holders to another',
  permission: 'roles.manage',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  query: RoleDelete,
  replies: { 204: noContent },
  errors: ['conflict', 'exceeds_own_rights', 'last_admin'],
});
