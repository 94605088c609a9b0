import type { CourseQuery } from '@k12/contracts/teaching/courses';
import type { Changes, Database, Transaction } from '@k12/db';
import { expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { type CourseReach, teachingRoles } from './courses.policy.ts';

export type CourseRow = NonNullable<Awaited<ReturnType<typeof selectOptionalCourse>>>;

const eb = expressionBuilder<Database & { course: Database['courses'] }, 'course'>();

/** In a statement that names `courses as course`: those a reach covers. */
export function inCourseReach(reach: CourseReach) {
  const narrowed = reach.only_school_id
    ? eb('course.school_id', '=', reach.only_school_id)
    : eb.val(true).$castTo<boolean>();
  if (reach.everyone) return eb.and([narrowed, eb('course.state', '<>', 'deleted')]);
  const ways = [];
  if (reach.school_ids.length > 0) ways.push(eb('course.school_id', 'in', reach.school_ids));
  if (reach.member_id) {
    ways.push(eb('course.id', 'in', coursesOfMembers([reach.member_id], reach.now, teachingRoles)));
  }
  if (reach.member_id && reach.as_student) {
    ways.push(
      eb.and([
        isOpenToLearners(reach),
        eb('course.id', 'in', coursesOfMembers([reach.member_id], reach.now, ['student'])),
      ]),
    );
  }
  if (reach.linked_ids.length > 0) {
    ways.push(
      eb.and([
        isOpenToLearners(reach),
        eb('course.id', 'in', coursesOfMembers(reach.linked_ids, reach.now, ['student'])),
      ]),
    );
  }
  return eb.and([narrowed, eb('course.state', '<>', 'deleted'), eb.or(ways)]);
}

/** Running, or put away: for reading to the end of its year, then as long as the organisation allows (TCH-04, IDN-16). */
function isOpenToLearners({ now, archived_since }: CourseReach): RawBuilder<SqlBool> {
  const [state, year] = [sql.ref('course.state'), sql.ref('course.academic_year_id')];
  return sql<SqlBool>`(${state} = 'active' or (${state} = 'archived' and (
    coalesce(${sql.ref('course.archived_at')}, ${sql.ref('course.updated_at')}) >= ${archived_since}::timestamptz
    or exists (
      select from academic_years own_year
      join schools place on place.tenant_id = app.current_tenant() and place.id = ${sql.ref('course.school_id')}
      where own_year.tenant_id = app.current_tenant() and own_year.id = ${year}
        and own_year.ends_on >= (${now}::timestamptz at time zone place.time_zone)::date))))`;
}

function coursesOfMembers(userIds: readonly string[], now: string, roles: readonly string[]) {
  return eb
    .selectFrom('enrollments as member')
    .innerJoin('sections as own_section', 'own_section.id', 'member.section_id')
    .innerJoin('courses as own_course', 'own_course.id', 'own_section.course_id')
    .innerJoin('schools as own_school', 'own_school.id', 'own_course.school_id')
    .select('own_section.course_id')
    .where('member.user_id', 'in', userIds)
    .where('member.role', 'in', roles as ('student' | 'teacher')[])
    .where('member.state', 'in', ['active', 'completed'])
    .where(includesToday('member', 'own_school', now));
}

/** Enrollments are dates of the school: one begins and ends at its midnight, without any job (IDN-17, TCH-07). */
export function includesToday(
  member: 'member' | 'mine',
  school: 'own_school' | 'school',
  now: string,
): RawBuilder<SqlBool> {
  const today = sql`(${now}::timestamptz at time zone ${sql.ref(`${school}.time_zone`)})::date`;
  const [starts, ends] = [sql.ref(`${member}.starts_on`), sql.ref(`${member}.ends_on`)];
  return sql<SqlBool>`(${starts} is null or ${starts} <= ${today}) and (${ends} is null or ${ends} >= ${today})`;
}

/** With what `memberId` is in it: a teacher first, where somebody is both. */
function coursesWithRole(tx: Transaction, memberId: string | null, now: string) {
  return tx
    .selectFrom('courses as course')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .selectAll('course')
    .select('school.name as school_name')
    .select((eb) =>
      eb
        .selectFrom('enrollments as mine')
        .innerJoin('sections as my_section', 'my_section.id', 'mine.section_id')
        .select('mine.role')
        .whereRef('my_section.course_id', '=', 'course.id')
        .where('mine.user_id', '=', memberId)
        .where('mine.state', '=', 'active')
        .where(includesToday('mine', 'school', now))
        .orderBy((inner) =>
          inner
            .case()
            .when('mine.role', '=', 'teacher')
            .then(0)
            .when('mine.role', '=', 'co_teacher')
            .then(1)
            .when('mine.role', '=', 'assistant')
            .then(2)
            .else(3)
            .end(),
        )
        .limit(1)
        .as('my_role'),
    );
}

export function selectOptionalCourse(
  tx: Transaction,
  id: string,
  reach: CourseReach,
  memberId: string | null,
) {
  return coursesWithRole(tx, memberId, reach.now)
    .where('course.id', '=', id)
    .where(inCourseReach(reach))
    .executeTakeFirst();
}

export async function selectCourse(
  tx: Transaction,
  id: string,
  reach: CourseReach,
  memberId: string | null,
): Promise<CourseRow> {
  const course = await selectOptionalCourse(tx, id, reach, memberId);
  if (!course) throw new Problem('not_found');
  return course;
}

interface CourseFilter extends Omit<CourseQuery, 'cursor' | 'limit'> {
  limit: number;
}

export function listCourses(
  tx: Transaction,
  reach: CourseReach,
  memberId: string | null,
  filter: CourseFilter,
  after: Position,
): Promise<CourseRow[]> {
  let rows = coursesWithRole(tx, memberId, reach.now)
    .where(inCourseReach(reach))
    .limit(filter.limit + 1);
  if (filter.academic_year_id) rows = rows.where('course.academic_year_id', '=', filter.academic_year_id);
  if (filter.school_id) rows = rows.where('course.school_id', '=', filter.school_id);
  if (filter.subject) rows = rows.where('course.subject', '=', filter.subject);
  // Archived ones are looked for by their state only (TCH-04).
  rows = filter.state
    ? rows.where('course.state', '=', filter.state)
    : rows.where('course.state', '<>', 'archived');
  const grade = filter.grade_level;
  if (grade) rows = rows.where((eb) => eb(eb.val<string>(grade), '=', eb.fn.any('course.grade_levels')));
  if (filter.mine) {
    const ids = memberId ? [memberId] : [];
    rows = rows.where((eb) =>
      ids.length === 0
        ? eb.val(false)
        : eb('course.id', 'in', coursesOfMembers(ids, reach.now, [...teachingRoles, 'student'])),
    );
  }
  if (filter.q) {
    const pattern = containing(filter.q);
    rows = rows.where((eb) =>
      eb.or([eb('course.name', 'ilike', pattern), eb('course.code', 'ilike', pattern)]),
    );
  }
  return inOrderAfter(rows, ['course.name', 'course.id'], after).execute();
}

export async function listCourseIds(tx: Transaction, reach: CourseReach, yearId?: string): Promise<string[]> {
  let rows = tx.selectFrom('courses as course').select('course.id').where(inCourseReach(reach));
  if (yearId) rows = rows.where('course.academic_year_id', '=', yearId);
  return (await rows.execute()).map(({ id }) => id);
}

export function listCourseNames(tx: Transaction, reach: CourseReach, ids: readonly string[]) {
  return tx
    .selectFrom('courses as course')
    .select(['course.id', 'course.name'])
    .where('course.id', 'in', ids)
    .where(inCourseReach(reach))
    .execute();
}

export interface CourseFields {
  name: string;
  code: string;
  subject: string;
  grade_levels: string[];
  color: string | null;
}

export async function createCourse(
  tx: Transaction,
  course: CourseFields & {
    id: string;
    school_id: string;
    academic_year_id: string;
    created_by: string | null;
    created_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('courses')
    .values({ ...course, state: 'active', updated_at: course.created_at })
    .execute();
}

type CourseChanges = Changes<CourseFields & { state: 'draft' | 'active' }> & { updated_at: string };

/** False when the version named is no longer the current one. */
export async function updateCourse(tx: Transaction, id: string, lockVersion: number, changes: CourseChanges) {
  const updated = await tx
    .updateTable('courses')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** The staff of courses, teachers before assistants. */
export function listTeachers(tx: Transaction, courseIds: readonly string[]) {
  if (courseIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .select([
      'section.course_id',
      'member.user_id',
      'member.role',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      'person.sort_name',
    ])
    .distinct()
    .where('section.course_id', 'in', courseIds)
    .where('member.role', '<>', 'student')
    .where('member.state', '=', 'active')
    .orderBy('member.role', 'desc')
    .orderBy('person.sort_name')
    .orderBy('member.user_id')
    .execute();
}

export function listSchoolsOfIds(tx: Transaction, ids: readonly string[]) {
  return tx.selectFrom('schools').select(['id', 'time_zone', 'state']).where('id', 'in', ids).execute();
}

/** What a new course refers to: the year and its terms. */
export function selectOptionalYear(tx: Transaction, id: string) {
  return tx.selectFrom('academic_years').select(['id', 'state']).where('id', '=', id).executeTakeFirst();
}

export function listTermsOfYear(tx: Transaction, yearId: string) {
  return tx.selectFrom('terms').select('id').where('academic_year_id', '=', yearId).execute();
}
