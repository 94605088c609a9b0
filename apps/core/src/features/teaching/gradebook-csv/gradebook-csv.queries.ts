import type { Transaction } from '@k12/db';

export function listEmails(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('users')
    .select(['id', 'email', 'external_id'])
    .where('id', 'in', [...ids])
    .execute();
}

/** When each cell of a course was last changed, as far as it was since. */
export function listChanges(tx: Transaction, courseId: string, since: string) {
  return tx
    .selectFrom('grade_changes')
    .select(['assignment_id', 'student_id'])
    .select((eb) => eb.fn.max('changed_at').as('changed_at'))
    .where('course_id', '=', courseId)
    .where('subject', '=', 'cell')
    .where('changed_at', '>', since)
    .groupBy(['assignment_id', 'student_id'])
    .execute();
}

export async function createImport(
  tx: Transaction,
  row: {
    id: string;
    course_id: string;
    file_name: string;
    preview: object;
    created_by: string;
    created_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('gradebook_imports')
    .values({ ...row, preview: JSON.stringify(row.preview) })
    .execute();
}

/** Locked, so that two who apply at once apply once. */
export function lockOptionalImport(tx: Transaction, id: string) {
  return tx.selectFrom('gradebook_imports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function selectOptionalImport(tx: Transaction, id: string) {
  return tx.selectFrom('gradebook_imports').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function markApplied(tx: Transaction, id: string, change_set_id: string | null): Promise<void> {
  await tx
    .updateTable('gradebook_imports')
    .set({ state: 'applied', change_set_id })
    .where('id', '=', id)
    .execute();
}
