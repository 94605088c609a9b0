import type { CourseModule } from '@k12/contracts/teaching/module-records';
import type { UnitChanges, UnitForModule } from '@k12/contracts/teaching/unit-modules';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectReadablePlan } from '../../planning/plans/plans.access.service.ts';
import * as items from '../module-items/module-items-records.service.ts';
import { selectCourseToFill, selectModuleForChange } from '../modules/module-access.service.ts';
import { auditModule } from '../modules/modules.service.ts';
import * as modules from '../modules/modules-records.service.ts';
import { loadModule } from '../modules/outline.service.ts';
import { keyOfItem, mergedOrder, unitChanges } from './unit-items.rules.ts';
import { addItems, loadVersion } from './unit-items.service.ts';
import * as queries from './unit-modules.queries.ts';

export async function listUnits(context: Context, courseId: string): Promise<{ data: UnitForModule[] }> {
  return context.readTenant(async (tx) => {
    await selectCourseToFill(tx, context, courseId);
    const rows = await queries.listPlacedUnits(tx, courseId);
    return {
      data: rows.map(({ lessons, ...row }) => ({ ...row, lessons_count: (lessons as unknown[]).length })),
    };
  });
}

/** The published unit as a module at the end of the course, as a draft for the teacher to look over (TCH-26). */
export async function createFromUnit(
  context: Context,
  courseId: string,
  { unit_plan_id, with_dates }: { unit_plan_id: string; with_dates: boolean },
): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, courseId);
    const { plan } = await selectReadablePlan(tx, context.actor, unit_plan_id, 'unit');
    const version = plan.published_version_id && (await loadVersion(tx, plan.published_version_id));
    if (!version) throw invalid('/unit_plan_id', 'not_published', 'The unit is not published.');
    const placement = with_dates ? await queries.selectPlacement(tx, courseId, unit_plan_id) : undefined;
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await modules.raiseOutlineVersion(tx, courseId);
    await modules.createModule(tx, {
      ...{ id, course_id: courseId, title: version.title, created_by: context.actor.user_id, created_at },
      starts_on: placement?.starts_on ?? null,
      ends_on: placement?.ends_on ?? null,
      unit_plan_id,
      unit_version_id: version.id,
    });
    await addItems(tx, { course_id: courseId, module_id: id, created_at }, version.items, with_dates);
    await auditModule(tx, context, 'module.created', {
      id,
      course,
      changes: { unit_plan_id: [null, unit_plan_id] },
    });
    return loadModule(tx, context, course, id);
  });
}

export async function loadComparison(tx: Transaction, module: modules.ModuleRow) {
  const { unit_version_id, unit_published_version_id } = module;
  const after = unit_published_version_id && (await loadVersion(tx, unit_published_version_id));
  if (!after) throw new Problem('not_found');
  const before = unit_version_id ? await loadVersion(tx, unit_version_id) : null;
  const rows = await items.listItems(tx, { module_ids: [module.id] });
  const present = rows.map((row) => ({
    id: row.id,
    key: keyOfItem(row),
    title: row.shown_title ?? '',
  }));
  return { after, present, changes: unitChanges(before?.items ?? [], after.items, present) };
}

export async function getChanges(context: Context, moduleId: string): Promise<UnitChanges> {
  return context.readTenant(async (tx) => {
    const { module } = await selectModuleForChange(tx, context, moduleId);
    const { after, changes } = await loadComparison(tx, module);
    return { version_id: after.id, version_number: after.version_number, changes };
  });
}

/** Only what was chosen, and only of the version that was looked at: nothing is overwritten silently (TCH-26). */
export async function takeChanges(
  context: Context,
  moduleId: string,
  input: { version_id: string; keys: string[] },
): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, moduleId);
    await modules.raiseOutlineVersion(tx, course.id);
    const { after, present, changes } = await loadComparison(tx, module);
    if (after.id !== input.version_id) {
      const { id: version_id, version_number } = after;
      throw new Problem('version_conflict', { current: { version_id, version_number, changes } });
    }
    const now = context.platform.clock.now().toISOString();
    const taken = changes.filter(({ key }) => input.keys.includes(key));
    const keysOf = (...kinds: string[]) =>
      new Set(taken.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key));
    const added = keysOf('lesson_added', 'resource_added');
    const removed = keysOf('lesson_removed', 'resource_removed');
    const place = { course_id: course.id, module_id: moduleId, created_at: now };
    const ids = await addItems(
      tx,
      place,
      after.items.filter(({ key }) => added.has(key)),
      true,
    );
    const gone = present.filter(({ key }) => removed.has(key)).map(({ id }) => id);
    const bin = { deleted_at: now, deleted_by: context.actor.user_id, updated_at: now };
    await items.updateItems(tx, gone, bin);
    for (const change of taken.filter(({ kind }) => kind === 'lesson_renamed')) {
      const renamed = present.filter(({ key }) => key === change.key).map(({ id }) => id);
      await items.updateItems(tx, renamed, { title: change.after, updated_at: now });
    }
    for (const { key, id } of present) if (!removed.has(key)) ids.set(key, id);
    const order = mergedOrder(
      present.filter(({ key }) => !removed.has(key)).map(({ key }) => key),
      after.items,
      { added: new Set([...added].filter((key) => ids.has(key))), reordered: keysOf('reordered').size > 0 },
    );
    const placed = order.flatMap((key) => ids.get(key) ?? []);
    await modules.updatePositions(tx, context.actor.tenant_id, 'module_items', placed);
    await modules.updateModule(tx, moduleId, null, { unit_version_id: after.id, updated_at: now });
    await auditModule(tx, context, 'module.updated', {
      id: moduleId,
      course,
      changes: { unit_version_id: [module.unit_version_id, after.id] },
    });
    return loadModule(tx, context, course, moduleId);
  });
}
