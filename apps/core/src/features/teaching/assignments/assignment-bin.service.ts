import type { Assignment, AssignmentUsage } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { isGone } from '../bin/bin.rules.ts';
import { coursePeriods } from '../grading-periods/period-locks.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import { selectAssignmentForChange, type TaughtAssignment } from './assignment-access.service.ts';
import { auditAssignment } from './assignment-log.service.ts';
import * as queries from './assignments.queries.ts';
import { presentAssignment } from './present-assignment.service.ts';

/** With grades it needs a second yes, which is told how many students and totals it touches (TCH-45). */
export async function deleteAssignment(
  context: Context,
  id: string,
  isConfirmed: boolean,
): Promise<AssignmentUsage> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id);
    const { assignment, course } = taught;
    const usage = await queries.selectUsage(tx, id);
    if (usage.students_with_grades > 0 && !isConfirmed) {
      throw new Problem('assignment.has_grades', { context: { ...usage } });
    }
    await requireMovable(tx, context, taught);
    const now = context.platform.clock.now().toISOString();
    await queries.updateAssignment(tx, id, null, {
      state: 'deleted',
      state_before_deletion: assignment.state,
      deleted_at: now,
      deleted_by: context.actor.user_id,
      updated_at: now,
    });
    await followCourse(tx, context, course.id);
    await auditAssignment(tx, context, 'assignment.deleted', { id, course, changes: { ...usage } });
    await publishEvent(tx, context, 'assignment.deleted', { assignment_id: id, course_id: course.id });
    return usage;
  });
}

/** Back in its place, with grades, order, dates and comments as they were. */
export async function restoreAssignment(context: Context, id: string): Promise<Assignment> {
  return context.withTenant(async (tx) => {
    const taught = await selectAssignmentForChange(tx, context, id, { deleted: true });
    const { assignment, course } = taught;
    const now = context.platform.clock.now();
    if (isGone(assignment.deleted_at, now)) throw new Problem('gone');
    await requireMovable(tx, context, taught);
    await queries.updateAssignment(tx, id, null, {
      state: (assignment.state_before_deletion ?? 'draft') as Assignment['state'],
      state_before_deletion: null,
      deleted_at: null,
      deleted_by: null,
      updated_at: now.toISOString(),
    });
    await refreshWork(tx, context, { course_id: course.id, assignment_ids: [id] });
    await followCourse(tx, context, course.id);
    await auditAssignment(tx, context, 'assignment.restored', { id, course });
    return presentAssignment(tx, context, id, taught);
  });
}

/** Grades in a locked period hold their assignment where it is (TCH-121). */
export async function requireMovable(
  tx: Transaction,
  context: Context,
  { assignment, course }: TaughtAssignment,
): Promise<void> {
  const periods = await coursePeriods(tx, context, course);
  if (periods.periods.length === 0) return;
  const { grading_period_id: assigned_period_id, published_at } = assignment;
  const cells = await queries.listGradedCells(tx, assignment.id);
  const isHeld = cells.some(({ due_at, student_id }) =>
    periods.isLocked({ assigned_period_id, due_at, published_at }, student_id),
  );
  if (isHeld) throw new Problem('period_locked');
}
