import type { Transaction } from '@k12/db';

export type AccommodationRow = NonNullable<Awaited<ReturnType<typeof selectOptionalAccommodation>>>;

function accommodations(tx: Transaction) {
  return tx
    .selectFrom('course_accommodations as given')
    .innerJoin('users as student', 'student.id', 'given.student_id')
    .selectAll('given')
    .select(['student.given_name', 'student.family_name', 'student.preferred_name']);
}

export function selectOptionalAccommodation(tx: Transaction, id: string) {
  return accommodations(tx).where('given.id', '=', id).executeTakeFirst();
}

export function listAccommodations(tx: Transaction, courseId: string): Promise<AccommodationRow[]> {
  return accommodations(tx)
    .where('given.course_id', '=', courseId)
    .orderBy('student.sort_name')
    .orderBy('given.id')
    .execute();
}

export interface AccommodationFields {
  extra_days: number;
  has_late_penalty: boolean;
  reduced_work: string;
}

/** False when the student has one in this course already. */
export async function createAccommodation(
  tx: Transaction,
  row: AccommodationFields & {
    id: string;
    course_id: string;
    student_id: string;
    created_by: string;
    created_at: string;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('course_accommodations')
    .values({ ...row, updated_at: row.created_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'course_id', 'student_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function updateAccommodation(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: Partial<AccommodationFields> & { updated_at: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('course_accommodations')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function deleteAccommodation(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('course_accommodations').where('id', '=', id).execute();
}

/** The sections of the course that somebody learns in; none when they do not. */
export async function listSectionsOfStudent(
  tx: Transaction,
  courseId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrollments as member')
    .innerJoin('sections as section', 'section.id', 'member.section_id')
    .select('member.section_id')
    .where('section.course_id', '=', courseId)
    .where('member.user_id', '=', studentId)
    .where('member.role', '=', 'student')
    .execute();
  return rows.map(({ section_id }) => section_id);
}

export async function listStudentsOfSections(
  tx: Transaction,
  sectionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('enrollments')
    .select('user_id')
    .where('section_id', 'in', sectionIds)
    .where('role', '=', 'student')
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/** Grades whose cost may change with the accommodation. */
export function listGradedCells(tx: Transaction, courseId: string, studentId: string) {
  return tx
    .selectFrom('student_work')
    .select(['assignment_id', 'student_id'])
    .where('course_id', '=', courseId)
    .where('student_id', '=', studentId)
    .where('grade_state', '=', 'graded')
    .execute();
}
