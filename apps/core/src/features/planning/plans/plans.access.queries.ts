import { planFamilies } from '@k12/contracts/planning/plan-families';
import type { Database, Transaction } from '@k12/db';
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlanReach } from './plans.policy.ts';

/** On `plans`, which the statement names so; other tables may stand beside it. */
export type PlanCondition = Expression<SqlBool>;
const eb = expressionBuilder<Database, 'plans'>();

export type PlanKind = (typeof planFamilies)[keyof typeof planFamilies]['kind'];

export const planKinds = Object.values(planFamilies).map(({ kind }) => kind);

export interface ConditionOptions {
  reach: (kind: PlanKind) => PlanReach | null;
  kinds: readonly PlanKind[];
  /** What must be possible: to read what there is, or to manage what is in the bin. */
  need: 'read' | 'manage';
}

/** The rule of `planAccess` as a condition on `plans`: a list never filters in memory. */
export function planCondition(options: ConditionOptions): PlanCondition {
  const ways = options.kinds.flatMap((kind) => {
    const reach = options.reach(kind);
    return reach ? [eb.and([eb('plans.kind', '=', kind), isInReach(reach, options.need)])] : [];
  });
  return eb.and([eb('plans.deleted_at', options.need === 'manage' ? 'is not' : 'is', null), eb.or(ways)]);
}

function isInReach(reach: PlanReach, need: 'read' | 'manage'): Expression<SqlBool> {
  const ways: Expression<SqlBool>[] = [];
  const { user_id, managed_schools, shown_schools, school_limit } = reach;
  if (managed_schools === 'all') ways.push(eb.lit(true));
  else if (managed_schools.length > 0) ways.push(eb('plans.school_id', 'in', managed_schools));
  if (need === 'read') ways.push(eb('plans.home', '=', 'district'));
  if (need === 'read' && shown_schools !== 'all' && shown_schools.length > 0) {
    ways.push(eb.and([eb('plans.home', '=', 'school'), eb('plans.school_id', 'in', shown_schools)]));
  }
  if (need === 'read' && shown_schools === 'all') ways.push(eb('plans.home', '=', 'school'));
  if (user_id) ways.push(eb('plans.owner_id', '=', user_id), ...sharedWays(user_id, need));
  const readable = eb.or(ways);
  if (school_limit === null) return readable;
  const inside = school_limit.length > 0 ? [eb('plans.school_id', 'in', school_limit)] : [];
  return eb.and([readable, eb.or([eb('plans.school_id', 'is', null), ...inside])]);
}

/** Shared with the person or with a team of theirs; a lesson is shared with its unit. */
function sharedWays(userId: string, need: 'read' | 'manage'): Expression<SqlBool>[] {
  const shared = () =>
    eb
      .selectFrom('plan_collaborators as shared')
      .select('shared.plan_id')
      .where((s) =>
        s.or([s('shared.user_id', '=', userId), s('shared.planning_context_id', 'in', teamsOf(userId))]),
      )
      .$if(need === 'manage', (rows) => rows.where('shared.access', '=', 'manage'));
  const ways = [eb('plans.id', 'in', shared()), eb('plans.unit_plan_id', 'in', shared())];
  if (need === 'read') {
    ways.push(
      eb.and([eb('plans.home', '=', 'team'), eb('plans.planning_context_id', 'in', teamsOf(userId))]),
    );
  }
  return ways;
}

function teamsOf(userId: string) {
  return eb
    .selectFrom('planning_context_members as membership')
    .select('membership.planning_context_id')
    .where('membership.user_id', '=', userId);
}

/** A plan with what decides about access to it, and the names and numbers that every view of it shows. */
export function plansFor(tx: Transaction, userId: string | null) {
  return tx
    .selectFrom('plans')
    .innerJoin('users as owner', 'owner.id', 'plans.owner_id')
    .leftJoin('plan_drafts as draft', 'draft.plan_id', 'plans.id')
    .leftJoin('courses as course', 'course.id', 'plans.course_id')
    .leftJoin('plan_versions as current', 'current.id', 'plans.current_version_id')
    .leftJoin('plan_versions as published', 'published.id', 'plans.published_version_id')
    .selectAll('plans')
    .select([
      'owner.given_name as owner_given_name',
      'owner.family_name as owner_family_name',
      'owner.preferred_name as owner_preferred_name',
      'course.name as course_name',
      'current.version_number as current_version_number',
      'published.version_number as published_version_number',
      sql<number>`coalesce(${sql.ref('draft.revision')}, 0)`.as('draft_revision'),
      sql<number>`coalesce(${sql.ref('draft.version_revision')}, 0)`.as('version_revision'),
      sharedLevel(userId).as('shared_level'),
      isTeamMember(userId).as('is_team_member'),
    ]);
}

/** Alone or with a team, on the plan or on the unit of a lesson; the numbers are those of `sharedLevels`. */
function sharedLevel(userId: string | null): RawBuilder<number> {
  if (userId === null) return sql<number>`0`;
  const given = eb
    .selectFrom('plan_collaborators as given')
    .select(
      sql<number>`max(case ${sql.ref('given.access')}
        when 'manage' then 4 when 'edit' then 3 when 'comment' then 2 else 1 end)`.as('level'),
    )
    .where((g) =>
      g.or([
        g('given.plan_id', '=', g.ref('plans.id')),
        g('given.plan_id', '=', g.ref('plans.unit_plan_id')),
      ]),
    )
    .where((g) =>
      g.or([g('given.user_id', '=', userId), g('given.planning_context_id', 'in', teamsOf(userId))]),
    );
  return sql<number>`coalesce(${given}, 0)`;
}

function isTeamMember(userId: string | null): RawBuilder<boolean> {
  if (userId === null) return sql<boolean>`false`;
  return sql<boolean>`${eb.and([
    eb('plans.home', '=', 'team'),
    eb('plans.planning_context_id', 'in', teamsOf(userId)),
  ])} is true`;
}

export type PlanRow = Awaited<ReturnType<ReturnType<typeof plansFor>['executeTakeFirstOrThrow']>>;

export function selectOptionalPlan(
  tx: Transaction,
  userId: string | null,
  id: string,
): Promise<PlanRow | undefined> {
  return plansFor(tx, userId).where('plans.id', '=', id).executeTakeFirst();
}

/** Id and title of those of the plans named that fulfil the condition. */
export function listTitles(tx: Transaction, ids: readonly string[], condition: PlanCondition) {
  return tx
    .selectFrom('plans')
    .select(['plans.id', 'plans.title'])
    .where('plans.id', 'in', ids)
    .where(condition)
    .execute();
}
