import type { Transaction } from '@k12/db';

/** Whose clock and calendar the dates of a course follow. */
export async function selectCoursePlace(tx: Transaction, courseId: string) {
  const [course, sections] = await Promise.all([
    tx
      .selectFrom('courses as course')
      .innerJoin('schools as school', 'school.id', 'course.school_id')
      .select(['course.school_id', 'course.academic_year_id', 'school.time_zone'])
      .where('course.id', '=', courseId)
      .executeTakeFirstOrThrow(),
    tx.selectFrom('sections').select('id').where('course_id', '=', courseId).orderBy('id').execute(),
  ]);
  return { ...course, section_ids: sections.map(({ id }) => id) };
}
