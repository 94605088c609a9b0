import type { Transaction } from '@k12/db';

export function listPlaces(tx: Transaction, courseId: string, studentId: string) {
  return tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .innerJoin('users as person', 'person.id', 'member.user_id')
    .select(['member.section_id', 'member.state', 'section.name as section_name', 'school.time_zone'])
    .select(['person.student_number', 'person.pronounced_as'])
    .where('section.course_id', '=', courseId)
    .where('member.user_id', '=', studentId)
    .where('member.role', '=', 'student')
    .orderBy('section.name')
    .execute();
}

/** Whom to write to about a student: guardians in force who get the school's messages. */
export function listContacts(tx: Transaction, studentId: string, today: string) {
  return tx
    .selectFrom('guardian_links as link')
    .innerJoin('users as person', 'person.id', 'link.guardian_id')
    .select(['person.id', 'person.given_name', 'person.family_name', 'person.preferred_name'])
    .select(['person.email', 'link.relationship'])
    .where('link.student_id', '=', studentId)
    .where('link.state', '=', 'active')
    .where('link.receives_communications', '=', true)
    .where('person.state', 'in', ['active', 'invited'])
    .where((eb) => eb.or([eb('link.starts_on', 'is', null), eb('link.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('link.ends_on', 'is', null), eb('link.ends_on', '>=', today)]))
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .execute();
}

function notes(tx: Transaction) {
  return tx
    .selectFrom('student_notes as note')
    .innerJoin('users as author', 'author.id', 'note.author_id')
    .selectAll('note')
    .select(['author.given_name', 'author.family_name', 'author.preferred_name'])
    .where('note.deleted_at', 'is', null);
}

export function listNotes(tx: Transaction, courseId: string, studentId: string) {
  return notes(tx)
    .where('note.course_id', '=', courseId)
    .where('note.student_id', '=', studentId)
    .orderBy('note.created_at', 'desc')
    .orderBy('note.id')
    .execute();
}

export function selectOptionalNote(tx: Transaction, id: string) {
  return notes(tx).where('note.id', '=', id).executeTakeFirst();
}

export type NoteRow = NonNullable<Awaited<ReturnType<typeof selectOptionalNote>>>;

export interface NewNote {
  id: string;
  course_id: string;
  student_id: string;
  author_id: string;
  body: string;
  created_at: string;
}

export async function createNote(tx: Transaction, note: NewNote): Promise<void> {
  await tx
    .insertInto('student_notes')
    .values({ ...note, updated_at: note.created_at })
    .execute();
}

/** False when the version named is no longer the current one. */
export async function updateNote(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: { body?: string; deleted_at?: string; updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('student_notes')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}
