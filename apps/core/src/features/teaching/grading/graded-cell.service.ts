import type { Capability } from '@k12/contracts';
import type { AssistantRight } from '@k12/contracts/teaching/enrollments';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { type AssignmentRow, selectTaughtAssignment } from '../assignments/assignment-access.service.ts';
import { type CourseRow, isOpenCourse } from '../courses/course-access.service.ts';
import type { TeachingScope } from '../courses/teaching-scope.service.ts';
import { aliasOf, hidesNames } from './anonymity.rules.ts';
import * as queries from './grading.queries.ts';

export interface GradedAssignment {
  assignment: AssignmentRow;
  course: CourseRow;
  scope: TeachingScope;
  is_anonymous: boolean;
}

export interface GradedCell extends GradedAssignment {
  cell: queries.GradedCellRow;
  /** What the caller knows the student by: the id, or the alias while names are hidden. */
  shown_id: string;
}

/** An assignment whose work the caller may read or grade; drafts have no work, deleted ones are not there. */
export async function selectGradedAssignment(
  tx: Transaction,
  context: Context,
  id: string,
  capability: Capability = 'submissions.read',
  right: AssistantRight = 'see_grades',
): Promise<GradedAssignment> {
  const taught = await selectTaughtAssignment(tx, context, id, capability, right);
  if (taught.assignment.state === 'deleted') throw new Problem('not_found');
  // Whatever is more than reading ends with the course (TCH-04).
  if (capability !== 'submissions.read') authorize(isOpenCourse(taught.course), capability);
  return { ...taught, is_anonymous: hidesNames(taught.assignment) };
}

export async function selectGradedCell(
  tx: Transaction,
  context: Context,
  params: { id: string; student_id: string },
  capability: Capability = 'submissions.read',
  right: AssistantRight = 'see_grades',
): Promise<GradedCell> {
  const graded = await selectGradedAssignment(tx, context, params.id, capability, right);
  const studentId = await studentBehind(tx, context, graded, params.student_id);
  const { section_ids } = graded.scope;
  const cell = await queries.selectGradedCell(tx, params.id, studentId, section_ids);
  return { ...graded, cell, shown_id: params.student_id };
}

/** While names are hidden only the alias leads to a work, so that no class list tells whose it is (TCH-78). */
export async function studentBehind(
  tx: Transaction,
  context: Context,
  { assignment, is_anonymous }: Pick<GradedAssignment, 'assignment' | 'is_anonymous'>,
  given: string,
): Promise<string> {
  if (!is_anonymous) return given;
  const ids = await queries.listStudentIds(tx, assignment.id);
  const found = ids.find((id) => shownId(context, assignment.id, true, id) === given);
  if (!found) throw new Problem('not_found');
  return found;
}

export function shownId(
  { platform }: Context,
  assignmentId: string,
  isAnonymous: boolean,
  studentId: string,
): string {
  return isAnonymous ? aliasOf(platform.config.APP_SECRET_KEY, assignmentId, studentId) : studentId;
}

export function ownUserId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
