import type { Outline } from '@k12/contracts/teaching/module-records';
import type { ItemReorder, ModuleReorder } from '@k12/contracts/teaching/modules';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { listItems, moveItems } from '../module-items/module-items-records.service.ts';
import { selectCourseToFill, selectModuleForChange } from './module-access.service.ts';
import * as queries from './modules.queries.ts';
import { isSameSet } from './modules.rules.ts';
import { auditModule } from './modules.service.ts';
import { loadOutline } from './outline.service.ts';

/** The full list and the version it was seen in; stale gives the current order, a mismatch changes nothing (TCH-18). */
export async function reorderModules(
  context: Context,
  courseId: string,
  input: ModuleReorder,
): Promise<Outline> {
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, courseId);
    await takeVersion(tx, context, course, input.list_version);
    const present = await queries.listModules(tx, courseId);
    const ids = present.map(({ id }) => id);
    if (!isSameSet(input.module_ids, ids)) throw mismatch('/module_ids');
    await queries.updatePositions(tx, context.actor.tenant_id, 'modules', input.module_ids);
    await auditModule(tx, context, 'module.reordered', { id: courseId, course });
    return loadOutline(tx, context, course);
  });
}

/** Within a module, or from another one into it; then both lists are full (TCH-18). */
export async function reorderItems(context: Context, id: string, input: ItemReorder): Promise<Outline> {
  return context.withTenant(async (tx) => {
    const { course } = await selectModuleForChange(tx, context, id);
    const { from } = input;
    if (from) {
      const source = await queries.selectOptionalModule(tx, from.module_id);
      if (!source || source.course_id !== course.id || source.deleted_at || source.id === id) {
        throw invalid('/from/module_id', 'unknown', 'The course has no such module.');
      }
    }
    await takeVersion(tx, context, course, input.list_version);
    const module_ids = from ? [id, from.module_id] : [id];
    const present = await listItems(tx, { module_ids });
    const given = [...input.item_ids, ...(from?.item_ids ?? [])];
    if (
      !isSameSet(
        given,
        present.map((item) => item.id),
      )
    )
      throw mismatch('/item_ids');
    const moved = present.filter((item) => item.module_id !== id && input.item_ids.includes(item.id));
    const left = present.filter((item) => item.module_id === id && from?.item_ids.includes(item.id));
    await moveItems(tx, ids(moved), id);
    if (from) await moveItems(tx, ids(left), from.module_id);
    const { tenant_id } = context.actor;
    await queries.updatePositions(tx, tenant_id, 'module_items', input.item_ids);
    if (from) await queries.updatePositions(tx, tenant_id, 'module_items', from.item_ids);
    await auditModule(tx, context, 'module.reordered', { id, course });
    return loadOutline(tx, context, course);
  });
}

async function takeVersion(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  seen: number,
): Promise<void> {
  if ((await queries.raiseOutlineVersion(tx, course.id, seen)) !== null) return;
  throw new Problem('version_conflict', { current: await loadOutline(tx, context, course) });
}

function mismatch(pointer: string): Problem {
  return invalid(pointer, 'mismatch', 'The list names other things than there are.');
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
