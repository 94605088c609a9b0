import type { Changes, Transaction } from '@k12/db';

export type AnnotationRow = NonNullable<Awaited<ReturnType<typeof selectOptionalAnnotation>>>;

function annotations(tx: Transaction) {
  return tx
    .selectFrom('annotations as mark')
    .innerJoin('users as author', 'author.id', 'mark.author_id')
    .selectAll('mark')
    .select(['author.given_name', 'author.family_name', 'author.preferred_name']);
}

export function listAnnotations(tx: Transaction, assignmentId: string, studentId: string) {
  return annotations(tx)
    .where('mark.assignment_id', '=', assignmentId)
    .where('mark.student_id', '=', studentId)
    .orderBy('mark.attempt')
    .orderBy('mark.created_at')
    .orderBy('mark.id')
    .execute();
}

export function selectOptionalAnnotation(tx: Transaction, id: string) {
  return annotations(tx).where('mark.id', '=', id).executeTakeFirst();
}

export interface NewAnnotation {
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  attempt: number;
  file_id: string | null;
  page: number;
  kind: 'highlight' | 'note' | 'strike' | 'pen' | 'stamp';
  place: object;
  body: string;
  author_id: string;
  posted_at: string | null;
  created_at: string;
}

export async function createAnnotation(tx: Transaction, { place, ...mark }: NewAnnotation): Promise<void> {
  await tx
    .insertInto('annotations')
    .values({ ...mark, place: JSON.stringify(place), updated_at: mark.created_at })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateAnnotation(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Changes<{ body: string; place: string }> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('annotations')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function deleteAnnotation(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('annotations').where('id', '=', id).execute();
}
