import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { type ChangedWork, refreshWork } from '../student-work/work-dates.service.ts';
import { tellOfDates } from './assignment-dates.service.ts';
import { tellStudents } from './date-news.service.ts';
import * as queries from './dates-follow.queries.ts';

/** Who comes, returns or moves gets the work of the course as it stands; who leaves keeps what they have. */
export async function followEnrollment(
  tx: Transaction,
  context: Context,
  enrollmentId: string,
): Promise<void> {
  const enrollment = await queries.selectEnrollment(tx, enrollmentId);
  if (enrollment?.role !== 'student') return;
  await refreshWork(tx, context, { course_id: enrollment.course_id, student_ids: [enrollment.user_id] });
}

/** Many came at once: what is there for all is brought up to date for all. */
export async function followEnrollments(tx: Transaction, context: Context, courseId: string): Promise<void> {
  await refreshWork(tx, context, { course_id: courseId });
}

export async function followSection(tx: Transaction, context: Context, courseId: string): Promise<void> {
  const ids = await queries.listRuledAssignments(tx, courseId);
  if (ids.length === 0) return;
  const changed = await refreshWork(tx, context, { course_id: courseId, assignment_ids: ids });
  await tellOfDates(tx, context, courseId, changed);
  await tellMoved(tx, context, courseId, changed);
}

export async function followSchoolDays(tx: Transaction, context: Context, schoolId: string): Promise<void> {
  for (const courseId of await queries.listCoursesWithRules(tx, schoolId)) {
    await followSection(tx, context, courseId);
  }
}

/** Students whose due time moved hear of it once, for each assignment (TCH-32). */
async function tellMoved(
  tx: Transaction,
  context: Context,
  courseId: string,
  changed: readonly ChangedWork[],
): Promise<void> {
  const now = context.platform.clock.now().getTime();
  const isAhead = (at: string | null) => at !== null && Date.parse(at) > now;
  const moved = changed.filter(
    (row) => !row.is_new && row.due_before !== row.due_at && (isAhead(row.due_before) || isAhead(row.due_at)),
  );
  const titles = await queries.listTitles(tx, [...new Set(moved.map(({ assignment_id }) => assignment_id))]);
  for (const assignment of titles) {
    const user_ids = moved.filter((row) => row.assignment_id === assignment.id).map((row) => row.student_id);
    await tellStudents(tx, context, {
      kind: 'assignment.due_changed',
      user_ids,
      assignment,
      course_id: courseId,
    });
  }
}
