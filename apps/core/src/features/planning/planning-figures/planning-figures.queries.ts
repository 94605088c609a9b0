import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export function listSchools(tx: Transaction, ids: readonly string[] | null) {
  let rows = tx
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('state', '=', 'active')
    .orderBy('name')
    .limit(200);
  if (ids) rows = rows.where('id', 'in', ids.length > 0 ? [...ids] : [null as never]);
  return rows.execute();
}

export interface UnitFigures {
  school_id: string;
  units_created: number;
  units_published: number;
  published_count: number;
  published_minutes: number[] | null;
  attached_count: number;
  attached_minutes: number[] | null;
}

/** Of the units begun since then: how many were published, and how long the first steps took. */
export async function listUnitFigures(
  tx: Transaction,
  schoolIds: readonly string[],
  since: string,
): Promise<UnitFigures[]> {
  const { rows } = await sql<UnitFigures>`
    with units as (
      select unit.id, unit.school_id, unit.owner_id, unit.created_at,
        (
          select min(live.published_at) from plan_publications live
          where live.tenant_id = app.current_tenant() and live.plan_id = unit.id
        ) as published_at,
        (
          select min(attached.created_at) from resource_attachments attached
          where attached.tenant_id = app.current_tenant() and attached.target_type = 'unit_plan'
            and attached.target_id = unit.id
        ) as attached_at,
        row_number() over (partition by unit.owner_id order by unit.created_at, unit.id) = 1 as is_first
      from plans unit
      where unit.tenant_id = app.current_tenant() and unit.kind = 'unit' and unit.deleted_at is null
        and unit.school_id = any(${schoolIds}::uuid[]) and unit.created_at >= ${since}::timestamptz
    ), timed as (
      select *, extract(epoch from published_at - created_at) / 60 as published_minutes,
        extract(epoch from attached_at - created_at) / 60 as attached_minutes
      from units
    )
    select school_id, count(*)::int as units_created, count(published_at)::int as units_published,
      count(published_at) filter (where is_first)::int as published_count,
      percentile_cont(array[0.5, 0.9]) within group (order by published_minutes::float8)
        filter (where is_first and published_at is not null) as published_minutes,
      count(attached_at)::int as attached_count,
      percentile_cont(array[0.5, 0.9]) within group (order by attached_minutes::float8)
        filter (where attached_at is not null) as attached_minutes
    from timed group by school_id`.execute(tx);
  return rows;
}

/** Whoever kept a version of a plan or wrote in its draft, once for each week of their school. */
export async function listWeeklyPlanners(tx: Transaction, schoolIds: readonly string[], since: string) {
  const { rows } = await sql<{ school_id: string; week_on: string; people: number }>`
    with written as (
      select plan_id, author_id as person_id, created_at as at from plan_versions
      where tenant_id = app.current_tenant() and created_at >= ${since}::timestamptz
      union all
      select plan_id, editor_id, edited_at from plan_draft_edits
      where tenant_id = app.current_tenant() and edited_at >= ${since}::timestamptz
    )
    select plan.school_id, date_trunc('week', written.at at time zone school.time_zone)::date as week_on,
      count(distinct written.person_id)::int as people
    from written
    join plans plan on plan.tenant_id = app.current_tenant() and plan.id = written.plan_id
    join schools school on school.tenant_id = app.current_tenant() and school.id = plan.school_id
    where plan.school_id = any(${schoolIds}::uuid[])
    group by 1, 2
    order by 1, 2`.execute(tx);
  return rows;
}
