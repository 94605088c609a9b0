import type { Transaction } from '@k12/db';

export type BinnedKind = 'module_items' | 'modules' | 'course_pages' | 'assignments' | 'courses';

/** What lies in the bin since before then, oldest first, behind what was looked at already. */
export async function listExpired(
  tx: Transaction,
  kind: BinnedKind,
  before: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom(kind)
    .select('id')
    .where('deleted_at', '<', before)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteContent(
  tx: Transaction,
  kind: Exclude<BinnedKind, 'courses'>,
  id: string,
): Promise<void> {
  await tx.deleteFrom(kind).where('id', '=', id).execute();
}

export async function deleteUntouchedWork(
  tx: Transaction,
  by: { assignment_id: string } | { course_id: string },
): Promise<void> {
  let rows = tx
    .deleteFrom('student_work')
    .where('submission_id', 'is', null)
    .where('grade_state', '=', 'none')
    .where('grade_version', '=', 0);
  rows =
    'course_id' in by
      ? rows.where('course_id', '=', by.course_id)
      : rows.where('assignment_id', '=', by.assignment_id);
  await rows.execute();
}

export async function listAssignmentIds(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx.selectFrom('assignments').select('id').where('course_id', '=', courseId).execute();
  return rows.map(({ id }) => id);
}

/** What a course consists of, what points at something before what it points at. */
const partsOfCourse = [
  'module_items',
  'modules',
  'course_pages',
  'assignments',
  'course_accommodations',
  'group_sets',
  'grade_categories',
  'course_changes',
  'course_grades',
  'gradebook_imports',
  'gradebook_views',
  'gradebook_layouts',
  'planning_context_courses',
  'unit_placements',
] as const;

/** Everything of a course that holds no record of a student; what is left over refuses the rest by its foreign key. */
export async function deleteCourse(tx: Transaction, id: string): Promise<void> {
  for (const table of partsOfCourse) await tx.deleteFrom(table).where('course_id', '=', id).execute();
  await tx
    .deleteFrom('course_copies')
    .where((eb) => eb.or([eb('course_id', '=', id), eb('source_course_id', '=', id)]))
    .execute();
  await tx.deleteFrom('rubrics').where('course_id', '=', id).execute();
  await tx
    .updateTable('courses')
    .set({ copied_from_course_id: null })
    .where('copied_from_course_id', '=', id)
    .execute();
  await tx
    .deleteFrom('enrollments')
    .where('section_id', 'in', (eb) => eb.selectFrom('sections').select('id').where('course_id', '=', id))
    .execute();
  await tx.deleteFrom('sections').where('course_id', '=', id).execute();
  await tx.deleteFrom('courses').where('id', '=', id).execute();
}

/** So that the audit log can say of which school it was. */
export async function selectSchoolOfCourse(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.selectFrom('courses').select('school_id').where('id', '=', id).executeTakeFirst();
  return row?.school_id ?? null;
}

/** Refused by the database because something still points at it. */
export function isStillNeeded(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '23503';
}
