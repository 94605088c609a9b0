import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

/** Work of a course that belongs to one of these lessons, locked: its dates may be about to change. */
export function listLinkedWork(tx: Transaction, courseId: string, lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('assignments')
    .select((eb) => [
      'assignments.id',
      'assignments.title',
      'assignments.lesson_plan_id',
      'assignments.lock_version',
      sql<boolean>`${eb.exists(
        eb
          .selectFrom('student_work as work')
          .select('work.assignment_id')
          .whereRef('work.assignment_id', '=', 'assignments.id')
          .where('work.submitted_at', 'is not', null),
      )}`.as('has_work'),
    ])
    .where('assignments.course_id', '=', courseId)
    .where('assignments.lesson_plan_id', 'in', [...lessonIds])
    .where('assignments.state', '<>', 'deleted')
    .orderBy('assignments.id')
    .forUpdate('assignments')
    .execute();
}

export function selectCourseOf(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('assignments')
    .innerJoin('courses as course', 'course.id', 'assignments.course_id')
    .select(['course.id', 'course.school_id'])
    .where('assignments.id', '=', assignmentId)
    .executeTakeFirst();
}
