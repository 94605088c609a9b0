import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { Transaction } from '@k12/db';
import { changesBetween } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import * as uses from './plan-uses.queries.ts';
import { type PlanRow, selectPlanAnywhere, selectReadablePlan } from './plans.access.service.ts';
import { may } from './plans.policy.ts';
import * as queries from './plans.queries.ts';
import { capabilityOf, freeTitle } from './plans.rules.ts';
import { auditPlan, type Presenter } from './plans.service.ts';

/** Into the bin, with its lessons; what is on a calendar asks first (PLN-19, PLN-22). */
export async function deletePlan(
  context: Context,
  kind: PlanKind,
  id: string,
  { confirm }: { confirm: boolean },
): Promise<void> {
  await context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.manage && may(context.actor, kind, 'delete'), capabilityOf(kind, 'delete'));
    const removal = await removalBy(context, plan);
    const [placements, sessions] = await Promise.all([
      kind === 'unit' ? uses.listPlacementsOf(tx, id) : [],
      uses.listFutureSessionsOf(tx, id, removal.today),
    ]);
    if (placements.length + sessions.length > 0) {
      if (!confirm) throw new Problem('plan.in_use', { current: { placements, sessions } });
      await uses.cancelUses(tx, id, removal);
    }
    await queries.binPlan(tx, id, { deleted_at: removal.at, deleted_by: context.actor.user_id });
    await auditPlan(tx, context, 'plan.deleted', plan, { title: [plan.title, null] });
    if (kind === 'unit') await publishEvent(tx, context, 'unit_plan.deleted', { unit_plan_id: id });
    else await publishEvent(tx, context, 'plan.deleted', { plan_id: id });
  });
}

export async function restorePlan<T>(
  context: Context,
  kind: PlanKind,
  id: string,
  present: Presenter<T>,
): Promise<T> {
  return context.withTenant(async (tx) => {
    const { actor } = context;
    const { plan, access } = await selectPlanAnywhere(tx, actor, id, kind);
    authorize(access.manage && may(actor, kind, 'delete'), capabilityOf(kind, 'delete'));
    if (plan.deleted_at !== null) await takeOutOfBin(tx, context, plan, plan.deleted_at);
    const { plan: restored } = await selectReadablePlan(tx, actor, id, kind);
    const [shown] = await present(tx, actor, [restored]);
    if (shown === undefined) throw new Problem('not_found');
    return shown;
  });
}

async function takeOutOfBin(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  deletedAt: string,
): Promise<void> {
  const unit_plan_id = await unitToReturnTo(tx, context, plan);
  const title = freeTitle(plan.title, await queries.listTitlesInUse(tx, { ...plan, unit_plan_id }));
  const removal = await removalBy(context, plan);
  await queries.unbinPlan(tx, plan.id, deletedAt, {
    title,
    unit_plan_id,
    position: unit_plan_id ? await queries.nextPosition(tx, unit_plan_id) : null,
    updated_at: removal.at,
  });
  await uses.reviveUses(tx, plan.id, deletedAt, removal);
  await auditPlan(tx, context, 'plan.restored', plan, changesBetween({ title: plan.title }, { title }));
  await publishEvent(tx, context, 'plan.restored', { plan_id: plan.id });
}

/** A lesson whose unit is in the bin comes back as one that stands alone. */
async function unitToReturnTo(tx: Transaction, context: Context, plan: PlanRow): Promise<string | null> {
  if (plan.unit_plan_id === null) return null;
  const unit = await selectPlanAnywhere(tx, context.actor, plan.unit_plan_id, 'unit').catch(() => undefined);
  return unit && unit.plan.deleted_at === null ? plan.unit_plan_id : null;
}

async function removalBy(context: Context, plan: PlanRow): Promise<uses.Removal> {
  return {
    today: await todayOf(context),
    at: context.platform.clock.now().toISOString(),
    by: context.actor.user_id ?? plan.owner_id,
  };
}
