import type { EnrollmentQuery } from '@k12/contracts/teaching/enrollments';
import type { Changes, Transaction } from '@k12/db';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { type CourseReach, staffReach } from './courses.policy.ts';
import { inCourseReach, includesToday } from './courses.queries.ts';

export type EnrollmentRow = NonNullable<Awaited<ReturnType<typeof selectOptionalEnrollment>>>;

function enrollments(tx: Transaction) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .selectAll('member')
    .select([
      'section.name as section_name',
      'section.course_id',
      'course.name as course_name',
      'course.school_id',
      'course.state as course_state',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      'person.pronounced_as',
      'person.sort_name',
    ]);
}

/** Whose enrollments: everybody's where one is staff, elsewhere the teachers' and these people's (TCH-16). */
export interface EnrollmentReach {
  courses: CourseReach;
  own_ids: string[];
}

export function selectOptionalEnrollment(tx: Transaction, id: string, reach: EnrollmentReach) {
  return within(enrollments(tx), reach).where('member.id', '=', id).executeTakeFirst();
}

function within(rows: ReturnType<typeof enrollments>, reach: EnrollmentReach) {
  const { courses, own_ids } = reach;
  return rows
    .where(inCourseReach(courses))
    .where((eb) =>
      eb.or([
        eb('member.role', '<>', 'student'),
        own_ids.length > 0 ? eb('member.user_id', 'in', own_ids) : eb.val(false),
        inCourseReach({ ...staffReach(courses), member_id: null }),
        isOfOwnStudents(courses),
      ]),
    );
}

/** Of whom one teaches: who is limited to some sections of a course has no others' on the roster (TCH-12). */
function isOfOwnStudents({ member_id, now, only_school_id }: CourseReach): RawBuilder<SqlBool> {
  if (member_id === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`exists (
    select from enrollments mine
    join sections my_section on my_section.tenant_id = app.current_tenant() and my_section.id = mine.section_id
    join courses own_course on own_course.tenant_id = app.current_tenant() and own_course.id = my_section.course_id
    join schools own_school on own_school.tenant_id = app.current_tenant() and own_school.id = own_course.school_id
    where mine.tenant_id = app.current_tenant() and mine.user_id = ${member_id}::uuid
      and mine.role in ('teacher', 'co_teacher', 'assistant') and mine.state in ('active', 'completed')
      and ${includesToday('mine', 'own_school', now)} and my_section.course_id = ${sql.ref('section.course_id')}
      and (${only_school_id}::uuid is null or own_course.school_id = ${only_school_id}::uuid)
      and (mine.role = 'teacher' or not mine.is_limited or mine.section_id = ${sql.ref('member.section_id')}))`;
}

/** By the name they are known by, in either order. */
function isNamed(pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(person.sort_name ilike ${pattern}
    or coalesce(person.preferred_name, person.given_name) || ' ' || person.family_name ilike ${pattern}
    or person.given_name || ' ' || person.family_name ilike ${pattern})`;
}

export function listEnrollments(
  tx: Transaction,
  reach: EnrollmentReach,
  query: EnrollmentQuery,
  after: Position,
): Promise<EnrollmentRow[]> {
  let rows = within(enrollments(tx), reach).limit(query.limit + 1);
  if (query.section_id) rows = rows.where('member.section_id', '=', query.section_id);
  if (query.course_id) rows = rows.where('section.course_id', '=', query.course_id);
  if (query.role) rows = rows.where('member.role', '=', query.role);
  if (query.state) rows = rows.where('member.state', '=', query.state);
  if (query.q) rows = rows.where(isNamed(containing(query.q)));
  return inOrderAfter(rows, ['person.sort_name', 'member.id'], after).execute();
}

/** Which of these people are in a course together with the caller, as far as the roster shows it. */
export async function listFellows(
  tx: Transaction,
  reach: EnrollmentReach,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await within(enrollments(tx), reach)
    .clearSelect()
    .select('member.user_id')
    .distinct()
    .where('member.user_id', 'in', userIds)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export interface NewEnrollment {
  id: string;
  section_id: string;
  user_id: string;
  role: EnrollmentRow['role'];
  starts_on: string | null;
  ends_on: string | null;
  created_at: string;
}

/** False when the person is in the section with this role already. */
export async function createEnrollment(tx: Transaction, enrollment: NewEnrollment): Promise<boolean> {
  const made = await tx
    .insertInto('enrollments')
    .values({ ...enrollment, updated_at: enrollment.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'section_id', 'user_id', 'role']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Who was in a section before and is not now. */
export function listFormer(
  tx: Transaction,
  { section_id, role }: Pick<NewEnrollment, 'section_id' | 'role'>,
  userIds: readonly string[],
) {
  return tx
    .selectFrom('enrollments')
    .select(['id', 'user_id', 'state', 'withdrawn_at'])
    .where('section_id', '=', section_id)
    .where('role', '=', role)
    .where('user_id', 'in', userIds)
    .forUpdate()
    .execute();
}

const rowsPerInsert = 500;

export async function createEnrollments(
  tx: Transaction,
  rows: readonly (Omit<NewEnrollment, 'ends_on'> & { source: 'manual' | 'csv' })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    const some = rows.slice(at, at + rowsPerInsert);
    await tx
      .insertInto('enrollments')
      .values(some.map((row) => ({ ...row, updated_at: row.created_at })))
      .onConflict((conflict) => conflict.columns(['tenant_id', 'section_id', 'user_id', 'role']).doNothing())
      .execute();
  }
}

export async function activateEnrollments(
  tx: Transaction,
  ids: readonly string[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('enrollments')
    .set((eb) => ({
      state: 'active',
      withdrawn_at: null,
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', 'in', ids)
    .execute();
}

type EnrollmentChanges = Changes<
  Pick<
    EnrollmentRow,
    | 'state'
    | 'starts_on'
    | 'ends_on'
    | 'is_limited'
    | 'assistant_rights'
    | 'section_id'
    | 'managed_by'
    | 'withdrawn_at'
  >
> & {
  updated_at: string;
};

export async function updateEnrollment(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: EnrollmentChanges,
): Promise<boolean> {
  const updated = await tx
    .updateTable('enrollments')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** The schools a person belongs to, for the check that they are of the course's school. */
export function listSchoolsOfPerson(tx: Transaction, userId: string) {
  return tx.selectFrom('memberships').select('school_id').where('user_id', '=', userId).execute();
}

export function selectOptionalSection(tx: Transaction, id: string) {
  return tx.selectFrom('sections').select(['id', 'course_id']).where('id', '=', id).executeTakeFirst();
}

/** Where somebody is on the staff of a course, on one day. */
export function listStaffEnrollments(tx: Transaction, courseId: string, userId: string, today: string) {
  return listStaffOfCourses(tx, [courseId], userId, today);
}

export function listStaffOfCourses(
  tx: Transaction,
  courseIds: readonly string[],
  userId: string,
  today: string,
) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select(['section.course_id', 'member.section_id', 'member.role', 'member.is_limited'])
    .select('member.assistant_rights')
    .where('section.course_id', 'in', courseIds)
    .where('member.user_id', '=', userId)
    .where('member.role', '<>', 'student')
    .where('member.state', '=', 'active')
    .where((eb) => eb.or([eb('member.starts_on', 'is', null), eb('member.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('member.ends_on', 'is', null), eb('member.ends_on', '>=', today)]))
    .execute();
}

/** Of these people those who are students of the course still: whom its news concern (TCH-10). */
export async function listActiveStudents(
  tx: Transaction,
  courseId: string,
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select('member.user_id')
    .distinct()
    .where('section.course_id', '=', courseId)
    .where('member.user_id', 'in', userIds)
    .where('member.role', '=', 'student')
    .where('member.state', '=', 'active')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** A student of the course, of these sections if named. */
export function selectOptionalStudent(
  tx: Transaction,
  courseId: string,
  studentId: string,
  sectionIds: readonly string[] | null,
) {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .select(['person.id', 'person.given_name', 'person.family_name', 'person.preferred_name'])
    .where('section.course_id', '=', courseId)
    .where('member.user_id', '=', studentId)
    .where('member.role', '=', 'student');
  if (sectionIds !== null) rows = rows.where('section.id', '=', sql<string>`any(${[...sectionIds]}::uuid[])`);
  return rows.limit(1).executeTakeFirst();
}
