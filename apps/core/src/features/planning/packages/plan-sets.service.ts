import type { Readable } from 'node:stream';
import { PrintOptions } from '@k12/contracts/planning/exports';
import type { PlanSet, PlanSetExport, PlanSetExportCreate } from '@k12/contracts/planning/plan-packages';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { madeFileExpiresAt, openMadeFile, withMadeState } from '../../../platform/files/made-files.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import { openedResources } from '../resources/taken-resources.service.ts';
import { canReadFramework } from '../standards/frameworks.policy.ts';
import { renderPlanSetJob } from './plan-sets.jobs.ts';
import * as queries from './plan-sets.queries.ts';

/** Decides by the rights of whoever asks what goes into the file; a job makes it. */
export async function createSetExport(context: Context, input: PlanSetExportCreate): Promise<PlanSetExport> {
  const user_id = context.actor.user_id;
  if (!user_id) throw new Problem('forbidden');
  const now = context.platform.clock.now();
  return context.withTenant(async (tx) => {
    const { title, ids } = await plansOfSet(tx, context, input.set);
    if (ids.length === 0) throw invalid('/set', 'no_plans', 'There is no plan in this set.');
    const plan_ids = await withLessons(tx, ids);
    if (plan_ids.length > queries.mostPlans)
      throw invalid('/set', 'too_many_plans', `At most ${queries.mostPlans} plans go into one file.`);
    const isPackage = input.format === 'package';
    const row = await queries.createExport(tx, {
      id: newId(),
      requested_by: user_id,
      format: input.format,
      title: title.slice(0, 200),
      plan_ids,
      resource_ids: isPackage ? await resourcesOf(tx, context, plan_ids) : [],
      framework_ids: isPackage ? await frameworksOf(tx, context, plan_ids) : [],
      options: Object.assign(PrintOptions.parse({}), input.options),
      total_count: plan_ids.length,
      created_at: now.toISOString(),
      expires_at: madeFileExpiresAt(now),
    });
    await enqueue(tx, context, renderPlanSetJob, { export_id: row.id });
    await recordAudit(tx, context, {
      action: 'plan_set.exported',
      target_type: 'plan_set_export',
      target_id: row.id,
      changes: { format: input.format, plans: plan_ids.length },
    });
    return present(row);
  });
}

async function plansOfSet(tx: Transaction, context: Context, set: PlanSet) {
  const readable = readablePlans(context.actor);
  if (set.of === 'plans') {
    const ids = [...new Set(set.plan_ids)];
    const found = new Set(await queries.listWantedPlans(tx, { readable, plan_ids: ids }));
    // Like asking for each of them: what may not be read is not there (PLN-172).
    if (ids.some((id) => !found.has(id))) throw new Problem('not_found');
    const { plan } = await selectReadablePlan(tx, context.actor, ids[0] as string);
    return { title: plan.title, ids };
  }
  if (set.of === 'course') {
    const title = await queries.selectTitle(tx, 'courses', set.course_id);
    const ids = await queries.listUnitsOfCourse(tx, set.course_id, readable);
    // Units that may be read are what lets somebody see that there is such a course.
    if (!title || ids.length === 0) throw new Problem('not_found');
    return { title, ids };
  }
  const { school_id = context.school_id ?? undefined, subject, planning_context_id } = set;
  const ids = await queries.listWantedPlans(tx, { readable, school_id, subject, planning_context_id });
  const team =
    planning_context_id && ids.length > 0
      ? await queries.selectTitle(tx, 'planning_contexts', planning_context_id)
      : undefined;
  return { title: [subject, team].filter(Boolean).join(' · ') || 'Curriculum', ids };
}

/** A unit, then its lessons in order. */
async function withLessons(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const lessons = await queries.listLessonIds(tx, ids);
  const all = ids.flatMap((id) => [
    id,
    ...lessons.filter(({ unit_plan_id }) => unit_plan_id === id).map((lesson) => lesson.id),
  ]);
  return [...new Set(all)];
}

async function resourcesOf(tx: Transaction, context: Context, planIds: readonly string[]) {
  const attached = await queries.listAttachedResources(tx, planIds);
  return openedResources(tx, context.actor, attached);
}

async function frameworksOf(tx: Transaction, context: Context, planIds: readonly string[]) {
  const found = await queries.listFrameworksOf(tx, planIds);
  return found.filter((framework) => canReadFramework(context.actor, framework)).map(({ id }) => id);
}

export async function getSetExport(context: Context, id: string): Promise<PlanSetExport> {
  return present(await selectOwnExport(context, id));
}

export async function openSetExport(
  context: Context,
  id: string,
): Promise<{ content: Readable; file_name: string; content_type: string; size_bytes: number }> {
  const row = await selectOwnExport(context, id);
  const { content, file_name } = await openMadeFile(context, row);
  return { content, file_name, content_type: row.content_type ?? '', size_bytes: Number(row.size_bytes) };
}

/** One's own, and only while every plan in it may still be read (PLN-142, PLN-169). */
async function selectOwnExport(context: Context, id: string): Promise<queries.SetExportRow> {
  return context.readTenant(async (tx) => {
    const row = await queries.selectOptionalExport(tx, id);
    if (!row || row.requested_by !== context.actor.user_id) throw new Problem('not_found');
    const readable = readablePlans(context.actor);
    const wanted = { readable, plan_ids: row.plan_ids };
    const found = new Set(await queries.listWantedPlans(tx, wanted));
    if (row.plan_ids.some((planId) => !found.has(planId))) throw new Problem('not_found');
    return withMadeState(row, context.platform.clock.now());
  });
}

function present(row: queries.SetExportRow): PlanSetExport {
  const { id, format, title, state, done_count, total_count, file_name, reason, created_at, expires_at } =
    row;
  return {
    id,
    format,
    title,
    state,
    done_count,
    total_count,
    file_name,
    reason,
    created_at,
    expires_at,
    plans_count: row.plan_ids.length,
    left_out: row.left_out as unknown as PlanSetExport['left_out'],
    size_bytes: row.size_bytes === null ? null : Number(row.size_bytes),
  };
}
