import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Where a student stands in a course: one row for each section they are in. */
export function listLearners(tx: Transaction, courseId: string, studentIds: readonly string[] | undefined) {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select(['member.user_id as student_id', 'member.section_id', 'member.starts_on', 'member.ends_on'])
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .where('member.state', 'in', ['active', 'completed'])
    .orderBy('member.user_id')
    .orderBy('section.name')
    .orderBy('member.section_id');
  if (studentIds) rows = rows.where('member.user_id', 'in', studentIds);
  return rows.execute();
}

export type Place = Omit<Awaited<ReturnType<typeof listLearners>>[number], 'student_id'>;

export type CourseOfWork = Awaited<ReturnType<typeof selectCourseOfWork>>;

export function selectCourseOfWork(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'school_id', 'academic_year_id', 'settings'])
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
}

/** Assignments that have rows: those published or closed. */
export function listPublished(tx: Transaction, courseId: string, ids: readonly string[] | undefined) {
  let rows = tx
    .selectFrom('assignments')
    .select(['id', 'group_set_id', 'grading_period_id', 'published_at'])
    .where('course_id', '=', courseId)
    .where('state', 'in', ['published', 'closed']);
  if (ids) rows = rows.where('id', 'in', ids);
  return rows.execute();
}

export function listGroupsOf(tx: Transaction, groupSetIds: readonly string[]) {
  if (groupSetIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('group_members')
    .select(['group_set_id', 'group_id', 'student_id'])
    .where('group_set_id', 'in', groupSetIds)
    .where('left_at', 'is', null)
    .execute();
}

export function listExtraDays(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('course_accommodations')
    .select(['student_id', 'extra_days'])
    .where('course_id', '=', courseId)
    .where('extra_days', '>', 0)
    .execute();
}

export interface WorkRow {
  assignment_id: string;
  student_id: string;
  section_id: string;
  is_assigned: boolean;
  available_from_at: string | null;
  due_at: string | null;
  available_until_at: string | null;
  dates_from: string;
  is_before_enrollment: boolean;
}

export interface ChangedWork {
  assignment_id: string;
  student_id: string;
  is_new: boolean;
  due_before: string | null;
  due_at: string | null;
  grade_state: string;
}

/** Rows as they are, for comparing; only what decides their period. */
export function listDueTimes(
  tx: Transaction,
  assignmentIds: readonly string[],
  studentIds: readonly string[] | undefined,
) {
  let rows = tx
    .selectFrom('student_work')
    .select(['assignment_id', 'student_id', 'due_at', 'is_assigned'])
    .where('assignment_id', 'in', assignmentIds);
  if (studentIds) rows = rows.where('student_id', 'in', studentIds);
  return rows.execute();
}

/**
 * Makes the rows as they should be, in one statement for any number, and gives those that changed. Lateness follows the
 * new due time at once.
 */
export async function writeWorkDates(
  tx: Transaction,
  tenantId: string,
  courseId: string,
  rows: readonly WorkRow[],
  now: string,
): Promise<ChangedWork[]> {
  const { rows: changed } = await sql<ChangedWork>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wanted (
        assignment_id uuid, student_id uuid, section_id uuid, is_assigned boolean, available_from_at timestamptz,
        due_at timestamptz, available_until_at timestamptz, dates_from text, is_before_enrollment boolean
      )
    ), before as (
      select work.assignment_id, work.student_id, work.due_at
      from student_work as work
      join wanted on wanted.assignment_id = work.assignment_id and wanted.student_id = work.student_id
      where work.tenant_id = ${tenantId}
    ), written as (
      insert into student_work as work (
        tenant_id, assignment_id, student_id, course_id, section_id, is_assigned, available_from_at, due_at,
        available_until_at, dates_from, is_before_enrollment, changed_at
      )
      select ${tenantId}::uuid, assignment_id, student_id, ${courseId}::uuid, section_id, is_assigned, available_from_at,
        due_at, available_until_at, dates_from, is_before_enrollment, ${now}::timestamptz
      from wanted
      on conflict (tenant_id, assignment_id, student_id) do update set
        section_id = excluded.section_id,
        is_assigned = excluded.is_assigned,
        available_from_at = excluded.available_from_at,
        due_at = excluded.due_at,
        available_until_at = excluded.available_until_at,
        dates_from = excluded.dates_from,
        is_before_enrollment = excluded.is_before_enrollment,
        late_seconds = case
          when work.submitted_at is null or excluded.due_at is null then 0
          else greatest(0, floor(extract(epoch from work.submitted_at - excluded.due_at)))::integer
        end,
        changed_at = excluded.changed_at
      where (work.section_id, work.is_assigned, work.available_from_at, work.due_at, work.available_until_at,
          work.dates_from, work.is_before_enrollment)
        is distinct from (excluded.section_id, excluded.is_assigned, excluded.available_from_at, excluded.due_at,
          excluded.available_until_at, excluded.dates_from, excluded.is_before_enrollment)
      returning work.assignment_id, work.student_id, work.due_at, work.grade_state
    )
    select written.assignment_id, written.student_id, written.due_at, written.grade_state, before.due_at as due_before,
      before.assignment_id is null as is_new
    from written
    left join before on before.assignment_id = written.assignment_id and before.student_id = written.student_id`.execute(
    tx,
  );
  return changed;
}

/** Who is not assigned any more keeps work and grades, and counts nowhere (TCH-31). */
export async function markUnassigned(
  tx: Transaction,
  tenantId: string,
  pairs: readonly { assignment_id: string; student_id: string }[],
  now: string,
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    update student_work as work set is_assigned = false, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (assignment_id uuid, student_id uuid)
    where work.tenant_id = ${tenantId} and work.is_assigned
      and work.assignment_id = pair.assignment_id and work.student_id = pair.student_id`.execute(tx);
}
