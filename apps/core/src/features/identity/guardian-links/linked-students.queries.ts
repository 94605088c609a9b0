import { newId, type Transaction } from '@k12/db';

export interface LinksInQuestion {
  guardian_id: string;
  today: string;
  adults_born_until: string;
  /** Only students of these schools; null for all. */
  school_ids: readonly string[] | null;
}

/** Students whose records this guardian may see today: `givesAccess` of the rules, in SQL. */
export async function listLinkedStudentIds(
  tx: Transaction,
  { guardian_id, today, adults_born_until, school_ids }: LinksInQuestion,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('guardian_links as link')
    .innerJoin('users as student', 'student.id', 'link.student_id')
    .select('link.student_id')
    .where('link.guardian_id', '=', guardian_id)
    .where('link.state', '=', 'active')
    .where('link.may_access_records', '=', true)
    .where((eb) => eb.or([eb('link.starts_on', 'is', null), eb('link.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('link.ends_on', 'is', null), eb('link.ends_on', '>=', today)]))
    .where((eb) =>
      eb.or([
        eb('student.birth_on', 'is', null),
        eb('student.birth_on', '>', adults_born_until),
        eb.and([
          eb('link.adult_basis', 'is not', null),
          eb.or([eb('link.adult_basis_ends_on', 'is', null), eb('link.adult_basis_ends_on', '>=', today)]),
        ]),
      ]),
    )
    .$if(school_ids !== null, (query) =>
      query.where('link.student_id', 'in', (eb) =>
        eb
          .selectFrom('memberships as membership')
          .select('membership.user_id')
          .where('membership.school_id', 'in', school_ids?.length ? school_ids : [newId()])
          .where((or) =>
            or.or([or('membership.starts_on', 'is', null), or('membership.starts_on', '<=', today)]),
          )
          .where((or) =>
            or.or([or('membership.ends_on', 'is', null), or('membership.ends_on', '>=', today)]),
          ),
      ),
    )
    .execute();
  return rows.map((row) => row.student_id);
}
