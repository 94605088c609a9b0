import type { Transaction } from '@k12/db';

/** The work of a course's students, of all sections or of some (TCH-12). */
function work(tx: Transaction, courseId: string, sectionIds: readonly string[] | null) {
  const rows = tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .where('work.course_id', '=', courseId)
    .where('work.is_assigned', '=', true)
    .where('assignment.state', 'in', ['published', 'closed']);
  return sectionIds ? rows.where('work.section_id', 'in', [...sectionIds]) : rows;
}

export function listDueNext(
  tx: Transaction,
  courseId: string,
  sectionIds: readonly string[] | null,
  now: string,
) {
  return work(tx, courseId, sectionIds)
    .select((eb) => [
      'assignment.id as assignment_id',
      'assignment.title',
      eb.fn.min('work.due_at').filterWhere('work.due_at', '>', now).as('due_at'),
      eb.fn.countAll<number>().as('assigned_count'),
      eb.fn.countAll<number>().filterWhere('work.submitted_at', 'is not', null).as('submitted_count'),
    ])
    .groupBy(['assignment.id', 'assignment.title'])
    .having((eb) => eb(eb.fn.max('work.due_at'), '>', now))
    .orderBy('due_at')
    .orderBy('assignment.id')
    .limit(5)
    .execute();
}

export function selectToGrade(tx: Transaction, courseId: string, sectionIds: readonly string[] | null) {
  return work(tx, courseId, sectionIds)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('work.submitted_at').as('oldest_at')])
    .where('work.has_new_work', '=', true)
    .executeTakeFirstOrThrow();
}

export function listHandedIn(tx: Transaction, courseId: string, sectionIds: readonly string[] | null) {
  return work(tx, courseId, sectionIds)
    .innerJoin('users as person', 'person.id', 'work.student_id')
    .select([
      'assignment.id as assignment_id',
      'assignment.title',
      'assignment.is_anonymous',
      'assignment.anonymity_lifted_at',
      'work.student_id',
      'work.submitted_at',
      'person.given_name',
      'person.family_name',
      'person.preferred_name',
    ])
    .where('work.submitted_at', 'is not', null)
    .orderBy('work.submitted_at', 'desc')
    .orderBy('work.student_id')
    .limit(8)
    .execute();
}

/** The terms the sections of a course run in; none means the whole year. */
export async function listTermNames(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('section_terms as link')
    .innerJoin('sections as section', 'section.id', 'link.section_id')
    .innerJoin('terms as term', 'term.id', 'link.term_id')
    .select(['term.id', 'term.name', 'term.starts_on'])
    .distinct()
    .where('section.course_id', '=', courseId)
    .orderBy('term.starts_on')
    .execute();
  return rows.map(({ name }) => name);
}
