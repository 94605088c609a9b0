import type { DuplicateUnit, Lineage, UnitCopy } from '@k12/contracts/planning/copies';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import type { Transaction } from '@k12/db';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { Answer } from '../../../platform/http/route.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { checkPlace, ownPlace } from '../plans/plan-places.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { auditPlan } from '../plans/plans.service.ts';
import { presentUnits } from '../plans/present-plan.service.ts';
import * as queries from './copies.queries.ts';
import { copyLessonsJob } from './copy-lessons.jobs.ts';
import { copyVersion, type PlanVersionRow, versionToCopy } from './copy-plan.service.ts';

/** Beyond this many lessons the copy's lessons follow in the background (PLN-140). */
const lessonsAtOnce = 20;

type Place = Awaited<ReturnType<typeof placeOfCopy>>;

export async function duplicateUnit(
  context: Context,
  id: string,
  input: DuplicateUnit,
): Promise<Answer<UnitCopy>> {
  return context.withTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
    authorize(holds(context.actor, 'unit_plans.create'), 'unit_plans.create');
    const place = await placeOfCopy(tx, context, input);
    const version = await versionToCopy(tx, context, id);
    const lessons = (version.lessons as unknown as PlanSnapshot['lessons']).length;
    const later = lessons > lessonsAtOnce;
    const title = input.title ?? plan.title;
    const unit = await copyUnit(tx, context, version, { ...place, title, with_lessons: !later });
    if (later) {
      await enqueue(tx, context, copyLessonsJob, { plan_id: unit.id, version_id: version.id });
    }
    return new Answer(later ? 202 : 201, { unit, lessons_pending: later ? lessons : 0 });
  });
}

/** A copy of the actor's own, with where it comes from (PLN-141). */
export async function copyUnit(
  tx: Transaction,
  context: Context,
  version: PlanVersionRow,
  target: Place & { title: string; with_lessons?: boolean },
): Promise<UnitPlan> {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  const id = await copyVersion(tx, context, version, {
    ...target,
    kind: 'unit',
    owner_id: user_id,
    source_plan_id: version.plan_id,
    source_version_id: version.id,
  });
  const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
  await auditPlan(tx, context, 'plan.copied', plan, { source: [null, version.plan_id] });
  await publishEvent(tx, context, 'unit_plan.created', { unit_plan_id: id });
  const [unit] = await presentUnits(tx, context.actor, [plan]);
  if (!unit) throw new Problem('not_found');
  return unit;
}

export async function placeOfCopy(tx: Transaction, context: Context, input: DuplicateUnit) {
  const course = input.course_id ? await queries.selectCourse(tx, input.course_id) : undefined;
  if (input.course_id && !course) throw invalid('/course_id', 'unknown_course', 'There is no such course.');
  const own = ownPlace(context);
  const home = input.home ?? own.home;
  const school_id = input.school_id ?? course?.school_id ?? (home === 'district' ? null : own.school_id);
  const place = {
    home,
    school_id,
    planning_context_id: input.planning_context_id ?? null,
    academic_year_id: input.academic_year_id ?? course?.academic_year_id ?? null,
    course_id: null,
  };
  await checkPlace(tx, context, 'unit', place);
  return place;
}

export async function getLineage(context: Context, id: string): Promise<Lineage> {
  return context.readTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, 'unit');
    return {
      copies_count: access.manage ? await queries.countCopies(tx, id) : null,
      source: await originOf(tx, context, plan.source_version_id),
      template: await originOf(tx, context, plan.template_version_id),
    };
  });
}

/** The title of what one may not open stays hidden (PLN-172). */
async function originOf(tx: Transaction, context: Context, versionId: string | null) {
  const version = versionId ? await queries.selectVersion(tx, versionId) : undefined;
  if (!version) return null;
  const found = await selectReadablePlan(tx, context.actor, version.plan_id).catch(() => undefined);
  return {
    id: version.plan_id,
    title: found ? found.plan.title : '',
    version_number: version.version_number,
    readable: found !== undefined,
  };
}
