import { type Actor, holds, reachesTenant } from '../../../platform/auth/actor.ts';

export function canManageRoles(actor: Actor): boolean {
  return reachesTenant(actor, 'roles.manage');
}

/** System roles are the same everywhere and cannot be edited (IDN-44). */
export function canUpdateRole(actor: Actor, role: { is_system: boolean }): boolean {
  return canManageRoles(actor) && !role.is_system;
}

export function canAssignRoles(actor: Actor): boolean {
  return holds(actor, 'role_assignments.manage');
}
