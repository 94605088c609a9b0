import type { Transaction } from '@k12/db';

interface Taught {
  teacher_id: string;
  student_id: string;
  today: string;
}

/** The school of a section that both are in today, she as its teacher, he as its student (IDN-69). */
export async function selectOptionalSharedSchool(
  tx: Transaction,
  { teacher_id, student_id, today }: Taught,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('enrollments as own')
    .innerJoin('enrollments as theirs', 'theirs.section_id', 'own.section_id')
    .innerJoin('sections as section', 'section.id', 'own.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select('course.school_id')
    .where('own.user_id', '=', teacher_id)
    .where('own.role', 'in', ['teacher', 'co_teacher'])
    .where('theirs.user_id', '=', student_id)
    .where('theirs.role', '=', 'student')
    .where('section.state', '=', 'active')
    .where('course.state', '=', 'active')
    .where((eb) =>
      eb.and(
        (['own', 'theirs'] as const).flatMap((side) => [
          eb(`${side}.state`, '=', 'active'),
          eb.or([eb(`${side}.starts_on`, 'is', null), eb(`${side}.starts_on`, '<=', today)]),
          eb.or([eb(`${side}.ends_on`, 'is', null), eb(`${side}.ends_on`, '>=', today)]),
        ]),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return row?.school_id;
}

/** Every role somebody holds or will hold, by key. */
export async function listRoleKeys(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_assignments as assignment')
    .innerJoin('roles as role', 'role.id', 'assignment.role_id')
    .select('role.key')
    .where('assignment.user_id', '=', userId)
    .execute();
  return rows.map((row) => row.key);
}
