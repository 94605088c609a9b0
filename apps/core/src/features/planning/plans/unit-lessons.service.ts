import type { LessonOrder, LessonPlan, UnitPlan } from '@k12/contracts/planning/plans';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { availableMinutes } from './available-time.service.ts';
import { readablePlans, selectReadablePlan } from './plans.access.service.ts';
import { capabilityOf, may } from './plans.policy.ts';
import * as queries from './plans.queries.ts';
import { addLesson, auditPlan, type PlanInput, refuseArchived } from './plans.service.ts';
import { presentLessons, presentUnits } from './present-plan.service.ts';

/** The header of a unit says whether what is planned fits the time there is (PLN-27). */
export async function getUnit(context: Context, id: string): Promise<UnitPlan> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
    const [unit] = await presentUnits(tx, context.actor, [plan]);
    if (!unit) throw new Problem('not_found');
    return { ...unit, available_minutes: await availableMinutes(tx, context, id) };
  });
}

export async function listUnitLessons(context: Context, unitId: string) {
  return context.readTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, unitId, 'unit');
    return { data: await lessonsOf(tx, context, unitId) };
  });
}

export async function createUnitLesson(
  context: Context,
  unitId: string,
  input: PlanInput,
): Promise<LessonPlan> {
  return context.withTenant(async (tx) => {
    const { actor } = context;
    await selectReadablePlan(tx, actor, unitId, 'unit');
    authorize(may(actor, 'lesson', 'create'), capabilityOf('lesson', 'create'));
    const id = await addLesson(tx, context, unitId, input);
    const { plan } = await selectReadablePlan(tx, actor, id, 'lesson');
    const [lesson] = await presentLessons(tx, actor, [plan]);
    if (!lesson) throw new Problem('not_found');
    return lesson;
  });
}

/** One atomic write; whoever names other lessons than the unit has gets the present ones back (PLN-13). */
export async function putLessonOrder(context: Context, unitId: string, { lesson_plan_ids }: LessonOrder) {
  return context.withTenant(async (tx) => {
    const { plan: unit, access } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
    authorize(access.edit, capabilityOf('unit', 'update'));
    refuseArchived(unit);
    await queries.lockPlan(tx, unitId);
    const present = await queries.listLessonIds(tx, unitId);
    const isSameSet =
      new Set(lesson_plan_ids).size === lesson_plan_ids.length &&
      [...lesson_plan_ids].sort().join() === [...present].sort().join();
    if (!isSameSet) throw new Problem('plan.lessons_changed', { current: { lesson_plan_ids: present } });
    if (lesson_plan_ids.join() !== present.join()) {
      await queries.updatePositions(tx, lesson_plan_ids);
      await queries.touchPlan(tx, unitId, context.platform.clock.now().toISOString());
      await auditPlan(tx, context, 'plan.lessons_reordered', unit);
    }
    return { data: await lessonsOf(tx, context, unitId) };
  });
}

async function lessonsOf(tx: Transaction, context: Context, unitId: string): Promise<LessonPlan[]> {
  const { actor } = context;
  const rows = await queries.listLessons(tx, actor.user_id, unitId, readablePlans(actor, 'lesson'));
  return presentLessons(tx, actor, rows);
}
