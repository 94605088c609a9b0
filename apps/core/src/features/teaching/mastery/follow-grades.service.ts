import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { listChangedAssignments } from './evidence.queries.ts';
import { gatherEvidence } from './gather.service.ts';
import { selectOptionalCourse } from './mastery.queries.ts';

/** Null: all work of the course. A course that was deleted meanwhile has no mastery to follow. */
export async function gatherOfCourse(
  tx: Transaction,
  context: Context,
  courseId: string,
  assignmentIds: string[] | null,
): Promise<void> {
  const course = await selectOptionalCourse(tx, courseId);
  if (course) await gatherEvidence(tx, context, course, assignmentIds);
}

/** Whatever work of the course was graded anew since then. */
export async function gatherChanged(
  tx: Transaction,
  context: Context,
  courseId: string,
  since: string,
): Promise<void> {
  const changed = await listChangedAssignments(tx, courseId, since);
  if (changed.length > 0) await gatherOfCourse(tx, context, courseId, changed);
}
