import type { Transaction } from '@k12/db';
import { holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';

export interface Learner {
  student_id: string;
  /** The caller is this student; otherwise a guardian. */
  is_own: boolean;
}

/** A student reads their own things, a guardian those of a linked child; nobody else knows that there are any. */
export async function selectLearner(tx: Transaction, context: Context, studentId: string): Promise<Learner> {
  const { user_id, roles } = context.actor;
  if (studentId === user_id && roles.includes('student') && holds(context.actor, 'submissions.create')) {
    return { student_id: studentId, is_own: true };
  }
  const linked = await linkedStudentIds(tx, context);
  if (!linked.includes(studentId)) throw new Problem('not_found');
  return { student_id: studentId, is_own: false };
}
