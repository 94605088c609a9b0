import type { GuardianLinkQuery } from '@k12/contracts/identity/guardian-links';
import type { Changes, Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { LinkReach } from './guardian-links.policy.ts';

export type LinkRow = Awaited<ReturnType<typeof selectLink>>;

function links(tx: Transaction) {
  return tx
    .selectFrom('guardian_links as link')
    .innerJoin('users as guardian', 'guardian.id', 'link.guardian_id')
    .innerJoin('users as student', 'student.id', 'link.student_id')
    .selectAll('link')
    .select([
      'guardian.given_name as guardian_given_name',
      'guardian.family_name as guardian_family_name',
      'guardian.preferred_name as guardian_preferred_name',
      'student.given_name as student_given_name',
      'student.family_name as student_family_name',
      'student.preferred_name as student_preferred_name',
      'student.sort_name',
      'student.birth_on',
    ]);
}

export async function selectLink(tx: Transaction, id: string) {
  const link = await links(tx).where('link.id', '=', id).executeTakeFirst();
  if (!link) throw new Problem('not_found');
  return link;
}

/** By name of the student; the same visibility as `canReadLink`. */
export function listLinks(
  tx: Transaction,
  reach: LinkReach,
  query: GuardianLinkQuery,
  today: string,
  after: Position,
): Promise<LinkRow[]> {
  let rows = links(tx).limit(query.limit + 1);
  if (!reach.everyone) {
    rows = rows.where((eb) =>
      eb.or([
        ...(reach.school_ids.length > 0
          ? [eb('link.student_id', 'in', membersOf(tx, reach.school_ids, today))]
          : []),
        ...(reach.own_id
          ? [
              eb.and([
                eb('link.state', '<>', 'restricted'),
                eb.or([
                  eb('link.student_id', '=', reach.own_id),
                  eb.and([
                    eb('link.guardian_id', '=', reach.own_id),
                    eb('link.may_access_records', '=', true),
                  ]),
                ]),
              ]),
            ]
          : []),
      ]),
    );
  }
  if (query.student_id) rows = rows.where('link.student_id', '=', query.student_id);
  if (query.guardian_id) rows = rows.where('link.guardian_id', '=', query.guardian_id);
  if (query.state) rows = rows.where('link.state', '=', query.state);
  if (query.school_id) rows = rows.where('link.student_id', 'in', membersOf(tx, [query.school_id], today));
  return inOrderAfter(rows, ['student.sort_name', 'link.id'], after).execute();
}

function membersOf(tx: Transaction, schoolIds: string[], today: string) {
  return tx
    .selectFrom('memberships')
    .select('memberships.user_id')
    .where('memberships.school_id', 'in', schoolIds)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', today)]));
}

/** Schools that students go or went to. */
export function listSchoolsOfStudents(tx: Transaction, studentIds: string[], today: string) {
  if (studentIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('memberships')
    .select(['user_id', 'school_id'])
    .where('user_id', 'in', studentIds)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', today)]))
    .execute();
}

export async function listSchoolIdsOf(tx: Transaction, studentId: string, today: string): Promise<string[]> {
  return (await listSchoolsOfStudents(tx, [studentId], today)).map((row) => row.school_id);
}

export function listRolesOf(tx: Transaction, userIds: string[]) {
  return tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select(['assignment.user_id', 'role.key'])
    .where('assignment.user_id', 'in', userIds)
    .execute();
}

export async function selectGuardianRoleId(tx: Transaction): Promise<string> {
  const role = await tx
    .selectFrom('roles')
    .select('id')
    .where('key', '=', 'guardian')
    .where('is_system', '=', true)
    .executeTakeFirstOrThrow();
  return role.id;
}

/** Held until the end of the transaction, so that two who link the same student count one after the other. */
export async function lockStudent(tx: Transaction, studentId: string): Promise<void> {
  await tx.selectFrom('users').select('id').where('id', '=', studentId).forNoKeyUpdate().execute();
}

export async function countLinksOf(tx: Transaction, studentId: string): Promise<number> {
  const row = await tx
    .selectFrom('guardian_links')
    .select((eb) => eb.fn.countAll<number>().as('links'))
    .where('student_id', '=', studentId)
    .where('state', '<>', 'inactive')
    .executeTakeFirstOrThrow();
  return row.links;
}

export function selectOptionalPair(tx: Transaction, guardianId: string, studentId: string) {
  return tx
    .selectFrom('guardian_links')
    .select(['id', 'state', 'lock_version'])
    .where('guardian_id', '=', guardianId)
    .where('student_id', '=', studentId)
    .executeTakeFirst();
}

export interface LinkFields {
  relationship: 'parent' | 'guardian' | 'relative' | 'other';
  may_access_records: boolean;
  may_consent: boolean;
  receives_communications: boolean;
  legal_note: string | null;
  starts_on: string | null;
  ends_on: string | null;
}

export interface LinkFacts {
  state: 'invited' | 'active' | 'inactive' | 'restricted';
  confirmed_by: string | null;
  confirmed_at: string | null;
  ended_at: string | null;
  adult_basis: 'student_consent' | 'lawful_basis' | null;
  adult_basis_reason: string | null;
  adult_basis_ends_on: string | null;
}

export async function createLink(
  tx: Transaction,
  link: Changes<LinkFields> &
    Pick<LinkFacts, 'state' | 'confirmed_by' | 'confirmed_at'> & {
      id: string;
      guardian_id: string;
      student_id: string;
      source: 'manual' | 'invitation';
      created_at: string;
    },
): Promise<void> {
  await tx
    .insertInto('guardian_links')
    .values({ ...link, updated_at: link.created_at })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateLink(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<LinkFields & LinkFacts> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('guardian_links')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
