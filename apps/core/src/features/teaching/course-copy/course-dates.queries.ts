import type { Transaction } from '@k12/db';

/** Every date of a course that its teachers set, by record. */
export async function listCourseDates(tx: Transaction, courseId: string) {
  const [lines, assignments, modules, items] = await Promise.all([
    tx
      .selectFrom('assignment_dates as line')
      .innerJoin('assignments as assignment', 'assignment.id', 'line.assignment_id')
      .select([
        'line.id',
        'assignment.title',
        'assignment.grading_period_id',
        'assignment.published_at',
        'line.available_from_at',
        'line.due_at',
        'line.due_rule',
        'line.available_until_at',
      ])
      .where('assignment.course_id', '=', courseId)
      .where('assignment.state', '<>', 'deleted')
      .orderBy('assignment.position')
      .orderBy('line.id')
      .execute(),
    tx
      .selectFrom('assignments')
      .select(['id', 'title', 'publish_at', 'post_at'])
      .where('course_id', '=', courseId)
      .where('state', '<>', 'deleted')
      .orderBy('position')
      .execute(),
    tx
      .selectFrom('modules')
      .select(['id', 'title', 'publish_at', 'unlock_at', 'starts_on', 'ends_on'])
      .where('course_id', '=', courseId)
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .execute(),
    tx
      .selectFrom('module_items')
      .select(['id', 'title', 'publish_at', 'planned_on'])
      .where('course_id', '=', courseId)
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .execute(),
  ]);
  return { lines, assignments, modules, items };
}

export type DatedTable = 'assignment_dates' | 'assignments' | 'modules' | 'module_items';

/** All new dates of one record at once, so that their order among each other holds. */
export async function updateDates(
  tx: Transaction,
  table: DatedTable,
  id: string,
  fields: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable(table)
    .set(fields as never)
    .where('id', '=', id)
    .execute();
}

export async function selectDates(tx: Transaction, table: DatedTable, id: string) {
  const row = await tx.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
  return row as Record<string, unknown> | undefined;
}
