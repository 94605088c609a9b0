import type { Capability } from '@k12/contracts';
import { type Actor, type Grant, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import { type AssignmentInForce, grantsOf, type TenantRights } from '../actors/actors.rules.ts';

/**
 * The capabilities somebody would hand out without holding them at that reach (IDN-45). Rights over one's own
 * work, courses or children come with being that person and are nobody's to withhold, so they do not count.
 */
export function capabilitiesBeyond(
  actor: Actor,
  role: AssignmentInForce,
  tenant: TenantRights,
): Capability[] {
  const grants = grantsOf([role], tenant);
  return [...grants]
    .filter(([capability, grant]) => isBeyond(actor, capability, grant))
    .map(([capability]) => capability);
}

function isBeyond(actor: Actor, capability: Capability, grant: Grant): boolean {
  if (grant.tenant && !reachesTenant(actor, capability)) return true;
  return [...grant.schools].some((school) => !reachesSchool(actor, capability, school));
}

const outsiderRoles = new Set(['student', 'guardian']);

/** Students and guardians become staff only when an admin says that this change of kind is meant (IDN-45). */
export function isChangeOfKind(currentRoles: readonly string[], newRole: string): boolean {
  if (currentRoles.length === 0 || outsiderRoles.has(newRole)) return false;
  return currentRoles.every((role) => outsiderRoles.has(role));
}
