import type { Capability } from '@k12/contracts';
import type { AssistantRight } from '@k12/contracts/teaching/enrollments';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { type CourseRow, isOpenCourse } from '../courses/course-access.service.ts';
import {
  requireWholeCourse,
  scopeIn,
  selectTaughtCourse,
  type TeachingScope,
} from '../courses/teaching-scope.service.ts';
import type { AssignmentRights } from './assignments.policy.ts';
import * as queries from './assignments.queries.ts';

export type { AssignmentRow } from './assignments.queries.ts';

export interface TaughtAssignment {
  assignment: queries.AssignmentRow;
  course: CourseRow;
  scope: TeachingScope;
}

/**
 * For other features: an assignment as its staff reach it, with its course and which students count. 404 to who has no
 * relation to the course, 403 to who has one without the right. Deleted ones are there for restoring only.
 */
export async function selectTaughtAssignment(
  tx: Transaction,
  context: Context,
  id: string,
  capability: Capability,
  right: AssistantRight,
): Promise<TaughtAssignment> {
  const assignment = await queries.selectOptionalAssignment(tx, id);
  if (!assignment) throw new Problem('not_found');
  const taught = await selectTaughtCourse(tx, context, assignment.course_id, capability, right);
  return { assignment, ...taught };
}

interface ForChange {
  /** The caller changes nothing outside the sections of the scope: those limited to some may, too (TCH-12). */
  keeps_to_scope?: boolean;
}

/** The same for a change of the assignment: the course and its year still take changes. */
export async function selectAssignmentForChange(
  tx: Transaction,
  context: Context,
  id: string,
  options: ForChange & { deleted?: boolean } = {},
): Promise<TaughtAssignment> {
  const taught = await selectTaughtAssignment(tx, context, id, 'assignments.write', 'edit_content');
  if (!options.keeps_to_scope) requireWholeCourse(taught.scope, 'assignments.write');
  if ((taught.assignment.state === 'deleted') !== (options.deleted ?? false)) throw new Problem('not_found');
  await requireOpen(tx, taught.course);
  return taught;
}

/** A course whose assignments, dates, groups and categories may change now. */
export async function selectCourseForChange(
  tx: Transaction,
  context: Context,
  id: string,
  options: ForChange = {},
) {
  const taught = await selectTaughtCourse(tx, context, id, 'assignments.write', 'edit_content');
  if (!options.keeps_to_scope) requireWholeCourse(taught.scope, 'assignments.write');
  await requireOpen(tx, taught.course);
  return taught;
}

async function requireOpen(tx: Transaction, course: CourseRow): Promise<void> {
  authorize(isOpenCourse(course), 'assignments.write');
  await selectOpenYear(tx, course.academic_year_id);
}

/** What `can` of the assignments of a course stands on. */
export async function rightsIn(
  tx: Transaction,
  context: Context,
  course: CourseRow,
): Promise<AssignmentRights> {
  const scope = await scopeIn(tx, context, course, 'assignments.write', 'edit_content');
  return { is_open: isOpenCourse(course), may_write: scope?.section_ids === null };
}
