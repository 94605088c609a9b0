import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { listActiveStudents } from '../courses/enrolled-student.service.ts';

interface Assignment {
  id: string;
  course_id: string;
  title: string;
}

/** That there is something to read, not what: the words stay where the student signs in. */
export async function tellStudent(
  tx: Transaction,
  context: Context,
  assignment: Assignment,
  studentId: string,
  commentId: string,
): Promise<void> {
  await notify(tx, context, {
    user_ids: await listActiveStudents(tx, assignment.course_id, [studentId]),
    kind: 'feedback.commented',
    subject: { type: 'feedback_comment', id: commentId },
    details: { title: assignment.title },
    link: `/learn/courses/${assignment.course_id}/assignments/${assignment.id}`,
  });
}

/** A reply reaches whoever spoke before. */
export async function tellCommenters(
  tx: Transaction,
  context: Context,
  assignment: Assignment,
  to: { user_ids: readonly string[]; student_id: string; is_anonymous: boolean; shown_id: string },
): Promise<void> {
  if (to.user_ids.length === 0) return;
  await notify(tx, context, {
    user_ids: to.user_ids,
    kind: 'feedback.replied',
    subject: { type: 'assignment', id: assignment.id },
    details: { title: assignment.title, name: to.is_anonymous ? null : context.actor.display_name },
    link: `/teach/courses/${assignment.course_id}/assignments/${assignment.id}/grade/${to.shown_id}`,
  });
}
