import type { CourseModule, Outline } from '@k12/contracts/teaching/module-records';
import type { ModuleCreate, ModuleUpdate } from '@k12/contracts/teaching/modules';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectCourseToFill, selectModuleForChange, selectStaffCourse } from './module-access.service.ts';
import * as queries from './modules.queries.ts';
import { findLoop } from './modules.rules.ts';
import { loadModule, loadOutline } from './outline.service.ts';

export async function listModules(
  context: Context,
  courseId: string,
  query: { archived?: boolean | undefined },
): Promise<Outline> {
  return context.readTenant(async (tx) => {
    const course = await selectStaffCourse(tx, context, courseId);
    return loadOutline(tx, context, course, query.archived);
  });
}

export async function createModule(
  context: Context,
  courseId: string,
  input: ModuleCreate,
): Promise<CourseModule> {
  const { section_ids, prerequisite_ids, ...fields } = input;
  return context.withTenant(async (tx) => {
    const course = await selectCourseToFill(tx, context, courseId);
    const id = newId();
    await queries.raiseOutlineVersion(tx, courseId);
    await queries.createModule(tx, {
      ...fields,
      id,
      course_id: courseId,
      created_by: context.actor.user_id,
      created_at: context.platform.clock.now().toISOString(),
    });
    await putRelations(tx, courseId, id, { section_ids, prerequisite_ids });
    await auditModule(tx, context, 'module.created', { id, course });
    return loadModule(tx, context, course, id);
  });
}

export async function updateModule(context: Context, id: string, input: ModuleUpdate): Promise<CourseModule> {
  const { lock_version, section_ids, prerequisite_ids, ...changes } = input;
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, id);
    // Two people must not close a loop from both its ends.
    if (prerequisite_ids) await queries.raiseOutlineVersion(tx, course.id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateModule(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: await loadModule(tx, context, course, id) });
    }
    await putRelations(tx, course.id, id, { section_ids, prerequisite_ids });
    await auditModule(tx, context, 'module.updated', {
      id,
      course,
      changes: changesBetween<object>(module, changes),
    });
    return loadModule(tx, context, course, id);
  });
}

/** Put away, or taken up again as a draft so that nothing appears by itself. */
export async function archiveModule(context: Context, id: string, archived: boolean): Promise<CourseModule> {
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, id);
    if ((module.state === 'archived') !== archived) {
      await queries.raiseOutlineVersion(tx, course.id);
      await queries.updateModule(tx, id, null, {
        state: archived ? 'archived' : 'draft',
        publish_at: null,
        updated_at: context.platform.clock.now().toISOString(),
      });
      await auditModule(tx, context, 'module.archived', {
        id,
        course,
        changes: { archived: [!archived, archived] },
      });
    }
    return loadModule(tx, context, course, id);
  });
}

interface Relations {
  section_ids?: readonly string[] | undefined;
  prerequisite_ids?: readonly string[] | undefined;
}

/** Sections and prerequisites are of the same course, and no module waits for itself in the end (TCH-21). */
async function putRelations(
  tx: Transaction,
  courseId: string,
  id: string,
  { section_ids, prerequisite_ids }: Relations,
): Promise<void> {
  if (section_ids) {
    const own = new Set((await queries.listSectionIds(tx, courseId)).map((section) => section.id));
    if (!section_ids.every((section) => own.has(section))) {
      throw invalid('/section_ids', 'unknown', 'The course has no such section.');
    }
    await queries.replaceSections(tx, id, section_ids);
  }
  if (!prerequisite_ids) return;
  const modules = await queries.listModules(tx, courseId);
  const titles = new Map(modules.map((module) => [module.id, module.title]));
  if (!prerequisite_ids.every((other) => titles.has(other))) {
    throw invalid('/prerequisite_ids', 'unknown', 'The course has no such module.');
  }
  const waiting = new Map(modules.map((module) => [module.id, module.prerequisite_ids ?? []]));
  waiting.set(id, [...prerequisite_ids]);
  const loop = findLoop(waiting, id);
  if (loop) {
    const names = loop.map((module) => titles.get(module) ?? '');
    throw new Problem('module.prerequisite_loop', {
      detail: `These modules would wait for each other: ${names.join(' → ')}.`,
      context: { module_ids: loop, titles: names },
    });
  }
  await queries.replacePrerequisites(tx, id, prerequisite_ids);
}

export function auditModule(
  tx: Transaction,
  context: Context,
  action: string,
  { id, course, changes }: { id: string; course: CourseRow; changes?: Record<string, unknown> },
) {
  return recordAudit(tx, context, {
    action,
    target_type: 'module',
    target_id: id,
    school_id: course.school_id,
    ...(changes && { changes }),
  });
}
