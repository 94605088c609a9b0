import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { listItems } from '../module-items/module-items-records.service.ts';
import { completionOf } from './completion.rules.ts';
import * as queries from './module-progress.queries.ts';

/**
 * To be called before the rule of items changes. Everyone's state follows from the rule at every reading, so a new one
 * counts at once for all; what must be kept is who was past the item, so that nothing open to them closes (TCH-23).
 */
export async function keepPassed(
  tx: Transaction,
  _context: Context,
  itemIds: readonly string[],
  { locks_again }: { locks_again: boolean },
): Promise<void> {
  if (locks_again) return queries.clearPassed(tx, itemIds);
  const items = await listItems(tx, { ids: [...itemIds] });
  const [courseId] = items.map(({ course_id }) => course_id);
  if (!courseId) return;
  const students = await queries.listStudents(tx, courseId);
  const facts = await queries.listFacts(
    tx,
    { item_ids: itemIds },
    students.map(({ id }) => id),
  );
  for (const item of items) {
    const passed =
      item.completion_rule === 'none'
        ? await queries.listStudentsBeyond(tx, item.id)
        : facts
            .filter((row) => row.item_id === item.id && completionOf(row).state === 'done')
            .map(({ student_id }) => student_id);
    await queries.putMarks(tx, item.id, passed, { has_passed: true });
  }
}
