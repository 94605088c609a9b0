import type { Transaction } from '@k12/db';

/** Whatever state it is in; who asks decides. */
export function selectStoredCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select(['id', 'name', 'school_id', 'academic_year_id', 'state', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

interface CourseState {
  state: 'active' | 'archived' | 'deleted';
  archived_at?: string | null;
  deleted_at?: string | null;
  updated_at: string;
}

export async function updateCourseState(tx: Transaction, id: string, changes: CourseState): Promise<void> {
  await tx
    .updateTable('courses')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Has anybody handed something in or been graded? */
export async function hasWork(tx: Transaction, courseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('student_work')
    .select('student_id')
    .where('course_id', '=', courseId)
    .where((eb) => eb.or([eb('attempts_count', '>', 0), eb('grade_state', '<>', 'none')]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
