import type { StudentTotal } from '@k12/contracts/teaching/gradebook';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { presentTotal } from '../gradebook/present-gradebook.rules.ts';
import type { GradedCourse } from '../student-work/grade-facts.service.ts';
import { recalculateTotalsJob } from './totals.jobs.ts';
import * as queries from './totals.queries.ts';
import { recalculate } from './totals.service.ts';

/** So many students are added up within the request that changed their grades; a class, in a few milliseconds. */
const studentsAtOnce = 40;

/** Brings totals up to what grades are now: at once for a class, by a job of the course for more (TCH-117). */
export async function followGrades(
  tx: Transaction,
  context: Context,
  course: GradedCourse,
  changed: readonly { student_id: string }[],
): Promise<StudentTotal[]> {
  const students = [...new Set(changed.map(({ student_id }) => student_id))];
  if (students.length === 0) return [];
  if (students.length > studentsAtOnce) {
    await followCourse(tx, context, course.id);
    return [];
  }
  await recalculate(tx, context, course, students);
  return (await queries.listTotalsOf(tx, course.id, students)).map(presentTotal);
}

/**
 * After a change of weights, policies, dates or assignments: all students, in one job for all changes of a second. It
 * begins when the second is over, so that none of them is left out by a run that has read already.
 */
export async function followCourse(tx: Transaction, context: Context, course_id: string): Promise<void> {
  const second = Math.floor(context.platform.clock.now().getTime() / 1000);
  const unique_key = `${course_id}:${second}`;
  const run_at = new Date((second + 1) * 1000);
  await enqueue(tx, context, recalculateTotalsJob, { course_id }, { unique_key, run_at });
}
