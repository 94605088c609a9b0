import { type Capability, sensitiveCapabilities } from '@k12/contracts';
import { type AssignmentInForce, grantsOf, reachNames, type TenantRights } from '../actors/actors.rules.ts';

interface Dates {
  starts_on: string | null;
  ends_on: string | null;
}

/** Outside its dates an assignment gives nothing (IDN-47). */
export function isInForce(assignment: Dates, today: string): boolean {
  if (assignment.starts_on && assignment.starts_on > today) return false;
  return !(assignment.ends_on && assignment.ends_on < today);
}

/** Each capability with its reach and the roles it comes through: the answer to "why can they" (IDN-48). */
export function effectivePermissions(assignments: readonly AssignmentInForce[], tenant: TenantRights) {
  const through = new Map<Capability, Set<string>>();
  for (const assignment of assignments) {
    for (const capability of grantsOf([assignment], tenant).keys()) {
      through.set(capability, (through.get(capability) ?? new Set()).add(assignment.role_key));
    }
  }
  return [...grantsOf(assignments, tenant)].map(([capability, grant]) => ({
    capability,
    sensitive: sensitiveCapabilities.has(capability),
    reaches: reachNames(grant),
    school_ids: [...grant.schools],
    through: [...(through.get(capability) ?? [])],
  }));
}
