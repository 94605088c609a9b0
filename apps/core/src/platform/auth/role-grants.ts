import { type Capability, type RoleGrant, type SystemRoleKey, systemRoleGrants } from '@k12/contracts';
import { sql } from 'kysely';

/**
 * Whether a role grants a capability, roles of the organisation's own included (IDN-43): `role` and `assignment` are
 * the aliases that the statement gives them. Marks that a tenant turns on are not counted.
 */
export function grantsCapability(capability: Capability, keep: (grant: RoleGrant) => boolean = () => true) {
  const granting = Object.entries(systemRoleGrants).flatMap(([key, grants]) => {
    const grant = grants.find((one) => one.capability === capability);
    if (!grant || grant.optional || grant.single_school_tenant_only || !keep(grant)) return [];
    return { key: key as SystemRoleKey, reaches: grant.reaches };
  });
  const keys = granting.map(({ key }) => key);
  // A right over the whole organisation asks for an assignment there, as in `grantsOf`.
  const wide = granting.filter(({ reaches }) => reaches.every((reach) => reach === 'tenant'));
  return sql<boolean>`case when role.is_system
    then role.key = any(${keys}::text[])
      and (assignment.scope = 'tenant' or role.key <> all(${wide.map(({ key }) => key)}::text[]))
    else ${capability} = any(role.capabilities) end`;
}

/** The dates of the assignment include today, the local day of the organisation (IDN-47). */
export function isAssignmentInForce(today: string) {
  return sql<boolean>`(assignment.starts_on is null or assignment.starts_on <= ${today}::date)
    and (assignment.ends_on is null or assignment.ends_on >= ${today}::date)`;
}
