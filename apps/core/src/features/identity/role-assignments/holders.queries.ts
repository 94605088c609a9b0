import { type Capability, type RoleGrant, type SystemRoleKey, systemRoleGrants } from '@k12/contracts';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { containing } from '../../../platform/like-pattern.ts';

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

export interface HoldersQuery {
  capability: Capability;
  /** Assigned there or to the whole organisation; null: only the latter. */
  school_id: string | null;
  today: string;
  /** Only these people. */
  among?: readonly string[];
  q?: string | undefined;
}

/** Active people whose roles in force give them a capability at a school, by name. */
export async function listHolders(tx: Transaction, { capability, school_id, today, among, q }: HoldersQuery) {
  if (among?.length === 0) return [];
  let rows = tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .innerJoin('users as person', 'person.id', 'assignment.user_id')
    .select(['person.id', 'person.given_name', 'person.family_name', 'person.preferred_name'])
    .select((eb) => [
      sql<string[]>`array_agg(distinct ${eb.ref('role.key')})`.as('roles'),
      sql<boolean>`bool_or(${eb.ref('assignment.scope')} = 'school')`.as('is_of_school'),
    ])
    .where('person.state', '=', 'active')
    .where(grantsCapability(capability))
    .where(isAssignmentInForce(today))
    .where((eb) =>
      eb.or([
        eb('assignment.scope', '=', 'tenant'),
        ...(school_id ? [eb('assignment.school_id', '=', school_id)] : []),
      ]),
    )
    .groupBy(['person.tenant_id', 'person.id'])
    .orderBy('person.sort_name')
    .orderBy('person.id');
  if (among) rows = rows.where('person.id', 'in', [...among]);
  if (q) rows = rows.where('person.search_text', 'ilike', containing(q.toLowerCase())).limit(200);
  return rows.execute();
}

export type Holder = Awaited<ReturnType<typeof listHolders>>[number];
