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

/** Rows that say the same already stay as they are, and what was frozen stays frozen (TCH-122). */
export async function saveTotals(
  tx: Transaction,
  courseId: string,
  schemeId: string | null,
  values: readonly TotalValues[],
  now: string,
): Promise<void> {
  await sql`
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
}

export function listTotalsOf(tx: Transaction, courseId: string, studentIds: readonly string[]) {
  return tx
    .selectFrom('course_grades')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('student_id', 'in', [...studentIds])
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
