import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type LockedPlan = Awaited<ReturnType<typeof lockPlan>>;

/**
 * Whoever cuts, restores or changes the state of a plan holds it until the end: numbers stay gapless (PLN-31).
 * Not `for update`: rows that refer to the plan may still be written meanwhile, such as somebody's edits.
 */
export async function lockPlan(tx: Transaction, id: string) {
  const plan = await tx
    .selectFrom('plans')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!plan) throw new Problem('not_found');
  return plan;
}

/** What a draft holds; a plan without one yet holds nothing. */
export function selectDraft(tx: Transaction, planId: string) {
  return tx.selectFrom('plan_drafts').selectAll().where('plan_id', '=', planId).executeTakeFirst();
}

/** The lessons of a unit in order, each with how far its draft is. */
export function listLessonsOfUnit(tx: Transaction, unitId: string) {
  return tx
    .selectFrom('plans')
    .leftJoin('plan_drafts as draft', 'draft.plan_id', 'plans.id')
    .selectAll('plans')
    .select(['draft.revision', 'draft.version_revision', 'draft.content as draft_content'])
    .where('plans.unit_plan_id', '=', unitId)
    .where('plans.deleted_at', 'is', null)
    .orderBy('plans.position')
    .orderBy('plans.id')
    .execute();
}

export type LessonOfUnit = Awaited<ReturnType<typeof listLessonsOfUnit>>[number];

export function draftContent(content: unknown): PlanSnapshot['content'] {
  return (content ?? {}) as PlanSnapshot['content'];
}
