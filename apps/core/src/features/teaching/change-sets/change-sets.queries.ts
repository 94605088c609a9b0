import type { GradeHistoryQuery } from '@k12/contracts/teaching/totals';
import type { Transaction } from '@k12/db';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';

export function listHistory(
  tx: Transaction,
  courseId: string,
  query: GradeHistoryQuery,
  sectionStudents: readonly string[] | null,
  after: Position,
) {
  let rows = tx
    .selectFrom('grade_changes as change')
    .leftJoin('assignments as assignment', 'assignment.id', 'change.assignment_id')
    .leftJoin('users as student', 'student.id', 'change.student_id')
    .leftJoin('users as author', 'author.id', 'change.changed_by')
    .selectAll('change')
    .select([
      'assignment.title as assignment_title',
      'assignment.is_anonymous',
      'assignment.anonymity_lifted_at',
      'student.given_name as student_given_name',
      'student.preferred_name as student_preferred_name',
      'student.family_name as student_family_name',
      'author.given_name as author_given_name',
      'author.preferred_name as author_preferred_name',
      'author.family_name as author_family_name',
    ])
    .where('change.course_id', '=', courseId)
    .limit(query.limit + 1);
  if (query.assignment_id) rows = rows.where('change.assignment_id', '=', query.assignment_id);
  if (query.student_id) {
    // Asking for one student would tell whose anonymous grades these are (TCH-78).
    rows = rows
      .where('change.student_id', '=', query.student_id)
      .where((eb) =>
        eb.or([
          eb('assignment.is_anonymous', 'is distinct from', true),
          eb('assignment.anonymity_lifted_at', 'is not', null),
        ]),
      );
  }
  if (query.change_set_id) rows = rows.where('change.change_set_id', '=', query.change_set_id);
  if (query.subject) rows = rows.where('change.subject', '=', query.subject);
  if (sectionStudents !== null) {
    rows = rows.where((eb) =>
      eb.or([
        eb('change.student_id', 'is', null),
        ...(sectionStudents.length > 0 ? [eb('change.student_id', 'in', [...sectionStudents])] : []),
      ]),
    );
  }
  return inOrderAfter(rows, ['change.changed_at', 'change.id'], after, 'desc').execute();
}

export type HistoryRow = Awaited<ReturnType<typeof listHistory>>[number];

export function listChangeSets(
  tx: Transaction,
  courseId: string,
  { limit, from, after }: { limit: number; from: string; after: Position },
) {
  const rows = tx
    .selectFrom('change_sets as made')
    .innerJoin('users as author', 'author.id', 'made.made_by')
    .selectAll('made')
    .select(['author.given_name', 'author.preferred_name', 'author.family_name'])
    .where('made.course_id', '=', courseId)
    .where('made.made_at', '>=', from)
    .limit(limit + 1);
  return inOrderAfter(rows, ['made.made_at', 'made.id'], after, 'desc').execute();
}

/** Locked, so that two who revert at once revert once. */
export function selectOptionalChangeSet(tx: Transaction, id: string) {
  return tx.selectFrom('change_sets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function listCellChanges(tx: Transaction, changeSetId: string) {
  return tx
    .selectFrom('grade_changes')
    .select(['assignment_id', 'student_id', 'before', 'after'])
    .where('change_set_id', '=', changeSetId)
    .where('subject', '=', 'cell')
    .orderBy('id')
    .execute();
}

export async function markReverted(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('change_sets').set({ state: 'reverted' }).where('id', '=', id).execute();
}

export async function listStudentsOfSections(
  tx: Transaction,
  sectionIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrollments')
    .select('user_id')
    .distinct()
    .where('section_id', 'in', [...sectionIds])
    .where('role', '=', 'student')
    .execute();
  return rows.map(({ user_id }) => user_id);
}
