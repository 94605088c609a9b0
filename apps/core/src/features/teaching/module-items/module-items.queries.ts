import type { Changes, Database, Transaction } from '@k12/db';
import { expressionBuilder } from 'kysely';
import { containing } from '../../../platform/like-pattern.ts';

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

/** Items with what they lead to; those whose assignment or page is in the bin are away with it. */
function items(tx: Transaction) {
  return tx
    .selectFrom('module_items as item')
    .leftJoin('assignments as assignment', 'assignment.id', 'item.assignment_id')
    .leftJoin('course_pages as page', 'page.id', 'item.page_id')
    .leftJoin('plans as lesson', 'lesson.id', 'item.lesson_plan_id')
    .leftJoin('resources as resource', 'resource.id', 'item.resource_id')
    .selectAll('item')
    .select((eb) => [
      eb.fn
        .coalesce('item.title', 'assignment.title', 'page.title', 'lesson.title', 'resource.title')
        .as('shown_title'),
      eb.fn
        .coalesce('item.assignment_id', 'item.page_id', 'item.lesson_plan_id', 'item.resource_id')
        .as('target_id'),
      'assignment.state as target_state',
      'assignment.points_possible',
      eb.fn.coalesce('item.url', 'resource.url').as('shown_url'),
      eb
        .selectFrom('assignment_dates as date')
        .select('date.due_at')
        .whereRef('date.assignment_id', '=', 'item.assignment_id')
        .where('date.target', '=', 'everyone')
        .as('due_at'),
    ])
    .where(isThere)
    .orderBy('item.position')
    .orderBy('item.id');
}

type Joined = Database & { assignment: Database['assignments']; page: Database['course_pages'] };
const eb = expressionBuilder<Joined, 'assignment' | 'page'>();
const isThere = eb.and([
  eb.or([eb('assignment.state', 'is', null), eb('assignment.state', '<>', 'deleted')]),
  eb('page.deleted_at', 'is', null),
]);

export function listItems(
  tx: Transaction,
  by: { course_id?: string; module_ids?: string[]; ids?: string[] },
) {
  let rows = items(tx).where('item.deleted_at', 'is', null);
  if (by.course_id) rows = rows.where('item.course_id', '=', by.course_id);
  if (by.module_ids) rows = rows.where('item.module_id', 'in', by.module_ids);
  if (by.ids) rows = rows.where('item.id', 'in', by.ids);
  return rows.execute();
}

/** Deleted ones too: who asks decides. */
export function selectOptionalItem(tx: Transaction, id: string) {
  return items(tx).where('item.id', '=', id).executeTakeFirst();
}

export interface ItemFields {
  title: string | null;
  url: string | null;
  indent: number;
  state: ItemRow['state'];
  publish_at: string | null;
  published_at: string | null;
  completion_rule: ItemRow['completion_rule'];
  completion_minimum: string | null;
  planned_on: string | null;
  deleted_at: string | null;
  deleted_by: string | null;
}

export interface NewItem extends Changes<ItemFields> {
  id: string;
  course_id: string;
  module_id: string;
  kind: ItemRow['kind'];
  assignment_id?: string | null;
  page_id?: string | null;
  lesson_plan_id?: string | null;
  resource_id?: string | null;
  standard_ids?: string[];
  position: number;
  created_at: string;
}

export async function createItems(tx: Transaction, rows: readonly NewItem[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('module_items')
    .values(rows.map((row) => ({ ...row, updated_at: row.created_at })))
    .execute();
}

export async function nextPosition(tx: Transaction, moduleId: string): Promise<number> {
  const row = await tx
    .selectFrom('module_items')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('module_id', '=', moduleId)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

export async function updateItem(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<ItemFields> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('module_items')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** The same change of many, whatever version they are in. */
export async function updateItems(
  tx: Transaction,
  ids: readonly string[],
  changes: Changes<ItemFields> & { updated_at: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('module_items')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

export async function moveItems(tx: Transaction, ids: readonly string[], moduleId: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('module_items').set({ module_id: moduleId }).where('id', 'in', ids).execute();
}

export function listDeletedItems(tx: Transaction, courseId: string, since: string) {
  return tx
    .selectFrom('module_items as item')
    .leftJoin('assignments as assignment', 'assignment.id', 'item.assignment_id')
    .leftJoin('course_pages as page', 'page.id', 'item.page_id')
    .leftJoin('plans as lesson', 'lesson.id', 'item.lesson_plan_id')
    .leftJoin('resources as resource', 'resource.id', 'item.resource_id')
    .select((eb) => [
      'item.id',
      'item.deleted_at',
      eb.fn
        .coalesce('item.title', 'assignment.title', 'page.title', 'lesson.title', 'resource.title')
        .as('title'),
    ])
    .where('item.course_id', '=', courseId)
    .where('item.deleted_at', '>', since)
    .orderBy('item.deleted_at', 'desc')
    .limit(200)
    .execute();
}

/** Assignments among these for which somebody has handed in work (TCH-19). */
export async function listAssignmentsWithWork(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('student_work')
    .select('assignment_id')
    .distinct()
    .where('assignment_id', 'in', ids)
    .where('attempts_count', '>', 0)
    .execute();
  return new Set(rows.map(({ assignment_id }) => assignment_id));
}

/** What of a course could be added to a module, by title: with how often it is in one already. */
export async function listTargets(tx: Transaction, courseId: string, q: string | undefined) {
  const pattern = containing(q ?? '');
  const assignments = tx
    .selectFrom('assignments as target')
    .select(['target.id', 'target.title'])
    .where('target.course_id', '=', courseId)
    .where('target.state', '<>', 'deleted')
    .where('target.title', 'ilike', pattern)
    .orderBy('target.position')
    .limit(50)
    .execute();
  const pages = tx
    .selectFrom('course_pages as target')
    .select(['target.id', 'target.title'])
    .where('target.course_id', '=', courseId)
    .where('target.deleted_at', 'is', null)
    .where('target.title', 'ilike', pattern)
    .orderBy('target.title')
    .limit(50)
    .execute();
  const used = tx
    .selectFrom('module_items as item')
    .select((eb) => [
      eb.fn
        .coalesce('item.assignment_id', 'item.page_id', 'item.lesson_plan_id', 'item.resource_id')
        .as('id'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('item.course_id', '=', courseId)
    .where('item.deleted_at', 'is', null)
    .groupBy((eb) =>
      eb.fn.coalesce('item.assignment_id', 'item.page_id', 'item.lesson_plan_id', 'item.resource_id'),
    )
    .execute();
  const [foundAssignments, foundPages, lessons, resources, counts] = await Promise.all([
    assignments,
    pages,
    listLessonTargets(tx, courseId, pattern),
    listResourceTargets(tx, courseId, pattern),
    used,
  ]);
  return { assignments: foundAssignments, pages: foundPages, lessons, resources, counts };
}

/** Lessons of the units that are placed on the course or stand behind one of its modules. */
function listLessonTargets(tx: Transaction, courseId: string, pattern: string) {
  return tx
    .selectFrom('plans as target')
    .select(['target.id', 'target.title'])
    .where('target.kind', '=', 'lesson')
    .where('target.deleted_at', 'is', null)
    .where('target.title', 'ilike', pattern)
    .where((eb) =>
      eb.or([
        eb(
          'target.unit_plan_id',
          'in',
          eb
            .selectFrom('unit_placements as placement')
            .select('placement.unit_plan_id')
            .where('placement.course_id', '=', courseId)
            .where('placement.deleted_at', 'is', null),
        ),
        eb(
          'target.unit_plan_id',
          'in',
          eb
            .selectFrom('modules as module')
            .select('module.unit_plan_id')
            .where('module.course_id', '=', courseId)
            .where('module.unit_plan_id', 'is not', null)
            .where('module.deleted_at', 'is', null)
            .$castTo<{ unit_plan_id: string }>(),
        ),
      ]),
    )
    .orderBy('target.title')
    .limit(50)
    .execute();
}

/** Files and links of those units and their lessons that students may have. */
function listResourceTargets(tx: Transaction, courseId: string, pattern: string) {
  return tx
    .selectFrom('resources as target')
    .select(['target.id', 'target.title', 'target.kind'])
    .where('target.deleted_at', 'is', null)
    .where('target.title', 'ilike', pattern)
    .where((eb) =>
      eb(
        'target.id',
        'in',
        eb
          .selectFrom('resource_attachments as attached')
          .innerJoin('plans as plan', 'plan.id', 'attached.target_id')
          .innerJoin('unit_placements as placement', (join) =>
            join.on((on) =>
              on.or([
                on('placement.unit_plan_id', '=', on.ref('plan.id')),
                on('placement.unit_plan_id', '=', on.ref('plan.unit_plan_id')),
              ]),
            ),
          )
          .select('attached.resource_id')
          .where('attached.audience', '=', 'student')
          .where('placement.course_id', '=', courseId)
          .where('placement.deleted_at', 'is', null),
      ),
    )
    .orderBy('target.title')
    .limit(50)
    .execute();
}

/** Which of these assignments and pages are of the course. */
export async function listKnownTargets(
  tx: Transaction,
  courseId: string,
  ids: { assignment: string[]; page: string[] },
): Promise<Set<string>> {
  const nothing = Promise.resolve([] as { id: string }[]);
  const assignments = tx
    .selectFrom('assignments')
    .select('id')
    .where('course_id', '=', courseId)
    .where('state', '<>', 'deleted');
  const pages = tx
    .selectFrom('course_pages')
    .select('id')
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null);
  const found = await Promise.all([
    ids.assignment.length > 0 ? assignments.where('id', 'in', ids.assignment).execute() : nothing,
    ids.page.length > 0 ? pages.where('id', 'in', ids.page).execute() : nothing,
  ]);
  return new Set(found.flat().map(({ id }) => id));
}
