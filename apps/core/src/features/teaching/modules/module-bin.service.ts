import type { CourseModule } from '@k12/contracts/teaching/module-records';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { binSince, isGone } from '../bin/bin.rules.ts';
import { listDeletedPages } from '../course-pages/course-pages-records.service.ts';
import * as items from '../module-items/module-items-records.service.ts';
import { selectCourseToFill, selectModuleForChange } from './module-access.service.ts';
import * as queries from './modules.queries.ts';
import { auditModule } from './modules.service.ts';
import { loadModule } from './outline.service.ts';

export async function deleteModule(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { course } = await selectModuleForChange(tx, context, id);
    await queries.raiseOutlineVersion(tx, course.id);
    const now = context.platform.clock.now().toISOString();
    const deleted = { deleted_at: now, deleted_by: context.actor.user_id };
    await queries.updateModule(tx, id, null, { ...deleted, updated_at: now });
    await auditModule(tx, context, 'module.deleted', { id, course });
  });
}

/** Its items were never touched, and its place was kept: it comes back as it was. */
export async function restoreModule(context: Context, id: string): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, id, { deleted: true });
    const now = context.platform.clock.now();
    if (isGone(module.deleted_at, now)) throw new Problem('gone');
    await queries.raiseOutlineVersion(tx, course.id);
    const restored = { deleted_at: null, deleted_by: null };
    await queries.updateModule(tx, id, null, { ...restored, updated_at: now.toISOString() });
    await auditModule(tx, context, 'module.restored', { id, course });
    return loadModule(tx, context, course, id);
  });
}

export async function listDeleted(context: Context, courseId: string) {
  return context.readTenant(async (tx) => {
    await selectCourseToFill(tx, context, courseId);
    const since = binSince(context.platform.clock.now());
    const [modules, deletedItems, pages] = await Promise.all([
      queries.listDeletedModules(tx, courseId, since),
      items.listDeletedItems(tx, courseId, since),
      listDeletedPages(tx, courseId, since),
    ]);
    const data = [
      ...modules.map((row) => ({ ...row, kind: 'module' as const, deleted_at: row.deleted_at ?? '' })),
      ...deletedItems.map((row) => ({
        ...row,
        kind: 'item' as const,
        title: row.title ?? '',
        deleted_at: row.deleted_at ?? '',
      })),
      ...pages.map((row) => ({ ...row, kind: 'page' as const, deleted_at: row.deleted_at ?? '' })),
    ];
    return { data: data.sort((a, b) => b.deleted_at.localeCompare(a.deleted_at)) };
  });
}
