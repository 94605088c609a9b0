import type { Template } from '@k12/contracts/planning/templates';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import type { PlanRow } from '../plans/plans.access.service.ts';
import { presentLessons } from '../plans/present-plan.service.ts';
import { countLessons, countUses } from './templates.queries.ts';

/** A template as every plan shows itself, with what only templates have. */
export async function presentTemplates(tx: Transaction, actor: Actor, plans: PlanRow[]): Promise<Template[]> {
  const ids = plans.map(({ id }) => id);
  const [shown, uses, lessons] = await Promise.all([
    presentLessons(tx, actor, plans),
    countUses(tx, ids),
    countLessons(tx, ids),
  ]);
  return plans.map((plan, at) => ({
    ...(shown[at] as (typeof shown)[number]),
    level: plan.level ?? 'personal',
    description: plan.description,
    suggested_weeks: plan.suggested_weeks,
    lessons_count: lessons.get(plan.id) ?? 0,
    uses_count: uses.get(plan.id) ?? 0,
    offered: isOffered(plan),
  }));
}

/** Archived templates stay with what was made from them and are no longer offered (PLN-69). */
export function isOffered(plan: Pick<PlanRow, 'state' | 'published_version_id' | 'deleted_at'>): boolean {
  return plan.published_version_id !== null && plan.state !== 'archived' && plan.deleted_at === null;
}
