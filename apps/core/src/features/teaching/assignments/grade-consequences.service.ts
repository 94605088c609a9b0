import type { AssignmentUpdate } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import { scaledScore } from '@k12/grading/curve';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import type { TaughtAssignment } from './assignment-access.service.ts';
import { requireMovable } from './assignment-bin.service.ts';
import * as queries from './assignments.queries.ts';
import { differs } from './grade-consequences.rules.ts';

type Changes = Partial<Omit<AssignmentUpdate, 'scores' | 'lock_version'>>;

/** What a total is calculated from. */
const calculated = [
  'points_possible',
  'grading_type',
  'category_id',
  'is_extra_credit',
  'counts_toward_total',
  'is_never_dropped',
  'grading_period_id',
  'late_policy',
  'own_late_policy',
  'has_automatic_labels',
] as const;

/** Points and grading type ask first once there are grades; received work stays valid; locked periods hold (TCH-44). */
export async function requireAllowedChange(
  tx: Transaction,
  context: Context,
  taught: TaughtAssignment,
  changes: Changes,
  scores: 'keep' | 'scale' | undefined,
): Promise<void> {
  const { assignment } = taught;
  if (changes.submission_types) await requireReceived(tx, assignment.id, changes.submission_types);
  const moves = calculated.some((field) => differs(assignment, changes, field));
  if (!moves) return;
  await requireMovable(tx, context, taught);
  const asks =
    differs(assignment, changes, 'points_possible') || differs(assignment, changes, 'grading_type');
  if (!asks || scores) return;
  const usage = await queries.selectUsage(tx, assignment.id);
  if (usage.students_with_grades > 0)
    throw new Problem('assignment.scores_choice', { context: { ...usage } });
}

async function requireReceived(tx: Transaction, id: string, types: readonly string[]): Promise<void> {
  const received = await queries.selectReceivedKinds(tx, id);
  const lost = (Object.keys(received) as (keyof typeof received)[]).filter(
    (kind) => received[kind] > 0 && !types.includes(kind),
  );
  if (lost.length > 0)
    throw new Problem('assignment.received_work', { context: { submission_types: lost.join(' ') } });
}

interface Changed {
  before: queries.AssignmentRow;
  course: CourseRow;
  changes: Changes;
  scores: 'keep' | 'scale' | undefined;
}

/** Grades, dates and totals follow what was changed. */
export async function followChange(
  tx: Transaction,
  context: Context,
  { before, course, changes, scores }: Changed,
): Promise<void> {
  if (differs(before, changes, 'group_set_id')) {
    await refreshWork(tx, context, { course_id: course.id, assignment_ids: [before.id] });
  }
  if (!calculated.some((field) => differs(before, changes, field))) return;
  const points = changes.points_possible ?? before.points_possible;
  const isScaled = scores === 'scale' && differs(before, changes, 'points_possible');
  const cells = (await queries.listGradedCells(tx, before.id)).map(
    ({ assignment_id, student_id, entered_score }) => ({
      assignment_id,
      student_id,
      grade_version: null,
      ...(isScaled &&
        entered_score !== null && { score: scaledScore(entered_score, before.points_possible, points) }),
    }),
  );
  await writeGrades(tx, context, {
    course,
    source: 'typed',
    cells,
    ...(isScaled && { change_set: { action: 'scale', summary: { assignment_id: before.id, points } } }),
  });
  await followCourse(tx, context, course.id);
}
