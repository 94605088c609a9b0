import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { day, id, idParams, instant, noContent } from '../records.ts';
import { CapabilityKey, ReachName } from './access.ts';

export const AssignmentScope = z.enum(['tenant', 'school']);

export const RoleAssignment = z
  .object({
    id,
    user_id: id,
    user_name: z.string(),
    role_id: id,
    role_key: z.string(),
    role_name: z.string(),
    scope: AssignmentScope,
    school_id: id.nullable(),
    school_name: z.string().nullable(),
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    source: z.enum(['manual', 'import', 'sign_in_rule', 'seed']),
    in_force: z.boolean(),
    created_at: instant,
    can: z.object({ delete: z.boolean() }),
  })
  .meta({ id: 'RoleAssignment' });
export type RoleAssignment = z.infer<typeof RoleAssignment>;

export const RoleAssignmentCreate = z.strictObject({
  user_id: id,
  role_id: id,
  scope: AssignmentScope,
  school_id: id.nullable().default(null),
  starts_on: day.nullable().default(null),
  ends_on: day.nullable().default(null),
  /** Says that a student or guardian is meant to become staff (IDN-45). */
  confirm_change_of_kind: z.boolean().default(false),
});
export type RoleAssignmentCreate = z.infer<typeof RoleAssignmentCreate>;

export const RoleAssignmentQuery = z.strictObject({
  ...pageQuery,
  user_id: id.optional(),
  role_id: id.optional(),
  school_id: id.optional(),
});
export type RoleAssignmentQuery = z.infer<typeof RoleAssignmentQuery>;

export const listRoleAssignments = endpoint({
  name: 'role_assignments.list',
  method: 'GET',
  path: '/role_assignments',
  summary: 'Who holds which role, where and until when',
  permission: 'roles.read',
  rate: 'general',
  query: RoleAssignmentQuery,
  replies: { 200: page(RoleAssignment) },
});

export const createRoleAssignment = endpoint({
  name: 'role_assignments.create',
  method: 'POST',
  path: '/role_assignments',
  summary: 'Give somebody a role',
  permission: 'role_assignments.manage',
  rate: 'general',
  fresh_sign_in: true,
  body: RoleAssignmentCreate,
  replies: { 201: RoleAssignment },
  errors: ['exceeds_own_rights', 'conflict', 'school_mismatch'],
});

export const deleteRoleAssignment = endpoint({
  name: 'role_assignments.delete',
  method: 'DELETE',
  path: '/role_assignments/{id}',
  summary: 'Take a role away',
  permission: 'role_assignments.manage',
  rate: 'general',
  fresh_sign_in: true,
  params: idParams,
  replies: { 204: noContent },
  errors: ['last_admin', 'exceeds_own_rights'],
});

export const EffectivePermission = z.object({
  capability: CapabilityKey,
  sensitive: z.boolean(),
  reaches: z.array(ReachName),
  school_ids: z.array(id),
  /** Role keys through which the person holds it. */
  through: z.array(z.string()),
});

export const getEffectivePermissions = endpoint({
  name: 'users.effective_permissions',
  method: 'GET',
  path: '/users/{id}/effective_permissions',
  summary: 'What somebody may do, where, and through which assignment',
  permission: 'roles.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(EffectivePermission) }) },
});
