import type { Transaction } from '@k12/db';

/** Schemes that a course may use: its own, those of its school, those of the organisation. */
export function listSchemes(tx: Transaction, place: { course_id: string | null; school_id: string | null }) {
  return tx
    .selectFrom('grading_schemes')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('scope', '=', 'tenant'),
        ...(place.school_id ? [eb('school_id', '=', place.school_id)] : []),
        ...(place.course_id ? [eb('course_id', '=', place.course_id)] : []),
      ]),
    )
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
}
