import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { selectOptionalStudent } from './enrollments.queries.ts';

export { listActiveStudents, selectOptionalStudent } from './enrollments.queries.ts';

/** For other features: 404 for who is no student of the course, or of no section that counts for the caller. */
export async function selectStudent(
  tx: Transaction,
  courseId: string,
  studentId: string,
  sectionIds: readonly string[] | null,
) {
  const student = await selectOptionalStudent(tx, courseId, studentId, sectionIds);
  if (!student) throw new Problem('not_found');
  return student;
}
