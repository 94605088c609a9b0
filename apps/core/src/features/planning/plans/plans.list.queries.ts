import type { PlanSort } from '@k12/contracts/planning/plan-records';
import type { LessonPlanQuery, UnitPlanQuery } from '@k12/contracts/planning/plans';
import type { Database, Transaction } from '@k12/db';
import { type Expression, expressionBuilder, sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import { type PlanCondition, plansFor } from './plans.access.queries.ts';

export type ListQuery = UnitPlanQuery &
  Partial<LessonPlanQuery> & {
    document_type?: string | undefined;
    /** Of templates only. */
    level?: 'personal' | 'school' | 'district' | undefined;
    pack_key?: string | undefined;
    offered?: 'true' | undefined;
  };

export interface ListConditions {
  user_id: string | null;
  visible: PlanCondition;
  /** The school chosen with X-School-Id; the district's library stays visible. */
  school_id: string | null;
  after: Position;
}

/**
 * One page and a row more (PLN-24): first which plans and in which order, on the narrow table alone, then all that
 * is shown of those few.
 */
export async function listPlans(tx: Transaction, query: ListQuery, conditions: ListConditions) {
  const places = await placesOf(tx, query, conditions);
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await plansFor(tx, conditions.user_id).where('plans.id', 'in', ids).execute();
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, sort_position }) => {
    const row = rowOf.get(id);
    return row ? [{ ...row, sort_position }] : [];
  });
}

function placesOf(tx: Transaction, query: ListQuery, conditions: ListConditions) {
  const { user_id, visible, school_id, after } = conditions;
  const { key, direction } = orderOf(query.sort);
  const plans = query.sort.endsWith('starts_on') ? withFirstDay(narrow(tx)) : narrow(tx);
  let rows = matching(plans, query)
    .select(sql<string>`(${key})::text`.as('sort_position'))
    .where(visible)
    .limit(query.limit + 1);
  if (school_id) {
    rows = rows.where((eb) =>
      eb.or([eb('plans.school_id', '=', school_id), eb('plans.school_id', 'is', null)]),
    );
  }
  if (query.of) {
    rows = rows.where(whosePlans(query.of, user_id));
  }
  return inOrderAfter(rows, [key, 'plans.id'], after, direction).execute();
}

function narrow(tx: Transaction) {
  return tx.selectFrom('plans').select('plans.id');
}

type Plans = ReturnType<typeof narrow>;

function matching(plans: Plans, query: ListQuery): Plans {
  let rows = plans;
  if (query.state) rows = rows.where('plans.state', '=', query.state);
  if (query.school_id) rows = rows.where('plans.school_id', '=', query.school_id);
  if (query.owner_id) rows = rows.where('plans.owner_id', '=', query.owner_id);
  if (query.academic_year_id) rows = rows.where('plans.academic_year_id', '=', query.academic_year_id);
  if (query.planning_context_id) {
    rows = rows.where('plans.planning_context_id', '=', query.planning_context_id);
  }
  if (query.unit_plan_id) rows = rows.where('plans.unit_plan_id', '=', query.unit_plan_id);
  if (query.course_id) rows = rows.where('plans.course_id', '=', query.course_id);
  if (query.document_type) rows = rows.where('plans.document_type', '=', query.document_type);
  if (query.level) rows = rows.where('plans.level', '=', query.level);
  if (query.pack_key) rows = rows.where('plans.pack_key', '=', query.pack_key);
  if (query.offered) {
    rows = rows.where('plans.published_version_id', 'is not', null).where('plans.state', '<>', 'archived');
  }
  if (query.subject) rows = rows.where(sql<boolean>`plans.subjects @> array[${query.subject}]`);
  if (query.grade_level) rows = rows.where(sql<boolean>`plans.grade_levels @> array[${query.grade_level}]`);
  if (query.tag) rows = rows.where(sql<boolean>`plans.tags @> array[${query.tag}]`);
  if (query.q) rows = rows.where('plans.title', 'ilike', containing(query.q));

  return linked(rows, query);
}

/** By what the plan was made from and what it is aligned to. */
function linked(plans: Plans, { template_id, framework_id }: ListQuery): Plans {
  let rows = plans;
  if (template_id) {
    rows = rows.where((eb) =>
      eb(
        'plans.template_version_id',
        'in',
        eb
          .selectFrom('plan_versions as offered')
          .select('offered.id')
          .where('offered.plan_id', '=', template_id),
      ),
    );
  }
  if (framework_id) {
    rows = rows.where((eb) =>
      eb(
        'plans.id',
        'in',
        eb
          .selectFrom('standard_alignments as aligned')
          .innerJoin('standards as standard', 'standard.id', 'aligned.standard_id')
          .select('aligned.target_id')
          .where('standard.framework_id', '=', framework_id),
      ),
    );
  }
  return rows;
}

/** What is nowhere on a calendar comes last, whichever way the list runs. */
function orderOf(sort: PlanSort): { key: Expression<unknown>; direction: 'asc' | 'desc' } {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  if (sort.endsWith('starts_on')) {
    const nowhere = direction === 'asc' ? sql.lit('9999-12-31') : sql.lit('0001-01-01');
    return { key: sql`coalesce(${sql.ref('first_day.day_on')}, ${nowhere}::date)`, direction };
  }
  return { key: sql.ref(sort.endsWith('title') ? 'plans.title' : 'plans.updated_at'), direction };
}

/** Joined once for all rows: asking for each of twenty thousand units takes seconds. */
function withFirstDay(plans: Plans): Plans {
  return plans.leftJoin(
    (eb) =>
      eb
        .selectFrom('unit_placements as placed')
        .select((p) => ['placed.unit_plan_id as plan_id', p.fn.min('placed.starts_on').as('day_on')])
        .where('placed.deleted_at', 'is', null)
        .groupBy('placed.unit_plan_id')
        .unionAll(
          eb
            .selectFrom('lesson_sessions as held')
            .select((h) => ['held.lesson_plan_id as plan_id', h.fn.min('held.meeting_on').as('day_on')])
            .where('held.deleted_at', 'is', null)
            .groupBy('held.lesson_plan_id'),
        )
        .as('first_day'),
    (join) => join.onRef('first_day.plan_id', '=', 'plans.id'),
  ) as unknown as Plans;
}

function whosePlans(of: NonNullable<UnitPlanQuery['of']>, userId: string | null): PlanCondition {
  const eb = expressionBuilder<Database, 'plans'>();
  if (of === 'mine') return eb('plans.owner_id', '=', userId ?? '');
  if (of === 'team') return eb('plans.home', '=', 'team');
  if (of === 'school') return eb('plans.home', 'in', ['school', 'district']);
  return eb.and([
    eb('plans.owner_id', '<>', userId ?? ''),
    eb(
      'plans.id',
      'in',
      eb
        .selectFrom('plan_collaborators as given')
        .select('given.plan_id')
        .where((g) =>
          g.or([
            g('given.user_id', '=', userId),
            g(
              'given.planning_context_id',
              'in',
              eb
                .selectFrom('planning_context_members as member')
                .select('member.planning_context_id')
                .where('member.user_id', '=', userId ?? ''),
            ),
          ]),
        ),
    ),
  ]);
}

export interface UnitFigures {
  unit_plan_id: string;
  lessons_count: number;
  planned_minutes: number;
}

/** How many lessons each of these units has and how long they take together (PLN-27). */
export async function listUnitFigures(tx: Transaction, unitIds: string[]): Promise<UnitFigures[]> {
  if (unitIds.length === 0) return [];
  const rows = await tx
    .selectFrom('plans')
    .select((eb) => [
      'plans.unit_plan_id',
      eb.fn.countAll<number>().as('lessons_count'),
      sql<number>`coalesce(sum(plans.duration_minutes), 0)::int`.as('planned_minutes'),
    ])
    .where('plans.unit_plan_id', 'in', unitIds)
    .where('plans.deleted_at', 'is', null)
    .groupBy('plans.unit_plan_id')
    .execute();
  return rows.map((row) => ({
    unit_plan_id: row.unit_plan_id ?? '',
    lessons_count: Number(row.lessons_count),
    planned_minutes: row.planned_minutes,
  }));
}
