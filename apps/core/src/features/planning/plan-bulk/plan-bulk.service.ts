import type { PlanBulkAction, PlanBulkCreate, PlanBulkResult } from '@k12/contracts/planning/plan-bulk';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { archive, unarchive } from '../approvals/transitions.service.ts';
import { addCollaborators } from '../collaborators/collaborators.service.ts';
import { deletePlan, restorePlan } from '../plans/bin.service.ts';
import { updatePlan } from '../plans/plans.service.ts';
import * as queries from './plan-bulk.queries.ts';

/** One plan after the other, each in a transaction of its own: one refusal undoes none of the others (PLN-23). */
export async function createBulkAction(context: Context, input: PlanBulkCreate): Promise<PlanBulkAction> {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  const ids = [...new Set(input.plan_ids)];
  const plans = await context.readTenant((tx) => queries.listKinds(tx, ids));
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const results: PlanBulkResult[] = [];
  for (const id of ids) results.push(await applyTo(context, input, id, planOf.get(id)));
  const stored = {
    id: newId(),
    actor_id: user_id,
    action: input.action,
    created_at: context.platform.clock.now().toISOString(),
    results,
  };
  await context.withTenant(async (tx) => {
    await queries.createBulkAction(tx, stored);
    const { done_count, failed_count } = present(stored);
    await recordAudit(tx, context, {
      action: 'plan.bulk_changed',
      target_type: 'plan_bulk_action',
      target_id: stored.id,
      changes: { act: input.action, done_count, failed_count },
    });
  });
  return present(stored);
}

export async function getBulkAction(context: Context, id: string): Promise<PlanBulkAction> {
  const row = await context.readTenant((tx) =>
    queries.selectOptionalBulkAction(tx, id, context.actor.user_id ?? ''),
  );
  if (!row) throw new Problem('not_found');
  return present({ ...row, results: row.results as unknown as PlanBulkResult[] });
}

async function applyTo(
  context: Context,
  input: PlanBulkCreate,
  plan_id: string,
  plan: queries.BulkPlan | undefined,
): Promise<PlanBulkResult> {
  try {
    if (!plan) throw new Problem('not_found');
    await apply(context, input, plan);
    return { plan_id, title: plan.title, status: 'done', code: null, detail: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message: detail } = error;
    // The title of what may not be seen is not told.
    const title = code === 'not_found' ? null : (plan?.title ?? null);
    return { plan_id, title, status: 'failed', code, detail };
  }
}

const nothing = async () => [true];

async function apply(context: Context, input: PlanBulkCreate, plan: queries.BulkPlan): Promise<unknown> {
  const { id, kind, lock_version, tags } = plan;
  switch (input.action) {
    case 'archive':
      return archive(context, kind, id, { confirm: input.confirm });
    case 'unarchive':
      return unarchive(context, kind, id);
    case 'delete':
      return deletePlan(context, kind, id, { confirm: input.confirm });
    case 'restore':
      return restorePlan(context, kind, id, nothing);
    case 'tag':
      return updatePlan(context, kind, id, { tags: [...tags, ...input.tags], lock_version }, nothing);
    case 'untag': {
      const kept = tags.filter((tag) => !input.tags.includes(tag));
      return updatePlan(context, kind, id, { tags: kept, lock_version }, nothing);
    }
    case 'move': {
      const { home, school_id, planning_context_id } = input;
      return updatePlan(context, kind, id, { home, school_id, planning_context_id, lock_version }, nothing);
    }
    case 'share':
      return addCollaborators(context, kind, id, input.collaborators);
  }
}

function present({
  id,
  action,
  created_at,
  results,
}: Omit<queries.StoredAction, 'actor_id'>): PlanBulkAction {
  const done_count = results.filter(({ status }) => status === 'done').length;
  return { id, action, created_at, done_count, failed_count: results.length - done_count, results };
}
