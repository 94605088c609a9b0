import type { PlanImprovement } from '@k12/contracts/planning/plan-rollovers';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './rollovers.queries.ts';

type Row = Awaited<ReturnType<typeof queries.listImprovements>>[number];

export async function listImprovements(context: Context, planId: string) {
  return context.readTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, planId, 'unit');
    return { data: (await queries.listImprovements(tx, planId)).map(present) };
  });
}

export async function updateImprovement(
  context: Context,
  id: string,
  { done }: { done: boolean },
): Promise<PlanImprovement> {
  return context.withTenant(async (tx) => {
    const row = await queries.selectOptionalImprovement(tx, id);
    if (!row) throw new Problem('not_found');
    const { access } = await selectReadablePlan(tx, context.actor, row.plan_id);
    authorize(access.edit, 'unit_plans.update');
    const at = context.platform.clock.now().toISOString();
    return present(await queries.updateImprovement(tx, id, done ? (row.done_at ?? at) : null));
  });
}

function present({ id, session_id, lesson_title, taught_on, note, done_at }: Row): PlanImprovement {
  return { id, session_id, lesson_title, taught_on, note, done_at };
}
