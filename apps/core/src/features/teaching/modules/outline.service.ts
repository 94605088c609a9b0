import type { CourseModule, Outline } from '@k12/contracts/teaching/module-records';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { listItems } from '../module-items/module-items-records.service.ts';
import { presentItem } from '../module-items/present-item.rules.ts';
import { mayFill } from './module-access.service.ts';
import * as queries from './modules.queries.ts';

/** The whole course in its order, as staff see it. */
export async function loadOutline(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  archived = false,
): Promise<Outline> {
  const update = await mayFill(tx, context, course);
  const [list_version, modules, items] = await Promise.all([
    queries.selectOutlineVersion(tx, course.id),
    queries.listModules(tx, course.id, archived),
    listItems(tx, { course_id: course.id }),
  ]);
  const data = modules.map((module) =>
    presentModule(
      module,
      items.filter(({ module_id }) => module_id === module.id),
      update,
    ),
  );
  return { list_version, data, can: { create: update } };
}

export async function loadModule(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  id: string,
): Promise<CourseModule> {
  const [module, items, update] = await Promise.all([
    queries.selectOptionalModule(tx, id),
    listItems(tx, { module_ids: [id] }),
    mayFill(tx, context, course),
  ]);
  if (!module) throw new Problem('not_found');
  return presentModule(module, items, update);
}

function presentModule(
  row: queries.ModuleRow,
  items: Awaited<ReturnType<typeof listItems>>,
  update: boolean,
): CourseModule {
  const { unit_version_id, unit_published_version_id } = row;
  return {
    ...row,
    section_ids: row.section_ids ?? [],
    prerequisite_ids: row.prerequisite_ids ?? [],
    has_unit_changes:
      row.unit_plan_id !== null &&
      unit_published_version_id !== null &&
      unit_published_version_id !== unit_version_id,
    items: items.map(presentItem),
    can: { update },
  };
}
