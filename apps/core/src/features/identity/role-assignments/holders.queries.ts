import type { Capability } from '@k12/contracts';
import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { grantsCapability, isAssignmentInForce } from '../../../platform/auth/role-grants.ts';
import { containing } from '../../../platform/like-pattern.ts';

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
