import {
  type GradebookArrangement,
  type GradebookView,
  type GradebookViewCreate,
  type GradebookViewUpdate,
  type SheetFilters,
  SheetLayout,
} from '@k12/contracts/teaching/gradebook-views';
import { newId, type Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { ownUserId } from '../grading/graded-cell.service.ts';
import { listStudents } from './gradebook.queries.ts';
import * as queries from './gradebook-views.queries.ts';

function open(tx: Transaction, context: Context, courseId: string) {
  return selectTaughtCourse(tx, context, courseId, 'gradebook.read', 'see_grades');
}

export async function getArrangement(context: Context, id: string): Promise<GradebookArrangement> {
  return context.readTenant(async (tx) => {
    const { scope } = await open(tx, context, id);
    const { user_id } = context.actor;
    const { section_ids } = scope;
    const seen = section_ids && (await listStudents(tx, id, section_ids)).map((row) => row.student_id);
    const [layout, views, groups, modules] = await Promise.all([
      user_id ? queries.selectOptionalLayout(tx, id, user_id) : undefined,
      queries.listViews(tx, id, user_id),
      queries.listGroups(tx, id, seen),
      queries.listModules(tx, id),
    ]);
    // A layout that an older version kept may lack what is new, or hold what is gone: then it begins anew.
    const kept = SheetLayout.safeParse(layout?.layout ?? {});
    return {
      layout: kept.success ? kept.data : SheetLayout.parse({}),
      views: views.map((row) => present(context, row)),
      groups,
      modules,
    };
  });
}

export async function putLayout(context: Context, id: string, layout: SheetLayout): Promise<SheetLayout> {
  return context.withTenant(async (tx) => {
    await open(tx, context, id);
    const updated_at = context.platform.clock.now().toISOString();
    await queries.saveLayout(tx, { course_id: id, user_id: ownUserId(context), layout, updated_at });
    return layout;
  });
}

export async function createView(
  context: Context,
  courseId: string,
  input: GradebookViewCreate,
): Promise<GradebookView> {
  return context.withTenant(async (tx) => {
    await open(tx, context, courseId);
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await queries.createView(tx, {
      ...{ id, course_id: courseId, owner_id: ownUserId(context), created_at },
      ...input,
    });
    return present(context, await selectView(tx, context, id));
  });
}

export async function updateView(
  context: Context,
  id: string,
  { lock_version, ...changes }: GradebookViewUpdate,
): Promise<GradebookView> {
  return context.withTenant(async (tx) => {
    const before = await selectView(tx, context, id);
    authorize(isOwn(context, before), 'gradebook.read');
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateView(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: present(context, before) });
    }
    return present(context, await selectView(tx, context, id));
  });
}

export async function deleteView(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    authorize(isOwn(context, await selectView(tx, context, id)), 'gradebook.read');
    await queries.deleteView(tx, id);
  });
}

/** One's own, or one that is shared in a course whose grades the caller may see. */
async function selectView(tx: Transaction, context: Context, id: string): Promise<queries.ViewRow> {
  const view = await queries.selectOptionalView(tx, id);
  if (!view || !(view.is_shared || isOwn(context, view))) throw new Problem('not_found');
  await open(tx, context, view.course_id);
  return view;
}

function isOwn({ actor }: Context, { owner_id }: { owner_id: string }): boolean {
  return owner_id === actor.user_id;
}

function present(context: Context, row: queries.ViewRow): GradebookView {
  const { id, course_id, name, is_shared, updated_at, lock_version } = row;
  const isMine = isOwn(context, row);
  return {
    ...{ id, course_id, name, is_shared, updated_at, lock_version },
    filters: row.filters as unknown as SheetFilters,
    owner: { id: row.owner_id, name: displayName(row) },
    can: { update: isMine, delete: isMine },
  };
}
