import type { Transaction } from '@k12/db';

/** Students whose records this guardian may see today: `givesAccess` of the rules, in SQL. */
export async function listLinkedStudentIds(
  tx: Transaction,
  guardianId: string,
  today: string,
  adultsBornUntil: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('guardian_links as link')
    .innerJoin('users as student', 'student.id', 'link.student_id')
    .select('link.student_id')
    .where('link.guardian_id', '=', guardianId)
    .where('link.state', '=', 'active')
    .where('link.may_access_records', '=', true)
    .where((eb) => eb.or([eb('link.starts_on', 'is', null), eb('link.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('link.ends_on', 'is', null), eb('link.ends_on', '>=', today)]))
    .where((eb) =>
      eb.or([
        eb('student.birth_on', 'is', null),
        eb('student.birth_on', '>', adultsBornUntil),
        eb.and([
          eb('link.adult_basis', 'is not', null),
          eb.or([eb('link.adult_basis_ends_on', 'is', null), eb('link.adult_basis_ends_on', '>=', today)]),
        ]),
      ]),
    )
    .execute();
  return rows.map((row) => row.student_id);
}
