import type { Capability } from '@k12/contracts';
import type { AssistantRight } from '@k12/contracts/teaching/enrollments';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { selectReadableCourse } from '../courses/course-access.service.ts';
import { scopeIn } from '../courses/teaching-scope.service.ts';
import { type OwnWork, selectWorkOf } from './own-work.service.ts';
import * as queries from './submissions.queries.ts';

export interface FoundSubmission extends Omit<OwnWork, 'is_enrolled' | 'submission'> {
  submission: queries.SubmissionRow;
  /** Staff of the course; otherwise the student, a member of the group or a guardian. */
  is_staff: boolean;
}

/**
 * A submission as staff in whose sections it lies, or as one of those it belongs to at this moment: who left the group
 * or the course, or never belonged there, finds nothing (TCH-12, TCH-64).
 */
export async function selectReadableSubmission(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<FoundSubmission> {
  const found = await selectFound(tx, id);
  const { course_id, assignment_id } = found.submission;
  const course = await selectReadableCourse(tx, context, course_id, 'submissions.read');
  const owners = found.cells.student_ids;
  const scope = await scopeIn(tx, context, course, 'submissions.read', 'see_grades');
  if (scope) {
    const seen = await queries.listStudentsInScope(tx, assignment_id, owners, scope.section_ids);
    if (seen.length === 0) throw new Problem('not_found');
    return { ...found, is_staff: true };
  }
  const own = [context.actor.user_id, ...(await linkedStudentIds(tx, context))];
  if (!owners.some((owner) => own.includes(owner))) throw new Problem('not_found');
  return { ...found, is_staff: false };
}

/** The same for a change by staff; students know the record and get 403. */
export async function selectTaughtSubmission(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<FoundSubmission> {
  const found = await selectFound(tx, id);
  const { assignment_id } = found.submission;
  await requireScope(tx, context, found.submission.course_id, assignment_id, found.cells.student_ids);
  return { ...found, is_staff: true };
}

/** Staff with this right for at least one of these students. */
export async function requireScope(
  tx: Transaction,
  context: Context,
  courseId: string,
  assignmentId: string,
  studentIds: readonly string[],
  [capability, right]: [Capability, AssistantRight] = ['submissions.grade', 'enter_grades'],
): Promise<string[]> {
  const course = await selectReadableCourse(tx, context, courseId);
  const scope = await scopeIn(tx, context, course, capability, right);
  authorize(scope !== null, capability);
  const seen = await queries.listStudentsInScope(tx, assignmentId, studentIds, scope.section_ids);
  if (seen.length === 0) throw new Problem('not_found');
  return seen;
}

async function selectFound(tx: Transaction, id: string): Promise<Omit<FoundSubmission, 'is_staff'>> {
  const row = await queries.selectOptionalSubmissionById(tx, id);
  if (!row) throw new Problem('not_found');
  const owner = { student_id: row.student_id, group_id: row.group_id };
  const members = row.group_id ? await queries.listGroupMembers(tx, row.group_id) : [];
  const [student] = row.student_id ? [row.student_id] : members.map((member) => member.id);
  const work = student ? await queries.selectOptionalWork(tx, row.assignment_id, student) : undefined;
  if (!work) throw new Problem('not_found');
  const submission = await queries.selectOptionalSubmission(tx, row.assignment_id, owner);
  if (!submission) throw new Problem('not_found');
  const student_ids = row.student_id ? [row.student_id] : members.map((member) => member.id);
  const group = row.group_id ? ((await selectWorkOf(tx, work)).group ?? null) : null;
  return {
    work,
    owner,
    group,
    members,
    submission,
    cells: { assignment_id: row.assignment_id, student_ids },
  };
}
