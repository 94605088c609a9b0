import type { Transaction } from '@k12/db';

const mostListed = 100;

/** Where a unit stands on the calendar, past and to come. */
export function listPlacementsOf(tx: Transaction, unitId: string) {
  return tx
    .selectFrom('unit_placements as placement')
    .innerJoin('courses as course', 'course.id', 'placement.course_id')
    .select(['placement.id', 'course.name as course_name', 'placement.starts_on', 'placement.ends_on'])
    .where('placement.unit_plan_id', '=', unitId)
    .where('placement.deleted_at', 'is', null)
    .orderBy('placement.starts_on')
    .limit(mostListed)
    .execute();
}

/** Sessions still to come of a lesson, or of all lessons of a unit. */
export function listFutureSessionsOf(tx: Transaction, planId: string, today: string) {
  return tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('plans as lesson', 'lesson.id', 'session.lesson_plan_id')
    .innerJoin('sections as section', 'section.id', 'session.section_id')
    .select(['session.id', 'section.name as section_name', 'session.meeting_on'])
    .where((eb) => eb.or([eb('lesson.id', '=', planId), eb('lesson.unit_plan_id', '=', planId)]))
    .where('session.deleted_at', 'is', null)
    .where('session.state', '=', 'scheduled')
    .where('session.meeting_on', '>=', today)
    .orderBy('session.meeting_on')
    .limit(mostListed)
    .execute();
}

export interface Removal {
  today: string;
  /** The instant of the plan's own removal: what left with it comes back with it. */
  at: string;
  by: string;
}

/** Placements to come and sessions to come leave with the plan; what was taught stays on record (PLN-22). */
export async function cancelUses(tx: Transaction, planId: string, { today, at, by }: Removal): Promise<void> {
  await tx
    .updateTable('unit_placements')
    .set((eb) => ({
      deleted_at: at,
      updated_at: at,
      updated_by: by,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('unit_plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .where('starts_on', '>', today)
    .execute();
  await tx
    .updateTable('lesson_sessions')
    .set((eb) => ({
      deleted_at: at,
      updated_at: at,
      updated_by: by,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('lesson_plan_id', 'in', (eb) =>
      eb
        .selectFrom('plans as lesson')
        .select('lesson.id')
        .where((l) => l.or([l('lesson.id', '=', planId), l('lesson.unit_plan_id', '=', planId)])),
    )
    .where('deleted_at', 'is', null)
    .where('state', '=', 'scheduled')
    .where('meeting_on', '>=', today)
    .execute();
}

/** Brings back what left together with the plan (PLN-20). */
export async function reviveUses(
  tx: Transaction,
  planId: string,
  deletedAt: string,
  by: Removal,
): Promise<void> {
  const back = { deleted_at: null, updated_at: by.at, updated_by: by.by };
  await tx
    .updateTable('unit_placements')
    .set((eb) => ({ ...back, sequence: eb('sequence', '+', 1), lock_version: eb('lock_version', '+', 1) }))
    .where('unit_plan_id', '=', planId)
    .where('deleted_at', '=', deletedAt)
    .execute();
  await tx
    .updateTable('lesson_sessions')
    .set((eb) => ({ ...back, sequence: eb('sequence', '+', 1), lock_version: eb('lock_version', '+', 1) }))
    .where('lesson_plan_id', 'in', (eb) =>
      eb
        .selectFrom('plans as lesson')
        .select('lesson.id')
        .where((l) => l.or([l('lesson.id', '=', planId), l('lesson.unit_plan_id', '=', planId)])),
    )
    .where('deleted_at', '=', deletedAt)
    .execute();
}
