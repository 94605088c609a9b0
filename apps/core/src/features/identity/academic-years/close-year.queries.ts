import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';

export interface OpenCourseRow {
  school_id: string;
  school_name: string;
  course_id: string;
  course_name: string;
  ungraded_count: number;
  unfinalized: string[];
  drafts_count: number;
}

/** Courses of a year in which something is still open; those put away already are done with. */
export async function listOpenCourses(tx: Transaction, yearId: string): Promise<OpenCourseRow[]> {
  const { rows } = await sql<OpenCourseRow>`
    with course as (
      select id, school_id, name from courses
      where tenant_id = app.current_tenant() and academic_year_id = ${yearId}::uuid and state in ('draft', 'active')
    ), ungraded as (
      select work.course_id, count(*)::integer as count
      from student_work work
      join assignments assignment on assignment.tenant_id = app.current_tenant() and assignment.id = work.assignment_id
      where work.tenant_id = app.current_tenant() and work.course_id in (select id from course) and work.is_assigned
        and work.submission_state = 'submitted' and work.grade_state = 'none'
        and assignment.grading_type <> 'ungraded' and assignment.state in ('published', 'closed')
      group by work.course_id
    ), draft as (
      select course_id, count(*)::integer as count from (
        select course_id from assignments
        where tenant_id = app.current_tenant() and course_id in (select id from course) and state in ('draft', 'scheduled')
        union all
        select course_id from feedback_comments
        where tenant_id = app.current_tenant() and course_id in (select id from course) and state = 'draft'
          and deleted_at is null
      ) unpublished group by course_id
    ), period as (
      select school_id, array_agg(name order by starts_on) as names from grading_periods
      where tenant_id = app.current_tenant() and academic_year_id = ${yearId}::uuid and state <> 'finalized'
      group by school_id
    )
    select course.id as course_id, course.name as course_name, school.id as school_id, school.name as school_name,
      coalesce(ungraded.count, 0) as ungraded_count, coalesce(period.names, '{}') as unfinalized,
      coalesce(draft.count, 0) as drafts_count
    from course
    join schools school on school.tenant_id = app.current_tenant() and school.id = course.school_id
    left join ungraded on ungraded.course_id = course.id
    left join draft on draft.course_id = course.id
    left join period on period.school_id = course.school_id
    where ungraded.count > 0 or draft.count > 0 or period.names is not null
    order by school.name, school.id, course.name, course.id`.execute(tx);
  return rows;
}

export function listWaivers(tx: Transaction, yearId: string) {
  return tx
    .selectFrom('year_waivers as waiver')
    .innerJoin('users as person', 'person.id', 'waiver.waived_by')
    .select(['waiver.course_id', 'waiver.kind', 'waiver.reason', 'waiver.waived_at'])
    .select(['person.given_name', 'person.family_name', 'person.preferred_name'])
    .where('waiver.academic_year_id', '=', yearId)
    .orderBy('waiver.kind')
    .execute();
}

export interface Waiver {
  academic_year_id: string;
  course_id: string;
  kind: 'ungraded' | 'unfinalized' | 'drafts';
  reason: string;
  waived_by: string;
  waived_at: string;
}

export async function createWaivers(tx: Transaction, waivers: readonly Waiver[]): Promise<void> {
  await tx
    .insertInto('year_waivers')
    .values(waivers.map((waiver) => ({ ...waiver, id: newId() })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'academic_year_id', 'course_id', 'kind']).doUpdateSet((eb) => ({
        reason: eb.ref('excluded.reason'),
        waived_by: eb.ref('excluded.waived_by'),
        waived_at: eb.ref('excluded.waived_at'),
      })),
    )
    .execute();
}

/** Of these ids the courses that belong to the year. */
export async function listCoursesOfYear(tx: Transaction, yearId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('courses')
    .select('id')
    .where('academic_year_id', '=', yearId)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** No grade of the year changes any more; final periods are closed already. */
export async function lockPeriods(tx: Transaction, yearId: string, now: string): Promise<number> {
  const rows = await tx
    .updateTable('grading_periods')
    .set((eb) => ({ state: 'locked', updated_at: now, lock_version: eb('lock_version', '+', 1) }))
    .where('academic_year_id', '=', yearId)
    .where('state', 'in', ['upcoming', 'open'])
    .returning('id')
    .execute();
  return rows.length;
}

/** Enrollments first: what they belong to is found by the courses that still run. */
export async function completeEnrollments(tx: Transaction, yearId: string, now: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update enrollments set state = 'completed', updated_at = ${now}, lock_version = enrollments.lock_version + 1
    from sections section
    join courses course on course.tenant_id = app.current_tenant() and course.id = section.course_id
    where enrollments.tenant_id = app.current_tenant() and enrollments.state = 'active'
      and section.tenant_id = app.current_tenant() and section.id = enrollments.section_id
      and course.academic_year_id = ${yearId}::uuid and course.state <> 'deleted'`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function archiveCourses(tx: Transaction, yearId: string, now: string): Promise<number> {
  const rows = await tx
    .updateTable('courses')
    .set((eb) => ({
      state: 'archived',
      archived_at: now,
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('academic_year_id', '=', yearId)
    .where('state', 'in', ['draft', 'active'])
    .returning('id')
    .execute();
  return rows.length;
}

/** Everybody who works at a school that had courses in the year. */
export async function listStaffOfYear(tx: Transaction, yearId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person.id
    from courses course
    join memberships belongs on belongs.tenant_id = app.current_tenant() and belongs.school_id = course.school_id
    join users person on person.tenant_id = app.current_tenant() and person.id = belongs.user_id
      and person.state = 'active' and person.kind = 'person'
    join role_assignments held on held.tenant_id = app.current_tenant() and held.user_id = person.id
    join roles role on role.tenant_id = app.current_tenant() and role.id = held.role_id
      and role.key not in ('student', 'guardian')
    where course.tenant_id = app.current_tenant() and course.academic_year_id = ${yearId}::uuid`.execute(tx);
  return rows.map(({ id }) => id);
}
