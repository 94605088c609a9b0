import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { linkedStudentIds } from '../guardian-links/linked-students.service.ts';
import * as queries from './people.queries.ts';
import { type PersonPlace, type ReadReach, readReach } from './users.policy.ts';
import { hasStarted, isInForce } from './users.rules.ts';

export type MembershipRow = Awaited<ReturnType<typeof queries.listMembershipsOf>>[number];

/** What is known about one person beside the row of `users`. */
export interface PersonFacts {
  place: PersonPlace;
  roles: string[];
  memberships: MembershipRow[];
}

/** Whom the caller may see; asked anew each time, because links and roles change (IDN-42, IDN-54). */
export async function selectReadReach(tx: Transaction, context: Context, today: string): Promise<ReadReach> {
  const { actor } = context;
  const grant = actor.grants.get('users.read');
  const [wide, linked] = await Promise.all([
    grant?.course && actor.user_id ? queries.listWideAssignments(tx, actor.user_id, today) : ('all' as const),
    grant?.linked ? linkedStudentIds(tx, context) : [],
  ]);
  return readReach(actor, wide, linked);
}

const outsiders = ['student', 'guardian'];

/** Three statements for a whole page of people, not three for each (OPS-59). */
export async function selectFacts(
  tx: Transaction,
  userIds: string[],
  today: string,
): Promise<Map<string, PersonFacts>> {
  if (userIds.length === 0) return new Map();
  const [memberships, assignments, ofChildren] = await Promise.all([
    queries.listMembershipsOf(tx, userIds),
    queries.listAssignmentsOf(tx, userIds),
    queries.listSchoolsOfChildren(tx, userIds),
  ]);
  return new Map(
    userIds.map((id) => {
      const own = <T extends { user_id: string }>(rows: T[]) => rows.filter((row) => row.user_id === id);
      return [id, factsOf(id, own(memberships), own(assignments), own(ofChildren), today)];
    }),
  );
}

type AssignmentRow = Awaited<ReturnType<typeof queries.listAssignmentsOf>>[number];
type ChildRow = Awaited<ReturnType<typeof queries.listSchoolsOfChildren>>[number];

function factsOf(
  id: string,
  memberships: MembershipRow[],
  assignments: AssignmentRow[],
  ofChildren: ChildRow[],
  today: string,
): PersonFacts {
  const places = [...memberships, ...assignments, ...ofChildren];
  const staff = assignments.filter((row) => !outsiders.includes(row.role_key));
  const schoolsWhere = (keep: (row: (typeof places)[number]) => boolean) => [
    ...new Set(places.filter(keep).flatMap((row) => row.school_id ?? [])),
  ];
  return {
    memberships,
    roles: [...new Set(assignments.filter((row) => isInForce(row, today)).map((row) => row.role_key))],
    place: {
      id,
      is_staff: staff.length > 0,
      is_tenant_staff: staff.some((row) => row.scope === 'tenant' && isInForce(row, today)),
      school_ids: schoolsWhere((row) => isInForce(row, today)),
      known_school_ids: schoolsWhere((row) => hasStarted(row, today)),
    },
  };
}
