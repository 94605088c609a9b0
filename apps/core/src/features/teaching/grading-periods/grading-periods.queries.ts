import type { Changes, Transaction } from '@k12/db';
import { sql } from 'kysely';

export type PeriodRow = Awaited<ReturnType<typeof listPeriods>>[number];

export function listPeriods(tx: Transaction, place: { school_id: string; academic_year_id: string }) {
  return tx
    .selectFrom('grading_periods')
    .selectAll()
    .where('school_id', '=', place.school_id)
    .where('academic_year_id', '=', place.academic_year_id)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

/** Reopenings that are in force now, of these periods. */
export function listReopens(tx: Transaction, periodIds: readonly string[], now: string) {
  if (periodIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('grading_period_reopens')
    .select(['grading_period_id', 'course_id', 'teacher_id', 'student_id', 'until_at'])
    .where('grading_period_id', 'in', [...periodIds])
    .where('until_at', '>', now)
    .execute();
}

export function selectSchoolZone(tx: Transaction, schoolId: string) {
  return tx.selectFrom('schools').select('time_zone').where('id', '=', schoolId).executeTakeFirstOrThrow();
}

export function selectOptionalPeriod(tx: Transaction, id: string) {
  return tx.selectFrom('grading_periods').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface NewPeriod {
  id: string;
  school_id: string;
  academic_year_id: string;
  name: string;
  starts_on: string;
  ends_on: string;
  weight_percent: string;
  created_at: string;
  updated_at: string;
}

export async function createPeriod(tx: Transaction, period: NewPeriod): Promise<void> {
  await tx.insertInto('grading_periods').values(period).execute();
}

/** False when the version named is no longer the current one. */
export async function updateState(
  tx: Transaction,
  id: string,
  lockVersion: number,
  state: 'locked' | 'finalized',
  now: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('grading_periods')
    .set((eb) => ({ state, updated_at: now, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function createReopen(
  tx: Transaction,
  reopen: {
    id: string;
    grading_period_id: string;
    course_id: string | null;
    teacher_id: string | null;
    student_id: string | null;
    until_at: string;
    reason: string;
    reopened_by: string;
    reopened_at: string;
  },
): Promise<void> {
  await tx.insertInto('grading_period_reopens').values(reopen).execute();
}

/** Courses of a period with work that waits for a grade, or grades that students do not see (TCH-122). */
export async function listProblems(tx: Transaction, period: PeriodRow, timeZone: string) {
  const { rows } = await sql<{
    course_id: string;
    course_name: string;
    ungraded_count: number;
    hidden_count: number;
  }>`
    select course.id as course_id, course.name as course_name,
      count(*) filter (where work.grade_state = 'none' and work.submitted_at is not null)::integer as ungraded_count,
      count(*) filter (where work.grade_state <> 'none' and work.posted_at is null)::integer as hidden_count
    from courses course
    join student_work work on work.tenant_id = app.current_tenant() and work.course_id = course.id and work.is_assigned
    join assignments assignment on assignment.tenant_id = app.current_tenant() and assignment.id = work.assignment_id
      and assignment.state in ('published', 'closed')
    where course.tenant_id = app.current_tenant() and course.school_id = ${period.school_id}::uuid
      and course.academic_year_id = ${period.academic_year_id}::uuid
      and case when assignment.grading_period_id is not null then assignment.grading_period_id = ${period.id}::uuid
        else (coalesce(work.due_at, assignment.published_at) at time zone ${timeZone})::date
          between ${period.starts_on}::date and ${period.ends_on}::date end
    group by course.tenant_id, course.id
    having count(*) filter (where work.grade_state = 'none' and work.submitted_at is not null) > 0
      or count(*) filter (where work.grade_state <> 'none' and work.posted_at is null) > 0
    order by course.name, course.id`.execute(tx);
  return rows;
}

/** Report cards show these values from now on, whatever is changed later. */
export async function freezeTotals(tx: Transaction, periodId: string, now: string): Promise<number> {
  const rows = await tx
    .updateTable('course_grades')
    .set({ finalized_at: now })
    .where('grading_period_id', '=', periodId)
    .where('finalized_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

export function selectOptionalYear(tx: Transaction, id: string) {
  return tx
    .selectFrom('academic_years')
    .select(['starts_on', 'ends_on'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** False when the version named is no longer the current one. */
export async function updatePeriod(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<Pick<PeriodRow, 'name' | 'starts_on' | 'ends_on' | 'locks_at' | 'weight_percent'>> & {
    updated_at: string;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('grading_periods')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export function selectOptionalNaming(tx: Transaction, periodId: string) {
  return tx
    .selectFrom('assignments')
    .select('title')
    .where('grading_period_id', '=', periodId)
    .where('state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
}

/** With what was calculated for it; grades and assignments stay. */
export async function deletePeriod(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ grading_period_id: null })
    .where('grading_period_id', '=', id)
    .execute();
  await tx.deleteFrom('course_grades').where('grading_period_id', '=', id).execute();
  await tx.deleteFrom('grading_period_reopens').where('grading_period_id', '=', id).execute();
  await tx.deleteFrom('grading_periods').where('id', '=', id).execute();
}

/** Courses whose totals depend on the periods of a school and year. */
export async function listCourseIds(
  tx: Transaction,
  place: { school_id: string; academic_year_id: string | null },
): Promise<string[]> {
  let rows = tx
    .selectFrom('courses')
    .select('id')
    .where('school_id', '=', place.school_id)
    .where('state', 'in', ['draft', 'active']);
  if (place.academic_year_id !== null) rows = rows.where('academic_year_id', '=', place.academic_year_id);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
}

/** One line in the history of each course that is graded by the period (TCH-103). */
export async function createPeriodChanges(
  tx: Transaction,
  period: Pick<PeriodRow, 'school_id' | 'academic_year_id'>,
  change: {
    before: object;
    after: object;
    reason: string | null;
    changed_by: string | null;
    changed_at: string;
  },
): Promise<void> {
  await sql`
    insert into grade_changes
      (tenant_id, id, course_id, subject, before, after, source, reason, changed_by, changed_at)
    select app.current_tenant(), uuidv7(), course.id, 'period', ${JSON.stringify(change.before)}::jsonb,
      ${JSON.stringify(change.after)}::jsonb, 'typed', ${change.reason}, ${change.changed_by}::uuid,
      ${change.changed_at}::timestamptz
    from courses course
    where course.tenant_id = app.current_tenant() and course.school_id = ${period.school_id}::uuid
      and course.academic_year_id = ${period.academic_year_id}::uuid and course.state <> 'deleted'`.execute(
    tx,
  );
}

export function selectOptionalSchoolGrading(tx: Transaction, schoolId: string) {
  return tx
    .selectFrom('school_grading')
    .select(['year_grade', 'lock_version'])
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
}

/** False when the version named is no longer the current one; version 0 is that of a school without a row. */
export async function saveSchoolGrading(
  tx: Transaction,
  row: { school_id: string; year_grade: 'items' | 'periods'; updated_at: string },
  lockVersion: number,
): Promise<boolean> {
  const saved = await tx
    .insertInto('school_grading')
    .values({ ...row, lock_version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'school_id'])
        .doUpdateSet((eb) => ({
          year_grade: row.year_grade,
          updated_at: row.updated_at,
          lock_version: eb('school_grading.lock_version', '+', 1),
        }))
        .where('school_grading.lock_version', '=', lockVersion),
    )
    .returning('lock_version')
    .executeTakeFirst();
  return saved?.lock_version === lockVersion + 1;
}

export function selectOptionalSchool(tx: Transaction, id: string) {
  return tx.selectFrom('schools').select('id').where('id', '=', id).executeTakeFirst();
}
