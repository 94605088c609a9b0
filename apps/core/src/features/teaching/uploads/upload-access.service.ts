import type { Transaction } from '@k12/db';
import { holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectTaughtAssignment } from '../assignments/assignment-access.service.ts';
import { blockOfWork, selectOwnWork } from '../submissions/own-work.service.ts';
import { isAllowedType } from '../submissions/submissions.rules.ts';

/** Asked before the first byte: the student of this work while it is open, or staff who hand in for a student (TCH-63). */
export async function requireMayUploadWork(
  tx: Transaction,
  context: Context,
  assignmentId: string,
  name: string,
): Promise<void> {
  if (!holds(context.actor, 'submissions.create')) {
    await selectTaughtAssignment(tx, context, assignmentId, 'submissions.grade', 'enter_grades');
    return;
  }
  const own = await selectOwnWork(tx, context, assignmentId);
  const block = blockOfWork(own, context.platform.clock.now().toISOString());
  if (block === 'not_yet_available' || block === 'closed') throw new Problem(block);
  if (block === 'course_over' || block === 'nothing_to_submit') throw new Problem('conflict');
  if (!own.work.submission_types.includes('file')) throw new Problem('conflict');
  if (!isAllowedType(name, own.work.allowed_file_types)) {
    throw invalid('/name', 'type_not_accepted', 'This kind of file is not accepted for this work.');
  }
}
