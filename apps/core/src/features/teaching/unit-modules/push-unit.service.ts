import type { CourseModule } from '@k12/contracts/teaching/module-records';
import type { PushableItem } from '@k12/contracts/teaching/unit-modules';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectReadablePlan } from '../../planning/plans/plans.access.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import * as items from '../module-items/module-items-records.service.ts';
import { selectCourseToFill } from '../modules/module-access.service.ts';
import { auditModule } from '../modules/modules.service.ts';
import * as modules from '../modules/modules-records.service.ts';
import { loadModule } from '../modules/outline.service.ts';
import { keyOfItem, mergedOrder, type UnitItem, withAssignments } from './unit-items.rules.ts';
import { addItems, loadVersion } from './unit-items.service.ts';
import * as queries from './unit-modules.queries.ts';
import { loadComparison } from './unit-modules.service.ts';

interface Push {
  course_id: string;
  module_id?: string | null | undefined;
  keys?: string[] | undefined;
  with_dates: boolean;
}

export async function listPushable(context: Context, unitId: string, courseId: string) {
  return context.readTenant(async (tx) => {
    await selectCourseToFill(tx, context, courseId);
    const unit = await loadPushed(tx, context, unitId, courseId);
    const [rows, days, all] = await Promise.all([
      items.listItems(tx, { course_id: courseId }),
      queries.listLessonDays(tx, courseId, lessonsOf(unit.items)),
      modules.listModules(tx, courseId),
    ]);
    const known = new Set(all.map(({ id }) => id));
    const holder = new Map(
      rows.filter(({ module_id }) => known.has(module_id)).map((row) => [keyOfItem(row), row.module_id]),
    );
    return {
      version_number: unit.version_number,
      module_id: all.find(({ unit_plan_id }) => unit_plan_id === unitId)?.id ?? null,
      items: unit.items.map(
        ({ key, kind, title, indent, target_id }): PushableItem => ({
          ...{ key, kind, title, indent },
          planned_on: days.get(target_id) ?? null,
          module_id: holder.get(key) ?? null,
        }),
      ),
    };
  });
}

/** One step from plan to course, as often as one likes: what is there already is found by its stable id (PLN-57). */
export async function pushToCourse(context: Context, unitId: string, push: Push): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, push.course_id);
    const unit = await loadPushed(tx, context, unitId, course.id);
    const chosen = chooseItems(unit.items, push.keys);
    await modules.raiseOutlineVersion(tx, course.id);
    const module = await selectTarget(tx, context, course, { push, unit, unitId });
    const all = await modules.listModules(tx, course.id);
    const known = new Set(all.map(({ id }) => id));
    const rows = (await items.listItems(tx, { course_id: course.id })).filter((row) =>
      known.has(row.module_id),
    );
    const before = module.unit_version_id ? await loadVersion(tx, module.unit_version_id) : null;
    const there = new Set(rows.map(keyOfItem));
    const updated_at = context.platform.clock.now().toISOString();
    await renewItems(tx, rows, chosen, {
      before: before?.items ?? [],
      with_dates: push.with_dates,
      course,
      updated_at,
    });
    const added = chosen.filter(({ key }) => !there.has(key));
    const place = { course_id: course.id, module_id: module.id, created_at: updated_at };
    const ids = await addItems(tx, place, added, push.with_dates);
    await putInOrder(
      tx,
      context,
      unit.items,
      ids,
      rows.filter((row) => row.module_id === module.id),
    );
    await noteVersion(tx, module, { unitId, unit, updated_at });
    await auditModule(tx, context, 'module.updated', {
      id: module.id,
      course,
      changes: { pushed_unit: [null, unitId], items: [null, ids.size] },
    });
    return loadModule(tx, context, course, module.id);
  });
}

type Pushed = Awaited<ReturnType<typeof loadPushed>>;

async function loadPushed(tx: Transaction, context: Context, unitId: string, courseId: string) {
  const { plan } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
  const version = plan.published_version_id && (await loadVersion(tx, plan.published_version_id));
  if (!version) throw new Problem('conflict', { detail: 'The unit is not published.' });
  const by = { unit_id: unitId, lesson_ids: lessonsOf(version.items) };
  const work = await queries.listAssignmentsOf(tx, courseId, by);
  return { ...version, items: withAssignments(version.items, work) };
}

function lessonsOf(unit: readonly UnitItem[]): string[] {
  return unit.filter(({ kind }) => kind === 'lesson').map(({ target_id }) => target_id);
}

function chooseItems(unit: readonly UnitItem[], keys: string[] | undefined): UnitItem[] {
  if (!keys) return [...unit];
  const known = new Set(unit.map(({ key }) => key));
  const unknown = keys.findIndex((key) => !known.has(key));
  if (unknown >= 0) throw invalid(`/keys/${unknown}`, 'unknown_item', 'The published unit has no such item.');
  return unit.filter(({ key }) => keys.includes(key));
}

async function selectTarget(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  { push, unit, unitId }: { push: Push; unit: Pushed; unitId: string },
): Promise<modules.ModuleRow> {
  const all = await modules.listModules(tx, course.id);
  const found = push.module_id
    ? all.find(({ id }) => id === push.module_id)
    : all.find(({ unit_plan_id }) => unit_plan_id === unitId);
  if (found) return found;
  if (push.module_id) throw invalid('/module_id', 'unknown_module', 'The course has no such module.');
  const placement = push.with_dates ? await queries.selectPlacement(tx, course.id, unitId) : undefined;
  const id = newId();
  await modules.createModule(tx, {
    ...{ id, course_id: course.id, title: unit.title, created_by: context.actor.user_id },
    created_at: context.platform.clock.now().toISOString(),
    starts_on: placement?.starts_on ?? null,
    ends_on: placement?.ends_on ?? null,
    ...{ unit_plan_id: unitId, unit_version_id: unit.id },
  });
  const made = await modules.selectOptionalModule(tx, id);
  if (!made) throw new Problem('not_found');
  return made;
}

/** Dates follow the sessions, titles the unit where nobody gave the item another one; what is published stays so. */
async function renewItems(
  tx: Transaction,
  rows: readonly items.ItemRow[],
  chosen: readonly UnitItem[],
  given: { before: readonly UnitItem[]; with_dates: boolean; course: CourseRow; updated_at: string },
): Promise<void> {
  const { before, with_dates, course, updated_at } = given;
  const days = await queries.listLessonDays(tx, course.id, lessonsOf(chosen));
  for (const item of chosen.filter(({ kind }) => kind !== 'assignment')) {
    const was = before.find(({ key }) => key === item.key)?.title;
    for (const row of rows.filter((one) => keyOfItem(one) === item.key)) {
      const title = was !== undefined && row.shown_title === was ? item.title : row.title;
      const day = days.get(item.target_id);
      const planned_on = with_dates && day ? day : row.planned_on;
      if (title === row.title && planned_on === row.planned_on) continue;
      await items.updateItems(tx, [row.id], { title, planned_on, updated_at });
    }
  }
}

/** New ones come in behind what they follow in the unit. */
async function putInOrder(
  tx: Transaction,
  context: Context,
  unit: readonly UnitItem[],
  added: ReadonlyMap<string, string>,
  present: readonly items.ItemRow[],
): Promise<void> {
  if (added.size === 0) return;
  const ids = new Map([...present.map((row) => [keyOfItem(row), row.id] as const), ...added]);
  const order = mergedOrder(present.map(keyOfItem), unit, { added: new Set(added.keys()), reordered: false });
  const placed = order.flatMap((key) => ids.get(key) ?? []);
  await modules.updatePositions(tx, context.actor.tenant_id, 'module_items', placed);
}

/** From then on the module is offered what changes in the unit; not while something older is still left to decide. */
async function noteVersion(
  tx: Transaction,
  module: modules.ModuleRow,
  { unitId, unit, updated_at }: { unitId: string; unit: Pushed; updated_at: string },
): Promise<void> {
  const changes = { unit_plan_id: unitId, unit_version_id: unit.id, updated_at };
  if (module.unit_plan_id === null)
    return modules.updateModule(tx, module.id, null, changes).then(() => undefined);
  if (module.unit_plan_id !== unitId || module.unit_version_id === unit.id) return;
  const left = await loadComparison(tx, module);
  if (left.changes.length === 0) await modules.updateModule(tx, module.id, null, changes);
}
