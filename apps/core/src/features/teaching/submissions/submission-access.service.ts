import type { Capability } from '@k12/contracts';
import type { AssistantRight } from '@k12/contracts/teaching/enrollments';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { linkedStudentIds } from '../../identity/guardian-links/linked-students.service.ts';
import { isOpenCourse, selectReadableCourse } from '../courses/course-access.service.ts';
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
    return { ...found, work: await workOfOne(tx, found, seen), is_staff: true };
  }
  const own = [context.actor.user_id, ...(await linkedStudentIds(tx, context))];
  const theirs = own.filter((id) => id !== null && owners.includes(id)) as string[];
  return { ...found, work: await workOfOne(tx, found, theirs), is_staff: false };
}

/** Of a group's submission each reads the dates of a student who is theirs: another's name and extra time are not (TCH-64). */
async function workOfOne(
  tx: Transaction,
  { work, submission }: Pick<FoundSubmission, 'work' | 'submission'>,
  [student]: readonly string[],
): Promise<FoundSubmission['work']> {
  const own = student && (await queries.selectOptionalWork(tx, submission.assignment_id, student));
  if (!own) throw new Problem('not_found');
  return own.student_id === work.student_id ? work : own;
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
  // Only changes come here: an archived course takes none (TCH-04).
  authorize(scope !== null && isOpenCourse(course), capability);
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
