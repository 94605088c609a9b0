import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export function selectOptionalTarget(tx: Transaction, sectionId: string) {
  return tx
    .selectFrom('sections as section')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .select(['section.id', 'section.name', 'section.course_id', 'course.name as course_name'])
    .select(['course.academic_year_id', 'school.time_zone'])
    .where('section.id', '=', sectionId)
    .executeTakeFirst();
}

/** Where a student stands in a course, without one enrollment of theirs. */
export function listOtherPlaces(tx: Transaction, courseId: string, studentId: string, exceptId: string) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select(['member.section_id', 'member.starts_on', 'member.ends_on'])
    .where('section.course_id', '=', courseId)
    .where('member.user_id', '=', studentId)
    .where('member.role', '=', 'student')
    .where('member.state', 'in', ['active', 'completed'])
    .where('member.id', '<>', exceptId)
    .orderBy('section.name')
    .execute();
}

export function selectOptionalOf(tx: Transaction, sectionId: string, userId: string, role: 'student') {
  return tx
    .selectFrom('enrollments')
    .select(['id', 'state', 'managed_by', 'lock_version'])
    .where('section_id', '=', sectionId)
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .executeTakeFirst();
}

const titled = ['id as assignment_id', 'title', 'grading_type', 'is_anonymous'] as const;

/** Assignments of a course that have work. */
export function listWorkTitles(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('assignments')
    .select(titled)
    .select(sql<string>`trim_scale(points_possible)::text`.as('points_possible'))
    .where('course_id', '=', courseId)
    .where('state', 'in', ['published', 'closed'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** What a student reached; without grades whose student nobody is to know yet (TCH-78). */
export function listScores(tx: Transaction, courseId: string, studentId: string) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .select(['work.assignment_id', 'assignment.title'])
    .select([
      sql<string>`trim_scale(work.effective_score)::text`.as('score'),
      sql<string>`trim_scale(assignment.points_possible)::text`.as('points_possible'),
    ])
    .where('work.course_id', '=', courseId)
    .where('work.student_id', '=', studentId)
    .where('work.grade_state', '=', 'graded')
    .where('work.effective_score', 'is not', null)
    .where('assignment.state', 'in', ['published', 'closed'])
    .where((eb) =>
      eb.or([
        eb('assignment.is_anonymous', '=', false),
        eb('assignment.anonymity_lifted_at', 'is not', null),
      ]),
    )
    .orderBy('assignment.position')
    .execute();
}
