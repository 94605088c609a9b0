import type { ModuleItemInput, ModuleItemUpdate } from '@k12/contracts/teaching/module-items';
import type { ModuleItem } from '@k12/contracts/teaching/module-records';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectReadablePlan } from '../../planning/plans/plans.access.service.ts';
import { selectReadableResource } from '../../planning/resources/resources.access.service.ts';
import { isGone } from '../bin/bin.rules.ts';
import { keepPassed } from '../module-progress/keep-passed.service.ts';
import { selectCourseToFill, selectModuleForChange } from '../modules/module-access.service.ts';
import { auditModule } from '../modules/modules.service.ts';
import { raiseOutlineVersion } from '../modules/modules-records.service.ts';
import * as queries from './module-items.queries.ts';
import { itemProblems, ruleProblems } from './module-items.rules.ts';
import { presentItem } from './present-item.rules.ts';

/** One or several at the end of a module (TCH-25). */
export async function createItems(
  context: Context,
  moduleId: string,
  inputs: readonly ModuleItemInput[],
): Promise<{ data: ModuleItem[] }> {
  return context.withTenant(async (tx) => {
    const { module, course } = await selectModuleForChange(tx, context, moduleId);
    await checkItems(tx, context, course.id, inputs);
    await raiseOutlineVersion(tx, course.id);
    const first = await queries.nextPosition(tx, moduleId);
    const created_at = context.platform.clock.now().toISOString();
    const rows = inputs.map((input, at) => ({
      ...rowOf(input),
      id: newId(),
      course_id: module.course_id,
      module_id: moduleId,
      position: first + at,
      created_at,
    }));
    await queries.createItems(tx, rows);
    await auditModule(tx, context, 'module.updated', { id: moduleId, course });
    const made = await queries.listItems(tx, { ids: rows.map(({ id }) => id) });
    return { data: made.map(presentItem) };
  });
}

function rowOf(input: ModuleItemInput) {
  const { kind, target_id, completion_minimum, ...fields } = input;
  return {
    kind,
    ...fields,
    assignment_id: kind === 'assignment' ? (target_id ?? null) : null,
    page_id: kind === 'page' ? (target_id ?? null) : null,
    lesson_plan_id: kind === 'lesson' ? (target_id ?? null) : null,
    resource_id: ['file', 'drive_file', 'link'].includes(kind) ? (target_id ?? null) : null,
    completion_minimum: completion_minimum?.toString() ?? null,
  };
}

/** Everything leads to something of the course, or to a lesson or resource the teacher may open. */
async function checkItems(
  tx: Transaction,
  context: Context,
  courseId: string,
  inputs: readonly ModuleItemInput[],
): Promise<void> {
  const problems = inputs.flatMap((input, at) => itemProblems(input, `/items/${at}`));
  if (problems.length > 0) throw new Problem('request.invalid', { errors: problems });
  const idsOf = (kind: string) =>
    inputs.flatMap((input) => (input.kind === kind && input.target_id ? [input.target_id] : []));
  const known = await queries.listKnownTargets(tx, courseId, {
    assignment: idsOf('assignment'),
    page: idsOf('page'),
  });
  for (const [at, { kind, target_id }] of inputs.entries()) {
    if (!target_id) continue;
    const there =
      kind === 'assignment' || kind === 'page'
        ? known.has(target_id)
        : await isReadable(tx, context, kind, target_id);
    if (there) continue;
    problems.push({
      pointer: `/items/${at}/target_id`,
      code: 'unknown',
      detail: 'There is nothing like this.',
    });
  }
  if (problems.length > 0) throw new Problem('request.invalid', { errors: problems });
}

async function isReadable(tx: Transaction, context: Context, kind: string, id: string): Promise<boolean> {
  const read =
    kind === 'lesson'
      ? selectReadablePlan(tx, context.actor, id, 'lesson')
      : selectReadableResource(tx, context.actor, id);
  return read.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false;
      throw error;
    },
  );
}

export async function updateItem(context: Context, id: string, input: ModuleItemUpdate): Promise<ModuleItem> {
  const { lock_version, locks_again, completion_minimum, ...changes } = input;
  return context.withTenant(async (tx) => {
    const { item, course } = await selectItemForChange(tx, context, id);
    const errors = ruleProblems(item.kind, input);
    if (changes.title === null && ['header', 'link'].includes(item.kind) && !item.resource_id) {
      errors.push({ pointer: '/title', code: 'required', detail: 'It has no other title.' });
    }
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    // What the old rule opened stays open, unless the teacher says otherwise (TCH-23).
    if (input.completion_rule) await keepPassed(tx, context, [id], { locks_again: locks_again === true });
    const minimum =
      completion_minimum === undefined ? {} : { completion_minimum: completion_minimum?.toString() ?? null };
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateItem(tx, id, lock_version, { ...changes, ...minimum, updated_at }))) {
      throw new Problem('version_conflict', { current: presentItem(item) });
    }
    await auditModule(tx, context, 'module.updated', { id: item.module_id, course });
    return presentOne(tx, id);
  });
}

/** Now, at a time, or back; what was worked on cannot vanish (TCH-19). */
export async function publishItem(
  context: Context,
  id: string,
  input: { published: boolean; publish_at?: string | undefined },
): Promise<ModuleItem> {
  return context.withTenant(async (tx) => {
    const { item, course } = await selectItemForChange(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    if (!input.published && item.state === 'published') await refuseWithWork(tx, item);
    const later =
      input.published && input.publish_at !== undefined && Date.parse(input.publish_at) > Date.parse(now);
    await queries.updateItems(tx, [id], {
      state: later ? 'scheduled' : input.published ? 'published' : 'draft',
      publish_at: later ? (input.publish_at ?? null) : null,
      ...(input.published && !later && { published_at: now }),
      updated_at: now,
    });
    const action = input.published ? 'module.published' : 'module.unpublished';
    await auditModule(tx, context, action, { id: item.module_id, course });
    return presentOne(tx, id);
  });
}

async function refuseWithWork(tx: Transaction, item: queries.ItemRow): Promise<void> {
  const { assignment_id } = item;
  if (!assignment_id || (await queries.listAssignmentsWithWork(tx, [assignment_id])).size === 0) return;
  // The page offers to close the assignment instead.
  throw new Problem('module_item.has_submissions', { context: { assignment_id, state: item.target_state } });
}

export async function deleteItem(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const { item, course } = await selectItemForChange(tx, context, id);
    const now = context.platform.clock.now().toISOString();
    await raiseOutlineVersion(tx, course.id);
    await queries.updateItems(tx, [id], {
      deleted_at: now,
      deleted_by: context.actor.user_id,
      updated_at: now,
    });
    await auditModule(tx, context, 'module.deleted', { id: item.module_id, course });
  });
}

export async function restoreItem(context: Context, id: string): Promise<ModuleItem> {
  return context.withTenant(async (tx) => {
    const { item, course } = await selectItemForChange(tx, context, id, { deleted: true });
    const now = context.platform.clock.now();
    if (isGone(item.deleted_at, now)) throw new Problem('gone');
    await raiseOutlineVersion(tx, course.id);
    const restored = { deleted_at: null, deleted_by: null };
    await queries.updateItems(tx, [id], { ...restored, updated_at: now.toISOString() });
    await auditModule(tx, context, 'module.restored', { id: item.module_id, course });
    return presentOne(tx, id);
  });
}

export async function listTargets(context: Context, courseId: string, q: string | undefined) {
  return context.readTenant(async (tx) => {
    await selectCourseToFill(tx, context, courseId);
    const found = await queries.listTargets(tx, courseId, q);
    const uses = new Map(found.counts.map(({ id, count }) => [id, Number(count)]));
    const shown = <K extends string>(kind: K, { id, title }: { id: string; title: string }) => ({
      kind,
      id,
      title,
      uses_count: uses.get(id) ?? 0,
    });
    return {
      data: [
        ...found.assignments.map((row) => shown('assignment', row)),
        ...found.pages.map((row) => shown('page', row)),
        ...found.lessons.map((row) => shown('lesson', row)),
        ...found.resources.map((row) => shown(row.kind === 'link' ? 'link' : 'file', row)),
      ],
    };
  });
}

async function selectItemForChange(
  tx: Transaction,
  context: Context,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
) {
  const item = await queries.selectOptionalItem(tx, id);
  if (!item || (item.deleted_at !== null) !== deleted) throw new Problem('not_found');
  const { module, course } = await selectModuleForChange(tx, context, item.module_id);
  return { item, module, course };
}

async function presentOne(tx: Transaction, id: string): Promise<ModuleItem> {
  const row = await queries.selectOptionalItem(tx, id);
  if (!row) throw new Problem('not_found');
  return presentItem(row);
}
