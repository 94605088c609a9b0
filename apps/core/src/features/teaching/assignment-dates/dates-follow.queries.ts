import type { Transaction } from '@k12/db';

export function selectEnrollment(tx: Transaction, id: string) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select(['member.user_id', 'member.role', 'section.course_id'])
    .where('member.id', '=', id)
    .executeTakeFirst();
}

/** Published assignments of a course whose due time follows a rule. */
export async function listRuledAssignments(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment_dates as line')
    .innerJoin('assignments as assignment', 'assignment.id', 'line.assignment_id')
    .select('assignment.id')
    .distinct()
    .where('assignment.course_id', '=', courseId)
    .where('assignment.state', 'in', ['published', 'closed'])
    .where('line.due_rule', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

export async function listCoursesWithRules(tx: Transaction, schoolId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment_dates as line')
    .innerJoin('assignments as assignment', 'assignment.id', 'line.assignment_id')
    .innerJoin('courses as course', 'course.id', 'assignment.course_id')
    .select('course.id')
    .distinct()
    .where('course.school_id', '=', schoolId)
    .where('assignment.state', 'in', ['published', 'closed'])
    .where('line.due_rule', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

export function listTitles(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.selectFrom('assignments').select(['id', 'title']).where('id', 'in', ids).execute();
}
