import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';

interface News {
  kind: 'assignment.reopened' | 'assignment.due_changed';
  user_ids: readonly string[];
  assignment: { id: string; title: string };
  course_id: string;
}

/** Tells students what changed about work they have. */
export async function tellStudents(
  tx: Transaction,
  context: Context,
  { kind, user_ids, assignment, course_id }: News,
): Promise<void> {
  if (user_ids.length === 0) return;
  await notify(tx, context, {
    user_ids: await listActiveStudents(tx, course_id, user_ids),
    kind,
    subject: { type: 'assignment', id: assignment.id },
    details: { title: assignment.title },
    link: `/learn/courses/${course_id}/assignments/${assignment.id}`,
  });
}
