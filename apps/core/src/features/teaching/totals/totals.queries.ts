import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Totals of one course are worked out by one at a time, so that the last one sees what the others wrote. */
export async function lockTotals(tx: Transaction, tenantId: string, courseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`totals:${tenantId}:${courseId}`}, 0))`.execute(
    tx,
  );
}

export interface TotalValues {
  id: string;
  student_id: string;
  grading_period_id: string | null;
  so_far_percent: string | null;
  if_nothing_more_percent: string | null;
  posted_so_far_percent: string | null;
  posted_if_nothing_more_percent: string | null;
  counted_cells: number;
  label: string | null;
  posted_label: string | null;
  details: object;
}

/** Rows that say the same already stay as they are, and what was frozen stays frozen (TCH-122); answers how many did not. */
export async function saveTotals(
  tx: Transaction,
  courseId: string,
  schemeId: string | null,
  values: readonly TotalValues[],
  now: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into course_grades as kept
      (tenant_id, id, course_id, student_id, grading_period_id, so_far_percent, if_nothing_more_percent,
       posted_so_far_percent, posted_if_nothing_more_percent, counted_cells, label, posted_label, details, scheme_id,
       calculated_at)
    select app.current_tenant(), x.id, ${courseId}::uuid, x.student_id, x.grading_period_id, x.so_far_percent,
      x.if_nothing_more_percent, x.posted_so_far_percent, x.posted_if_nothing_more_percent, x.counted_cells, x.label,
      x.posted_label, x.details, ${schemeId}::uuid, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x(
      id uuid, student_id uuid, grading_period_id uuid, so_far_percent numeric, if_nothing_more_percent numeric,
      posted_so_far_percent numeric, posted_if_nothing_more_percent numeric, counted_cells integer, label text,
      posted_label text, details jsonb
    )
    on conflict (tenant_id, course_id, student_id, grading_period_id) do update set
      so_far_percent = excluded.so_far_percent, if_nothing_more_percent = excluded.if_nothing_more_percent,
      posted_so_far_percent = excluded.posted_so_far_percent,
      posted_if_nothing_more_percent = excluded.posted_if_nothing_more_percent,
      counted_cells = excluded.counted_cells, label = excluded.label, posted_label = excluded.posted_label,
      details = excluded.details, scheme_id = excluded.scheme_id, calculated_at = excluded.calculated_at
    where kept.finalized_at is null and (
      kept.so_far_percent, kept.if_nothing_more_percent, kept.posted_so_far_percent,
      kept.posted_if_nothing_more_percent, kept.counted_cells, kept.label, kept.posted_label, kept.details,
      kept.scheme_id
    ) is distinct from (
      excluded.so_far_percent, excluded.if_nothing_more_percent, excluded.posted_so_far_percent,
      excluded.posted_if_nothing_more_percent, excluded.counted_cells, excluded.label, excluded.posted_label,
      excluded.details, excluded.scheme_id
    )`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Spans in which a student has nothing any more, after dates were moved: their totals are none. */
export async function clearOtherTotals(
  tx: Transaction,
  courseId: string,
  values: readonly Pick<TotalValues, 'student_id' | 'grading_period_id'>[],
  now: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with kept as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x(student_id uuid, grading_period_id uuid)
    )
    update course_grades total set
      so_far_percent = null, if_nothing_more_percent = null, posted_so_far_percent = null,
      posted_if_nothing_more_percent = null, counted_cells = 0, label = null, posted_label = null, details = '{}',
      calculated_at = ${now}::timestamptz
    where total.tenant_id = app.current_tenant() and total.course_id = ${courseId}::uuid
      and total.grading_period_id is not null and total.finalized_at is null
      and (total.so_far_percent is not null or total.if_nothing_more_percent is not null)
      and total.student_id in (select student_id from kept)
      and not exists (
        select from kept where kept.student_id = total.student_id
          and kept.grading_period_id = total.grading_period_id)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Percents set by hand for periods, by student and period; null: of everybody. */
export async function listPeriodOverrides(
  tx: Transaction,
  courseId: string,
  studentIds: readonly string[] | null,
): Promise<Map<string, string>> {
  let rows = tx
    .selectFrom('course_grades')
    .select(['student_id', 'grading_period_id', 'override_percent'])
    .where('course_id', '=', courseId)
    .where('grading_period_id', 'is not', null)
    .where('override_percent', 'is not', null);
  if (studentIds) rows = rows.where('student_id', 'in', [...studentIds]);
  const found = await rows.execute();
  return new Map(
    found.map((row) => [`${row.student_id}/${row.grading_period_id}`, row.override_percent ?? '']),
  );
}

/** Courses whose totals can still move, some at a time. */
export async function listLiveCourseIds(tx: Transaction, after: string | null): Promise<string[]> {
  let rows = tx.selectFrom('courses').select('id').where('state', 'in', ['draft', 'active']);
  if (after !== null) rows = rows.where('id', '>', after);
  return (await rows.orderBy('id').limit(200).execute()).map(({ id }) => id);
}

export function listTotalsOf(tx: Transaction, courseId: string, studentIds: readonly string[]) {
  return tx
    .selectFrom('course_grades')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('student_id', 'in', [...studentIds])
    .execute();
}

/** When a student's work was due and came, and what was set by hand, for what lateness would cost. */
export function listWorkTimes(tx: Transaction, courseId: string, studentId: string) {
  return tx
    .selectFrom('student_work')
    .select([
      'assignment_id',
      'student_id',
      'section_id',
      'due_at',
      'submitted_at',
      'status_override',
      'late_minutes_override',
      'posted_at',
    ])
    .where('course_id', '=', courseId)
    .where('student_id', '=', studentId)
    .execute();
}

export function selectOptionalCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'school_id', 'academic_year_id', 'settings', 'state'])
    .where('id', '=', id)
    .where('state', '<>', 'deleted')
    .executeTakeFirst();
}

export async function listCourseStudentIds(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select('member.user_id')
    .distinct()
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export interface Override {
  id: string;
  course_id: string;
  student_id: string;
  grading_period_id: string | null;
  override_percent: string | null;
  override_label: string | null;
  override_reason: string | null;
  overridden_by: string | null;
  overridden_at: string;
}

export async function createOverride(tx: Transaction, override: Override): Promise<void> {
  await tx
    .insertInto('course_grades')
    .values({ ...override, calculated_at: override.overridden_at, lock_version: 1 })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateOverride(tx: Transaction, { id, ...override }: Override, lockVersion: number) {
  const row = await tx
    .updateTable('course_grades')
    .set((eb) => ({
      ...override,
      calculated_at: override.overridden_at,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .where('finalized_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
