import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';
import { type FactScope, factsOf } from './facts.queries.ts';

export interface SchoolCoverageRow {
  school_id: string;
  denominator: number;
  planned: number;
  taught: number;
  assessed: number;
}

/**
 * One row for each active school. What a percentage is of are the standards for the grades taught there in the
 * period; counted once for all schools that teach the same grades.
 */
export async function listSchoolCoverage(tx: Transaction, scope: FactScope): Promise<SchoolCoverageRow[]> {
  const { rows } = await sql<SchoolCoverageRow>`
    with ${factsOf(scope)},
    ${gradesOf(scope)},
    denominators as materialized (
      select kinds.keys, count(counted.id)::int as denominator
      from (select distinct keys from grades where keys <> '{}') kinds
      left join counted on cardinality(counted.grade_levels) = 0 or counted.grade_levels && kinds.keys
      group by kinds.keys
    ), reached as materialized (
      select grades.school_id,
        count(distinct facts.standard_id) filter (where facts.assignment_id is null)::int as planned,
        count(distinct facts.standard_id) filter (where facts.taught)::int as taught,
        count(distinct facts.standard_id) filter (where facts.assignment_id is not null)::int as assessed
      from facts
      join chosen_courses course on course.id = facts.course_id
      join grades on grades.school_id = course.school_id
      join counted on counted.id = facts.standard_id
        and (cardinality(counted.grade_levels) = 0 or counted.grade_levels && grades.keys)
      group by grades.school_id
    )
    select grades.school_id, coalesce(denominators.denominator, 0) as denominator,
      coalesce(reached.planned, 0) as planned, coalesce(reached.taught, 0) as taught,
      coalesce(reached.assessed, 0) as assessed
    from grades
    left join denominators on denominators.keys = grades.keys
    left join reached on reached.school_id = grades.school_id`.execute(tx);
  return rows;
}

/** The grades each school teaches in the period, narrowed to the one that was asked for. */
function gradesOf({ grade_level, school_ids, from_on, to_on }: FactScope): RawBuilder<unknown> {
  return sql`
    grades as materialized (
      select school.id as school_id,
        coalesce(array_agg(distinct grade.key order by grade.key) filter (where grade.key is not null), '{}') as keys
      from schools school
      left join (
        courses course
        join academic_years year on year.tenant_id = app.current_tenant() and year.id = course.academic_year_id
          and year.starts_on <= ${to_on}::date and year.ends_on >= ${from_on}::date
        cross join lateral unnest(course.grade_levels) as grade(key)
      ) on course.tenant_id = app.current_tenant() and course.school_id = school.id
        and ${grade_level ? sql`grade.key = ${grade_level}` : sql`true`} and course.state <> 'deleted'
      where school.tenant_id = app.current_tenant() and school.state = 'active'
        and ${school_ids ? sql`school.id = any(${school_ids}::uuid[])` : sql`true`}
      group by school.id
    )`;
}
