import type { Transaction } from '@k12/db';

/** Graded late work of assignments that follow the course: nothing else depends on its policy. */
export function listLateCells(tx: Transaction, courseId: string) {
  return tx
    .selectFrom('student_work as work')
    .innerJoin('assignments as assignment', 'assignment.id', 'work.assignment_id')
    .select(['work.assignment_id', 'work.student_id'])
    .where('work.course_id', '=', courseId)
    .where('work.grade_state', '=', 'graded')
    .where('assignment.late_policy', '=', 'course')
    .where('assignment.state', '<>', 'deleted')
    .where((eb) => eb.or([eb('work.late_seconds', '>', 0), eb('work.status_override', '=', 'late')]))
    .orderBy('work.assignment_id')
    .orderBy('work.student_id')
    .execute();
}

/** Published assignments that follow the course keep what holds for them now. */
export async function keepPolicy(
  tx: Transaction,
  courseId: string,
  policy: object | null,
  now: string,
): Promise<number> {
  const kept = await tx
    .updateTable('assignments')
    .set((eb) => ({
      late_policy: policy ? 'own' : 'none',
      own_late_policy: policy && JSON.stringify(policy),
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('course_id', '=', courseId)
    .where('late_policy', '=', 'course')
    .where('state', 'in', ['published', 'closed'])
    .returning('id')
    .execute();
  return kept.length;
}
