import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export type FactRow = Awaited<ReturnType<typeof listFacts>>[number];

/** What students did with items, one row for each pair; unposted grades do not appear in it. */
export function listFacts(
  tx: Transaction,
  by: { course_id?: string; module_ids?: readonly string[]; item_ids?: readonly string[] },
  studentIds: readonly string[],
) {
  if (studentIds.length === 0) return Promise.resolve([]);
  let rows = tx
    .selectFrom('module_items as item')
    .innerJoin('users as person', (join) => join.on('person.id', 'in', [...studentIds]))
    .leftJoin('module_item_completions as mark', (join) =>
      join.onRef('mark.module_item_id', '=', 'item.id').onRef('mark.student_id', '=', 'person.id'),
    )
    .leftJoin('assignments as assignment', 'assignment.id', 'item.assignment_id')
    .leftJoin('student_work as work', (join) =>
      join.onRef('work.assignment_id', '=', 'item.assignment_id').onRef('work.student_id', '=', 'person.id'),
    )
    .select((eb) => [
      'item.id as item_id',
      'person.id as student_id',
      'item.completion_rule',
      'mark.opened_at',
      'mark.marked_done_at',
      'mark.override_state',
      eb.fn.coalesce('mark.has_passed', eb.lit(false)).as('has_passed'),
      'work.submission_state',
      'work.due_at',
      eb
        .case()
        .when('work.posted_at', 'is not', null)
        .then(eb.ref('work.grade_state'))
        .end()
        .as('posted_state'),
      sql<boolean>`coalesce(${sql.ref('work.posted_at')} is not null and ${sql.ref('work.grade_state')} = 'graded'
        and ${sql.ref('work.effective_score')} * 100 >=
          coalesce(${sql.ref('item.completion_minimum')}, 0) * ${sql.ref('assignment.points_possible')}, false)`.as(
        'has_posted_score',
      ),
      eb
        .case()
        .when('item.assignment_id', 'is', null)
        .then(true)
        .else(
          eb.and([
            eb('assignment.state', 'in', ['published', 'closed']),
            eb.fn.coalesce('work.is_assigned', eb.lit(false)),
          ]),
        )
        .end()
        .as('is_theirs'),
    ])
    .where('item.deleted_at', 'is', null);
  if (by.course_id) rows = rows.where('item.course_id', '=', by.course_id);
  if (by.module_ids) rows = rows.where('item.module_id', 'in', [...by.module_ids]);
  if (by.item_ids) rows = rows.where('item.id', 'in', [...by.item_ids]);
  return rows.execute();
}

/** Students of a course with the sections they are in, by name. */
export function listStudents(tx: Transaction, courseId: string, sectionIds: readonly string[] | null = null) {
  let rows = tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .select((eb) => [
      'person.id',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
      eb.fn.agg<string[]>('array_agg', ['section.id']).as('section_ids'),
    ])
    .where('section.course_id', '=', courseId)
    .where('member.role', '=', 'student')
    .where('member.state', 'in', ['active', 'completed'])
    .groupBy(['person.id', 'person.given_name', 'person.family_name', 'person.preferred_name'])
    .groupBy('person.sort_name')
    .orderBy('person.sort_name')
    .orderBy('person.id');
  if (sectionIds?.length === 0) return Promise.resolve([]);
  if (sectionIds) rows = rows.where('section.id', 'in', [...sectionIds]);
  return rows.execute();
}

/** Who has opened something that comes behind an item: in its module, or in a module that waits for it. */
export async function listStudentsBeyond(tx: Transaction, itemId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('module_items as item')
    .innerJoin('module_items as later', 'later.course_id', 'item.course_id')
    .innerJoin('module_item_completions as mark', 'mark.module_item_id', 'later.id')
    .select('mark.student_id')
    .distinct()
    .where('item.id', '=', itemId)
    .where('mark.opened_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('later.module_id', '=', eb.ref('item.module_id')),
          eb('later.position', '>', eb.ref('item.position')),
        ]),
        eb.exists(
          eb
            .selectFrom('module_prerequisites as needed')
            .select('needed.module_id')
            .whereRef('needed.module_id', '=', 'later.module_id')
            .whereRef('needed.required_module_id', '=', 'item.module_id'),
        ),
      ]),
    )
    .execute();
  return rows.map(({ student_id }) => student_id);
}

export interface Mark {
  opened_at?: string;
  marked_done_at?: string | null;
  override_state?: 'done' | 'not_started' | null;
  override_by?: string | null;
  override_at?: string | null;
  has_passed?: boolean;
}

/** The same mark for one item and several students, in one statement. */
export async function putMarks(
  tx: Transaction,
  itemId: string,
  studentIds: readonly string[],
  mark: Mark,
): Promise<void> {
  if (studentIds.length === 0) return;
  await tx
    .insertInto('module_item_completions')
    .values(studentIds.map((student_id) => ({ module_item_id: itemId, student_id, ...mark })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'module_item_id', 'student_id']).doUpdateSet(mark),
    )
    .execute();
}

/** The first opening counts. */
export async function recordOpened(tx: Transaction, itemId: string, studentId: string, at: string) {
  await tx
    .insertInto('module_item_completions')
    .values({ module_item_id: itemId, student_id: studentId, opened_at: at })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'module_item_id', 'student_id']).doUpdateSet((eb) => ({
        opened_at: eb.fn.coalesce('module_item_completions.opened_at', 'excluded.opened_at'),
      })),
    )
    .execute();
}

export async function clearPassed(tx: Transaction, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await tx
    .updateTable('module_item_completions')
    .set({ has_passed: false })
    .where('module_item_id', 'in', itemIds)
    .execute();
}

export function selectPage(tx: Transaction, id: string) {
  return tx.selectFrom('course_pages').select(['title', 'body']).where('id', '=', id).executeTakeFirst();
}

/** What a lesson or an item gives students to take along. */
export function listStudentResources(tx: Transaction, by: { lesson_id: string } | { resource_id: string }) {
  const rows = tx
    .selectFrom('resources as resource')
    .select(['resource.id', 'resource.title', 'resource.kind', 'resource.url'])
    .where('resource.deleted_at', 'is', null)
    .orderBy('resource.title');
  if ('resource_id' in by) return rows.where('resource.id', '=', by.resource_id).execute();
  return rows
    .where((eb) =>
      eb(
        'resource.id',
        'in',
        eb
          .selectFrom('resource_attachments as attached')
          .select('attached.resource_id')
          .where('attached.target_id', '=', by.lesson_id)
          .where('attached.target_type', '=', 'lesson_plan')
          .where('attached.audience', '=', 'student'),
      ),
    )
    .execute();
}

/** Most work stands in no module, or in one without locks: one look tells. */
export async function isInModule(tx: Transaction, assignmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('module_items')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('state', '=', 'published')
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
