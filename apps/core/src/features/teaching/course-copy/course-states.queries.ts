import type { Transaction } from '@k12/db';

/** Whatever state it is in; who asks decides. */
export function selectStoredCourse(tx: Transaction, id: string) {
  return tx
    .selectFrom('courses')
    .select([
      'id',
      'name',
      'school_id',
      'academic_year_id',
      'state',
      'state_before_deletion',
      'archived_at',
      'deleted_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

interface CourseState {
  state: 'draft' | 'active' | 'archived' | 'deleted';
  state_before_deletion?: 'draft' | 'active' | 'archived' | null;
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

/** Of all schools, or of some; what is older is no longer there to be restored. */
export function listDeleted(tx: Transaction, schoolIds: readonly string[] | null, since: string) {
  let rows = tx
    .selectFrom('courses as course')
    .innerJoin('schools as school', 'school.id', 'course.school_id')
    .select([
      'course.id',
      'course.name',
      'course.code',
      'course.subject',
      'course.color',
      'course.deleted_at',
      'school.name as school_name',
    ])
    .where('course.state', '=', 'deleted')
    .where('course.deleted_at', '>=', since)
    .orderBy('course.deleted_at', 'desc')
    .orderBy('course.id')
    .limit(500);
  if (schoolIds) rows = rows.where('course.school_id', 'in', [...schoolIds]);
  return rows.execute();
}
