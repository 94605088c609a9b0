import type { LearnerCourse, LearnerItem } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { listTeachers } from '../courses/courses-records.service.ts';
import { selectLearner } from './learner-access.service.ts';
import { enrolledRows } from './learner-courses.service.ts';
import { isDone } from './learner-status.rules.ts';
import { type LearnerWork, loadWork, toDosOf, workCourse } from './learner-work.service.ts';
import * as queries from './learning.queries.ts';
import { totalOf, whenOf } from './learning.rules.ts';

export async function listCourses(context: Context, studentId: string): Promise<{ data: LearnerCourse[] }> {
  return context.readTenant(async (tx) => {
    const { student_id } = await selectLearner(tx, context, studentId);
    const rows = await enrolledRows(tx, context, student_id);
    const works = await loadWork(tx, context, student_id, workCourse(rows));
    return { data: await presentCourses(tx, context, student_id, rows, works) };
  });
}

export async function getCourse(
  context: Context,
  studentId: string,
  courseId: string,
): Promise<{ course: LearnerCourse; items: LearnerItem[] }> {
  return context.readTenant(async (tx) => {
    const { student_id } = await selectLearner(tx, context, studentId);
    return courseOfLearner(tx, context, student_id, courseId);
  });
}

/** For features that have asked who may see it: the answer that the student and their guardians get. */
export async function courseOfLearner(
  tx: Transaction,
  context: Context,
  studentId: string,
  courseId: string,
): Promise<{ course: LearnerCourse; items: LearnerItem[] }> {
  const all = await enrolledRows(tx, context, studentId);
  const rows = all.filter(({ id }) => id === courseId);
  const works = await loadWork(tx, context, studentId, workCourse(rows));
  const [course] = await presentCourses(tx, context, studentId, rows, works);
  if (!course) throw new Problem('not_found');
  return { course, items: works.map(({ item }) => item) };
}

export async function listTodos(
  context: Context,
  studentId: string,
  query: { course_id?: string | undefined },
): Promise<{ data: LearnerItem[] }> {
  return context.readTenant(async (tx) => {
    const { student_id } = await selectLearner(tx, context, studentId);
    const rows = await currentRows(tx, context, student_id);
    const chosen = query.course_id ? rows.filter(({ id }) => id === query.course_id) : rows;
    return { data: toDosOf(await loadWork(tx, context, student_id, workCourse(chosen))) };
  });
}

/** Sections of courses that run today. */
export async function currentRows(tx: Transaction, context: Context, studentId: string) {
  const rows = await enrolledRows(tx, context, studentId);
  return rows.filter(
    (row) => whenOf([row], dayIn(row.time_zone, context.platform.clock.now())) === 'current',
  );
}

async function presentCourses(
  tx: Transaction,
  context: Context,
  studentId: string,
  rows: readonly queries.EnrolledRow[],
  works: readonly LearnerWork[],
): Promise<LearnerCourse[]> {
  const courses = workCourse(rows);
  if (courses.length === 0) return [];
  const ids = courses.map(({ id }) => id);
  const teachers = await listTeachers(tx, ids);
  const totals = await queries.listPostedTotals(tx, studentId, ids);
  const now = context.platform.clock.now();
  return courses.flatMap(({ id, settings }): LearnerCourse[] => {
    const own = rows.filter((row) => row.id === id);
    const [row] = own;
    if (!row) return [];
    const theirs = works.filter(({ item }) => item.course_id === id);
    const items = theirs.map(({ item }) => item);
    const total = totals.find(({ course_id }) => course_id === id);
    return [
      {
        ...{ id, name: row.name, subject: row.subject, color: row.color },
        ...{ school_name: row.school_name, time_zone: row.time_zone, year_name: row.year_name },
        section_names: own.map(({ section_name }) => section_name),
        teachers: teachers
          .filter(({ course_id, role }) => course_id === id && role !== 'assistant')
          .map((teacher) => ({ id: teacher.user_id, name: displayName(teacher) })),
        when: whenOf(own, dayIn(row.time_zone, now)),
        to_do_count: theirs.filter(({ is_to_do }) => is_to_do).length,
        missing_count: items.filter(({ status }) => status === 'missing').length,
        done_count: items.filter(({ status }) => isDone(status)).length,
        items_count: items.filter(({ status }) => status !== 'not_open').length,
        next_due: nextDue(theirs, now),
        total: totalOf(total, settings, items),
        shows_totals: settings.totals_for_students,
      },
    ];
  });
}

/** The first thing that is still ahead; what is overdue is counted apart. */
function nextDue(works: readonly LearnerWork[], now: Date): LearnerCourse['next_due'] {
  for (const { assignment_id, title, due_at } of toDosOf(works)) {
    if (due_at !== null && Date.parse(due_at) >= now.getTime()) return { assignment_id, title, due_at };
  }
  return null;
}
