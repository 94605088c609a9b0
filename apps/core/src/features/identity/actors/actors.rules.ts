import {
  type Capability,
  type Reach,
  type SystemRoleKey,
  systemRoleGrants,
  systemRoleKeys,
} from '@k12/contracts';
import type { Grant } from '../../../platform/auth/actor.ts';

export interface AssignmentInForce {
  role_key: string;
  is_system: boolean;
  capabilities: string[];
  scope: string;
  school_id: string | null;
}

export interface TenantRights {
  kind: 'school' | 'district';
  /** `role:capability` pairs of the optional marks that this tenant has turned on. */
  optional_grants: ReadonlySet<string>;
}

/** The union of all assignments in force; there are no deny entries (IDN-41). */
export function grantsOf(
  assignments: readonly AssignmentInForce[],
  tenant: TenantRights,
): Map<Capability, Grant> {
  const grants = new Map<Capability, Grant>();
  for (const assignment of assignments) {
    if (assignment.is_system) addSystemRole(grants, assignment, tenant);
    else
      for (const capability of assignment.capabilities)
        addReach(grants, capability as Capability, 'school', assignment);
  }
  return grants;
}

function addSystemRole(grants: Map<Capability, Grant>, assignment: AssignmentInForce, tenant: TenantRights) {
  const role = assignment.role_key as SystemRoleKey;
  for (const grant of systemRoleGrants[role] ?? []) {
    if (grant.optional && !tenant.optional_grants.has(`${role}:${grant.capability}`)) continue;
    if (grant.single_school_tenant_only && (tenant.kind !== 'school' || assignment.scope !== 'tenant'))
      continue;
    for (const reach of grant.reaches) addReach(grants, grant.capability, reach, assignment);
  }
}

/** A school-wide right from an assignment at tenant scope reaches the tenant; a tenant-wide one needs that scope. */
function addReach(
  grants: Map<Capability, Grant>,
  capability: Capability,
  reach: Reach,
  assignment: Pick<AssignmentInForce, 'scope' | 'school_id'>,
) {
  if (reach === 'tenant' && assignment.scope !== 'tenant') return;
  const grant = grants.get(capability) ?? emptyGrant();
  grants.set(capability, grant);
  if (reach !== 'tenant' && reach !== 'school') grant[reach] = true;
  else if (assignment.scope === 'tenant') grant.tenant = true;
  else if (assignment.school_id) grant.schools.add(assignment.school_id);
}

function emptyGrant(): Grant {
  return { tenant: false, schools: new Set(), course: false, own: false, linked: false };
}

export function reachNames(grant: Grant): Reach[] {
  const names: Reach[] = [];
  if (grant.tenant) names.push('tenant');
  if (grant.schools.size > 0) names.push('school');
  if (grant.course) names.push('course');
  if (grant.own) names.push('own');
  if (grant.linked) names.push('linked');
  return names;
}

/** Most powerful first; custom roles after the system ones. */
export function orderedRoles(keys: readonly string[]): string[] {
  const rank = (key: string) => {
    const at = systemRoleKeys.indexOf(key as SystemRoleKey);
    return at === -1 ? systemRoleKeys.length : at;
  };
  return [...new Set(keys)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
