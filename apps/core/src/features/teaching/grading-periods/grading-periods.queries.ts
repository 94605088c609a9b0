import type { Transaction } from '@k12/db';
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
