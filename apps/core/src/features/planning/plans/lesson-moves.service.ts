import type { LessonCopy, LessonMove } from '@k12/contracts/planning/lesson-moves';
import type { LessonPlan } from '@k12/contracts/planning/plans';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { copyVersion, versionToCopy } from '../copies/copy-plan.service.ts';
import { checkPlace, ownPlace } from './plan-places.service.ts';
import { type PlanRow, selectReadablePlan } from './plans.access.service.ts';
import { may } from './plans.policy.ts';
import * as queries from './plans.queries.ts';
import { capabilityOf } from './plans.rules.ts';
import { auditPlan, refuseArchived } from './plans.service.ts';
import { presentLessons } from './present-plan.service.ts';

type Home = Pick<
  PlanRow,
  'home' | 'school_id' | 'planning_context_id' | 'academic_year_id' | 'owner_id' | 'course_id'
>;

/** Sessions, comments and history hang from the lesson itself, so they go with it (PLN-14). */
export async function moveLesson(context: Context, id: string, input: LessonMove): Promise<LessonPlan> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, 'lesson');
    authorize(access.edit, capabilityOf('lesson', 'update'));
    refuseArchived(plan);
    if (plan.unit_plan_id !== input.unit_plan_id) {
      authorize(access.manage || (await mayEditUnit(tx, context, plan)), capabilityOf('lesson', 'update'));
    }
    const home = await homeOf(tx, context, input, plan.owner_id);
    await put(tx, context, id, input, home);
    await auditPlan(tx, context, 'plan.moved', plan, {
      unit_plan_id: [plan.unit_plan_id, input.unit_plan_id],
    });
    return presentOne(tx, context, id);
  });
}

/** An independent lesson with the same words, standards and resources; nothing of its past. */
export async function copyLesson(context: Context, id: string, input: LessonCopy): Promise<LessonPlan> {
  return context.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'lesson');
    authorize(may(context.actor, 'lesson', 'create'), capabilityOf('lesson', 'create'));
    const { user_id } = context.actor;
    if (!user_id) throw new Problem('forbidden');
    const home = await homeOf(tx, context, input, user_id);
    const version = await versionToCopy(tx, context, id);
    const copyId = await copyVersion(tx, context, version, {
      kind: 'lesson',
      title: input.title ?? plan.title,
      source_plan_id: id,
      source_version_id: version.id,
      ...home,
    });
    await put(tx, context, copyId, input, home);
    await auditPlan(tx, context, 'plan.created', { ...plan, id: copyId }, { source_plan_id: [null, id] });
    return presentOne(tx, context, copyId);
  });
}

/** A lesson is at home where its unit is; one that stands alone belongs to whoever takes it out. */
async function homeOf(tx: Transaction, context: Context, input: LessonMove, ownerId: string): Promise<Home> {
  if (input.unit_plan_id) {
    const { plan: unit, access } = await selectReadablePlan(tx, context.actor, input.unit_plan_id, 'unit');
    authorize(access.edit, capabilityOf('unit', 'update'));
    refuseArchived(unit);
    const { home, school_id, planning_context_id, academic_year_id, owner_id } = unit;
    return { home, school_id, planning_context_id, academic_year_id, owner_id, course_id: null };
  }
  const alone = {
    ...ownPlace(context),
    planning_context_id: null,
    academic_year_id: null,
    course_id: input.course_id ?? null,
  };
  await checkPlace(tx, context, 'lesson', alone);
  return { ...alone, owner_id: ownerId };
}

async function mayEditUnit(tx: Transaction, context: Context, plan: PlanRow): Promise<boolean> {
  if (!plan.unit_plan_id) return false;
  const { access } = await selectReadablePlan(tx, context.actor, plan.unit_plan_id, 'unit');
  return access.edit;
}

async function put(
  tx: Transaction,
  context: Context,
  id: string,
  { unit_plan_id, position }: LessonMove,
  home: Home,
): Promise<void> {
  const updated_at = context.platform.clock.now().toISOString();
  if (unit_plan_id) await queries.lockPlan(tx, unit_plan_id);
  await queries.updateUnitOfLesson(tx, id, {
    ...home,
    unit_plan_id,
    position: unit_plan_id ? await queries.nextPosition(tx, unit_plan_id) : null,
    updated_at,
  });
  if (!unit_plan_id || position === undefined) return;
  const others = (await queries.listLessonIds(tx, unit_plan_id)).filter((other) => other !== id);
  await queries.updatePositions(tx, others.toSpliced(position - 1, 0, id));
}

async function presentOne(tx: Transaction, context: Context, id: string): Promise<LessonPlan> {
  const { plan } = await selectReadablePlan(tx, context.actor, id, 'lesson');
  const [lesson] = await presentLessons(tx, context.actor, [plan]);
  if (!lesson) throw new Problem('not_found');
  return lesson;
}
