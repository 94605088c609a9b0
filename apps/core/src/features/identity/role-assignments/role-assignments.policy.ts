import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

interface Placed {
  scope: string;
  school_id: string | null;
}

/** Tenant-wide roles are given by tenant-wide admins, a school's roles by whoever manages that school's. */
export function canManageAssignment(actor: Actor, assignment: Placed): boolean {
  if (assignment.scope === 'tenant' || !assignment.school_id)
    return reachesTenant(actor, 'role_assignments.manage');
  return reachesSchool(actor, 'role_assignments.manage', assignment.school_id);
}

export function canReadAssignment(actor: Actor, assignment: Placed): boolean {
  if (reachesTenant(actor, 'roles.read')) return true;
  return assignment.school_id !== null && reachesSchool(actor, 'roles.read', assignment.school_id);
}

/** A person is in reach when the rights reach the tenant or one of the person's schools. */
export function canReadRightsOf(actor: Actor, schoolIds: readonly string[]): boolean {
  if (reachesTenant(actor, 'roles.read')) return true;
  return schoolIds.some((school) => reachesSchool(actor, 'roles.read', school));
}
