import type { Assignment } from '@k12/contracts/teaching/assignments';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { courseTimeZone, loadDateLines } from '../assignment-dates/date-lines.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import type { TeachingScope } from '../courses/teaching-scope.service.ts';
import { rightsIn } from './assignment-access.service.ts';
import * as policy from './assignments.policy.ts';
import * as queries from './assignments.queries.ts';

/** Dates, counts and rights of all rows at once. */
export async function presentAssignments(
  tx: Transaction,
  context: Context,
  { course, scope }: { course: CourseRow; scope: TeachingScope },
  rows: readonly queries.AssignmentRow[],
): Promise<Assignment[]> {
  const ids = rows.map(({ id }) => id);
  const rights = await rightsIn(tx, context, course);
  const [lines, counts, time_zone] = await Promise.all([
    loadDateLines(tx, ids),
    queries.countWork(tx, ids, scope.section_ids),
    courseTimeZone(tx, course.id),
  ]);
  const { due_time } = courseSettings(course);
  return rows.map((row) => {
    const own = lines.get(row.id) ?? [];
    const count = counts.find(({ assignment_id }) => assignment_id === row.id);
    return {
      ...row,
      state: row.state as Assignment['state'],
      instructions: row.instructions as Assignment['instructions'],
      own_late_policy: row.own_late_policy as Assignment['own_late_policy'],
      submission_types: row.submission_types as Assignment['submission_types'],
      everyone: own.find(({ target }) => target === 'everyone') ?? null,
      own_dates_count: own.filter(({ target }) => target !== 'everyone').length,
      assigned_count: Number(count?.assigned ?? 0),
      submitted_count: Number(count?.submitted ?? 0),
      graded_count: Number(count?.graded ?? 0),
      to_grade_count: Number(count?.to_grade ?? 0),
      time_zone,
      due_time,
      can: {
        update: policy.canUpdateAssignment(rights, row),
        publish: policy.canPublishAssignment(rights, row),
        close: policy.canCloseAssignment(rights, row),
        delete: policy.canUpdateAssignment(rights, row),
        restore: policy.canRestoreAssignment(rights, row),
      },
    } satisfies Assignment;
  });
}

export async function presentAssignment(
  tx: Transaction,
  context: Context,
  id: string,
  place: { course: CourseRow; scope: TeachingScope },
): Promise<Assignment> {
  const rows = await queries.listAssignmentsOfIds(tx, [id]);
  const [shown] = await presentAssignments(tx, context, place, rows);
  return shown as Assignment;
}
