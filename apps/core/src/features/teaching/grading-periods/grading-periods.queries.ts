import type { Transaction } from '@k12/db';

export type PeriodRow = Awaited<ReturnType<typeof listPeriods>>[number];

export function listPeriods(tx: Transaction, place: { school_id: string; academic_year_id: string }) {
  return tx
    .selectFrom('grading_periods')
    .selectAll()
    .where('school_id', '=', place.school_id)
    .where('academic_year_id', '=', place.academic_year_id)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
}

/** Reopenings that are in force now, of these periods. */
export function listReopens(tx: Transaction, periodIds: readonly string[], now: string) {
  if (periodIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('grading_period_reopens')
    .select(['grading_period_id', 'course_id', 'teacher_id', 'student_id', 'until_at'])
    .where('grading_period_id', 'in', [...periodIds])
    .where('until_at', '>', now)
    .execute();
}

export function selectSchoolZone(tx: Transaction, schoolId: string) {
  return tx.selectFrom('schools').select('time_zone').where('id', '=', schoolId).executeTakeFirstOrThrow();
}
