import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import { Problem } from '../../../platform/errors.ts';
import {
  listTitles,
  type PlanCondition,
  type PlanRow,
  planCondition,
  planKinds,
  plansFor,
  selectOptionalPlan,
} from './plans.access.queries.ts';
import { type PlanAccess, planAccess, planReach } from './plans.policy.ts';

export type { PlanAccess, PlanCondition, PlanRow };

export interface ReadablePlan {
  plan: PlanRow;
  access: PlanAccess;
}

/** The plan and what the actor may do with it; 404 when it may not be read, is of another kind or in the bin. */
export async function selectReadablePlan(
  tx: Transaction,
  actor: Actor,
  id: string,
  kind?: PlanKind,
): Promise<ReadablePlan> {
  const found = await selectPlanAnywhere(tx, actor, id, kind);
  if (found.plan.deleted_at !== null) throw new Problem('not_found');
  return found;
}

/** For other features: whether the actor may tie a record to this plan, or be shown what is in it. */
export async function isReadablePlan(
  tx: Transaction,
  actor: Actor,
  id: string,
  kind: PlanKind,
): Promise<boolean> {
  const plan = await selectOptionalPlan(tx, actor.user_id, id);
  return plan?.kind === kind && plan.deleted_at === null && planAccess(actor, plan).read;
}

/** In the bin too, for those who may take it out again. */
export async function selectPlanAnywhere(
  tx: Transaction,
  actor: Actor,
  id: string,
  kind?: PlanKind,
): Promise<ReadablePlan> {
  const plan = await selectOptionalPlan(tx, actor.user_id, id);
  if (!plan || (kind && plan.kind !== kind)) throw new Problem('not_found');
  const access = planAccess(actor, plan);
  if (!access.read || (plan.deleted_at !== null && !access.manage)) throw new Problem('not_found');
  return { plan, access };
}

/**
 * For lists, search and coverage: a condition on the table `plans`, which must be in the query under that name.
 * What is in the bin never is among them.
 */
export function readablePlans(actor: Actor, ...kinds: PlanKind[]): PlanCondition {
  return conditionFor(actor, kinds, 'read');
}

/** For other features: titles by id of those of the units that the actor may read. */
export async function titlesOfUnits(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await listTitles(tx, ids, readablePlans(actor, 'unit'));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What the actor may take out of the bin. */
export function binnedPlans(actor: Actor, ...kinds: PlanKind[]): PlanCondition {
  return conditionFor(actor, kinds, 'manage');
}

function conditionFor(actor: Actor, kinds: PlanKind[], need: 'read' | 'manage'): PlanCondition {
  return planCondition({
    reach: (kind) => planReach(actor, kind),
    kinds: kinds.length > 0 ? kinds : planKinds,
    need,
  });
}

/**
 * For substitutes: what a teacher of the school reads as one, by owning it or by its being shared; neither the rights
 * of who asks nor those the teacher has elsewhere add to it (PLN-126).
 */
export function plansReadBy(
  teacher: { user_id: string; school_id: string },
  ...kinds: PlanKind[]
): PlanCondition {
  const { user_id, school_id } = teacher;
  const reach = { user_id, managed_schools: [], shown_schools: [school_id], school_limit: [school_id] };
  return planCondition({ reach: () => reach, kinds, need: 'read' });
}

/** Plans by id as far as the condition lets them through. */
export function loadPlans(
  tx: Transaction,
  ids: readonly string[],
  readable: PlanCondition,
): Promise<PlanRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return plansFor(tx, null)
    .where('plans.id', 'in', [...ids])
    .where(readable)
    .execute();
}
