import type { ItemsBatch } from '@k12/contracts/teaching/module-items';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { binUntil } from '../bin/bin.rules.ts';
import { type KeptDate, putDatesBack } from '../course-copy/shift-dates.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { keepPassed } from '../module-progress/keep-passed.service.ts';
import { selectCourseToFill } from '../modules/module-access.service.ts';
import { auditModule } from '../modules/modules.service.ts';
import { listModules, raiseOutlineVersion, updatePositions } from '../modules/modules-records.service.ts';
import { loadOutline } from '../modules/outline.service.ts';
import * as changes from './course-changes.queries.ts';
import * as queries from './module-items.queries.ts';
import { ruleProblems } from './module-items.rules.ts';

/** One act on many items: what it changed is kept, so that one act takes it back (TCH-27). */
export async function changeItems(context: Context, courseId: string, { item_ids, action }: ItemsBatch) {
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, courseId);
    const all = await queries.listItems(tx, { course_id: courseId });
    const chosen = all.filter(({ id }) => item_ids.includes(id));
    if (chosen.length !== new Set(item_ids).size) {
      throw invalid('/item_ids', 'unknown', 'The course has no such item.');
    }
    await raiseOutlineVersion(tx, courseId);
    const refused = await refusedOf(tx, chosen, action);
    const rows = chosen.filter(({ id }) => !refused.some(({ item_id }) => item_id === id));
    await apply(tx, context, course, rows, action);
    const change_id = rows.length > 0 ? await keepBefore(tx, context, course, rows) : null;
    await auditModule(tx, context, 'module.items_changed', {
      id: courseId,
      course,
      changes: { action: [null, action.kind], count: [null, rows.length] },
    });
    const outline = await loadOutline(tx, context, course);
    return { change_id, changed_count: rows.length, refused, outline };
  });
}

async function refusedOf(tx: Transaction, rows: readonly queries.ItemRow[], action: ItemsBatch['action']) {
  if (action.kind !== 'unpublish' && action.kind !== 'schedule') return [];
  const published = rows.filter(({ state }) => state === 'published');
  const worked = await queries.listAssignmentsWithWork(
    tx,
    published.flatMap(({ assignment_id }) => assignment_id ?? []),
  );
  return published
    .filter(({ assignment_id }) => assignment_id !== null && worked.has(assignment_id))
    .map((row) => ({
      item_id: row.id,
      title: row.shown_title ?? '',
      code: 'module_item.has_submissions' as const,
    }));
}

async function apply(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  rows: readonly queries.ItemRow[],
  action: ItemsBatch['action'],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const now = context.platform.clock.now().toISOString();
  const change = (fields: Parameters<typeof queries.updateItems>[2]) => queries.updateItems(tx, ids, fields);
  switch (action.kind) {
    case 'publish':
      return change({ state: 'published', publish_at: null, published_at: now, updated_at: now });
    case 'unpublish':
      return change({ state: 'draft', publish_at: null, updated_at: now });
    case 'schedule': {
      if (Date.parse(action.publish_at) <= Date.parse(now)) {
        throw invalid('/action/publish_at', 'past', 'This time has passed.');
      }
      return change({ state: 'scheduled', publish_at: action.publish_at, updated_at: now });
    }
    case 'delete':
      return change({ deleted_at: now, deleted_by: context.actor.user_id, updated_at: now });
    case 'completion': {
      const errors = rows.flatMap(({ kind }) => ruleProblems(kind, action, '/action'));
      if (errors.length > 0) throw new Problem('request.invalid', { errors: errors.slice(0, 1) });
      await keepPassed(tx, context, ids, { locks_again: false });
      const completion_minimum = action.completion_minimum?.toString() ?? null;
      return change({ completion_rule: action.completion_rule, completion_minimum, updated_at: now });
    }
    case 'move':
      return moveToEnd(tx, context, course, ids, action.module_id);
  }
}

/** In the order they stood, after what is in the module already. */
async function moveToEnd(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  ids: readonly string[],
  moduleId: string,
): Promise<void> {
  const modules = await listModules(tx, course.id);
  if (!modules.some(({ id }) => id === moduleId)) {
    throw invalid('/action/module_id', 'unknown', 'The course has no such module.');
  }
  const there = (await queries.listItems(tx, { module_ids: [moduleId] })).map(({ id }) => id);
  await queries.moveItems(tx, ids, moduleId);
  const stay = there.filter((id) => !ids.includes(id));
  await updatePositions(tx, context.actor.tenant_id, 'module_items', [...stay, ...ids]);
}

/** As the items were, and the version each has after the act: whoever is in another by then has been changed since. */
async function keepBefore(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  rows: readonly queries.ItemRow[],
): Promise<string> {
  const id = newId();
  const now = context.platform.clock.now();
  const versions = await changes.listItemVersions(
    tx,
    rows.map((row) => row.id),
  );
  await changes.createChange(tx, {
    id,
    course_id: course.id,
    kind: 'module_items',
    actor_id: context.actor.user_id ?? '',
    before: rows.map((row) => changes.keptItem(row, versions.get(row.id) ?? 0)),
    created_at: now.toISOString(),
    undo_until_at: binUntil(now),
  });
  return id;
}

/** Back as it was, except what somebody changed in the meantime; that is named (TCH-27, TCH-185). */
export async function revertChange(context: Context, id: string) {
  return context.withTenant(async (tx) => {
    const change = await changes.selectOptionalChange(tx, id);
    if (!change) throw new Problem('not_found');
    const course = await selectCourseToFill(tx, context, change.course_id);
    const now = context.platform.clock.now().toISOString();
    if (change.undone_at || change.undo_until_at < now) throw new Problem('gone');
    if (change.kind === 'shift_dates') {
      await changes.markUndone(tx, id, now);
      return putDatesBack(tx, context, course.id, change.before as unknown as KeptDate[]);
    }
    await raiseOutlineVersion(tx, course.id);
    const before = change.before as unknown as changes.KeptItem[];
    const versions = await changes.listItemVersions(
      tx,
      before.map((item) => item.id),
    );
    const isSame = (item: changes.KeptItem) => versions.get(item.id) === item.version_after;
    for (const item of before.filter(isSame)) await changes.putBack(tx, item, now);
    await changes.markUndone(tx, id, now);
    await auditModule(tx, context, 'module.items_changed', {
      id: course.id,
      course,
      changes: { reverted: [null, id] },
    });
    return {
      reverted_count: before.filter(isSame).length,
      kept: before.filter((item) => !isSame(item)).map((item) => ({ id: item.id, title: item.title_shown })),
    };
  });
}
