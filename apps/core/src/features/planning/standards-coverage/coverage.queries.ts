import type { CoverageColumns } from '@k12/contracts/planning/coverage';
import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';
import type { PlanCondition } from '../plans/plans.access.queries.ts';
import { type FactScope, factsOf } from './facts.queries.ts';

export interface Column {
  key: string;
  label: string;
  from_on?: string;
  to_on?: string;
}

export interface CellRow {
  row_id: string | null;
  column_key: string | null;
  planned: number;
  taught: number;
  assessed: number;
  frequency: number;
}

/**
 * Everything a heat map needs in one statement: for each row and column, for each row alone, and for all. A row is
 * a branch, so `level` says how deep the rows are.
 */
export async function listCells(
  tx: Transaction,
  scope: FactScope,
  level: number,
  columns: CoverageColumns,
  periods: readonly Column[],
): Promise<CellRow[]> {
  const { join, key } = columnOf(columns, periods);
  const { rows } = await sql<CellRow>`
    with ${factsOf(scope)},
    keyed as (
      select counted.lineage[${level + 1}::int] as row_id, ${key} as column_key, facts.standard_id,
        facts.unit_plan_id, facts.taught, facts.assignment_id
      from facts
      join counted on counted.id = facts.standard_id
      ${join}
    )
    select row_id, column_key, count(distinct standard_id) filter (where assignment_id is null)::int as planned,
      count(distinct standard_id) filter (where taught)::int as taught,
      count(distinct standard_id) filter (where assignment_id is not null)::int as assessed,
      count(distinct unit_plan_id)::int as frequency
    from keyed
    group by grouping sets ((row_id, column_key), (row_id), ())`.execute(tx);
  return rows;
}

function columnOf(
  columns: CoverageColumns,
  periods: readonly Column[],
): { join: RawBuilder<unknown>; key: RawBuilder<string> } {
  if (columns === 'course') return { join: sql``, key: sql`facts.course_id::text` };
  if (columns === 'grade') {
    const join = sql`
      join chosen_courses course on course.id = facts.course_id
      cross join lateral unnest(course.grade_levels) as grade(key)`;
    return { join, key: sql`grade.key` };
  }
  const join = sql`
    join jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as period(key text, from_on date, to_on date)
      on facts.starts_on <= period.to_on and facts.ends_on >= period.from_on`;
  return { join, key: sql`period.key` };
}

/** How many standards a percentage of each row is of (PLN-96). */
export async function countDenominators(tx: Transaction, scope: FactScope, level: number) {
  const { rows } = await sql<{ row_id: string; denominator: number }>`
    with ${factsOf({ ...scope, course_ids: [] })}
    select lineage[${level + 1}::int] as row_id, count(*)::int as denominator
    from counted where cardinality(lineage) > ${level}::int group by 1`.execute(tx);
  return rows;
}

export interface StandardUse {
  id: string;
  parent_id: string | null;
  planned: boolean;
  taught: boolean;
  assessed: boolean;
  unit_ids: string[];
}

export async function listUses(tx: Transaction, scope: FactScope): Promise<StandardUse[]> {
  const { rows } = await sql<StandardUse>`
    with ${factsOf(scope)}
    select counted.id, counted.parent_id, count(facts.plan_id) > 0 as planned,
      count(facts.assignment_id) > 0 as assessed,
      coalesce(bool_or(facts.taught), false) as taught,
      array_remove(array_agg(distinct facts.unit_plan_id), null) as unit_ids
    from counted
    left join facts on facts.standard_id = counted.id
    group by counted.id, counted.parent_id, counted.code_normalized
    order by counted.code_normalized, counted.id`.execute(tx);
  return rows;
}

export async function listEmphases(tx: Transaction, scope: FactScope) {
  const { rows } = await sql<{
    id: string;
    grade_level: string;
    emphasis: 'introduced' | 'developed' | 'mastered' | 'reviewed';
  }>`
    with ${factsOf(scope)}
    select distinct facts.standard_id as id, grade.key as grade_level, facts.emphasis
    from facts
    join chosen_courses course on course.id = facts.course_id
    cross join lateral unnest(course.grade_levels) as grade(key)
    where facts.emphasis is not null`.execute(tx);
  return rows;
}

export interface ItemRow {
  kind: 'unit' | 'session' | 'assessment';
  plan_id: string;
  unit_plan_id: string | null;
  title: string;
  course_id: string;
  course_name: string;
  starts_on: string;
  ends_on: string;
  codes: string[];
}

/** The plans, sessions and assessments behind a cell; the readable ones by name, the others by number. */
export async function listItems(
  tx: Transaction,
  scope: FactScope,
  column: { columns: CoverageColumns; periods: readonly Column[]; key: string | null },
): Promise<ItemRow[]> {
  const { join, key } = columnOf(column.columns, column.periods);
  const { rows } = await sql<ItemRow>`
    with ${factsOf(scope)},
    keyed as (
      select distinct facts.standard_id, facts.plan_id, facts.session_id, facts.assignment_id, facts.course_id as of_course,
        facts.starts_on, facts.ends_on
      from facts ${join}
      where ${column.key === null ? sql`true` : sql`${key} = ${column.key}`}
    )
    select case
        when keyed.assignment_id is not null then 'assessment' when keyed.session_id is null then 'unit' else 'session'
      end as kind, coalesce(plan.id, assignment.id) as plan_id, coalesce(plan.title, assignment.title) as title,
      plan.unit_plan_id,
      keyed.of_course as course_id, named.name as course_name, keyed.starts_on, keyed.ends_on,
      array_agg(distinct counted.code) as codes
    from keyed
    join counted on counted.id = keyed.standard_id
    left join plans plan on plan.tenant_id = app.current_tenant() and plan.id = keyed.plan_id
    left join assignments assignment on assignment.tenant_id = app.current_tenant()
      and assignment.id = keyed.assignment_id
    join chosen_courses named on named.id = keyed.of_course
    group by 1, 2, 3, 4, 5, 6, 7, 8, keyed.session_id
    order by keyed.starts_on, 3, 2
    limit 500`.execute(tx);
  return rows;
}

/** Which of these plans may be named to the caller. */
export async function listReadableIds(
  tx: Transaction,
  ids: readonly string[],
  readable: PlanCondition,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('plans')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where(readable)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export function listCourses(
  tx: Transaction,
  given: { ids: string[] | null; schools: string[] | null; from_on: string; to_on: string },
) {
  let rows = tx
    .selectFrom('courses')
    .innerJoin('academic_years as year', 'year.id', 'courses.academic_year_id')
    .select(['courses.id', 'courses.name', 'courses.grade_levels', 'courses.school_id'])
    .where('courses.state', '<>', 'deleted')
    .where('year.starts_on', '<=', given.to_on)
    .where('year.ends_on', '>=', given.from_on)
    .orderBy('courses.name')
    .orderBy('courses.id')
    .limit(500);
  if (given.ids) rows = rows.where('courses.id', 'in', given.ids);
  if (given.schools) rows = rows.where('courses.school_id', 'in', given.schools);
  return rows.execute();
}

export async function listTaughtGrades(
  tx: Transaction,
  given: { ids: string[] | null; schools: string[] | null; from_on: string; to_on: string },
): Promise<string[]> {
  const { rows } = await sql<{ grade: string }>`
    select distinct unnest(course.grade_levels) as grade
    from courses course
    join academic_years year on year.tenant_id = app.current_tenant() and year.id = course.academic_year_id
    where course.tenant_id = app.current_tenant() and course.state <> 'deleted'
      and year.starts_on <= ${given.to_on}::date and year.ends_on >= ${given.from_on}::date
      and ${given.ids ? sql`course.id = any(${given.ids}::uuid[])` : sql`true`}
      and ${given.schools ? sql`course.school_id = any(${given.schools}::uuid[])` : sql`true`}
    order by grade`.execute(tx);
  return rows.map(({ grade }) => grade);
}

export async function listOwnCourseIds(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrollments')
    .innerJoin('sections as section', 'section.id', 'enrollments.section_id')
    .select('section.course_id')
    .distinct()
    .where('enrollments.user_id', '=', userId)
    .where('enrollments.role', 'in', ['teacher', 'co_teacher'])
    .where('enrollments.state', '=', 'active')
    .execute();
  return rows.map(({ course_id }) => course_id);
}

export function selectCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'school_id', 'academic_year_id'])
    .where('id', '=', id)
    .where('state', '<>', 'deleted')
    .executeTakeFirst();
}

export function selectCourseOfSection(tx: Transaction, sectionId: string) {
  return tx
    .selectFrom('sections')
    .innerJoin('courses as course', 'course.id', 'sections.course_id')
    .select(['course.id', 'course.school_id', 'course.academic_year_id'])
    .where('sections.id', '=', sectionId)
    .executeTakeFirst();
}

export function selectYear(tx: Transaction, id: string | undefined) {
  const rows = tx.selectFrom('academic_years').select(['id', 'starts_on', 'ends_on']);
  return (id ? rows.where('id', '=', id) : rows.where('state', '=', 'active')).executeTakeFirst();
}

/** What a side of a comparison is called: its course with the year, its school, or its year. */
export async function selectNameOfScope(
  tx: Transaction,
  scope: {
    course_id?: string | undefined;
    school_id?: string | undefined;
    academic_year_id?: string | undefined;
  },
): Promise<string> {
  if (scope.course_id) {
    const course = await tx
      .selectFrom('courses')
      .innerJoin('academic_years as year', 'year.id', 'courses.academic_year_id')
      .select(['courses.name', 'year.name as year'])
      .where('courses.id', '=', scope.course_id)
      .executeTakeFirst();
    return course ? `${course.name}, ${course.year}` : '';
  }
  const table = scope.school_id ? 'schools' : 'academic_years';
  const id = scope.school_id ?? scope.academic_year_id ?? '';
  const found = await tx.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst();
  return found?.name ?? '';
}

export function selectTerm(tx: Transaction, id: string) {
  return tx
    .selectFrom('terms')
    .select(['id', 'starts_on', 'ends_on'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listTerms(tx: Transaction, from_on: string, to_on: string) {
  return tx
    .selectFrom('terms')
    .select(['id', 'name', 'starts_on', 'ends_on'])
    .where('starts_on', '<=', to_on)
    .where('ends_on', '>=', from_on)
    .orderBy('starts_on')
    .orderBy('name')
    .limit(30)
    .execute();
}
