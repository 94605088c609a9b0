import { newId, type Transaction } from '@k12/db';
import type { PlanState } from './transitions.rules.ts';

export async function updateState(
  tx: Transaction,
  id: string,
  changes: { state: PlanState; updated_at: string; published_version_id?: string | null },
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...changes, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

interface Publication {
  plan_id: string;
  version_id: string;
  by: string;
  at: string;
}

/** Notes what is live from now on; what was live before ends at the same instant (PLN-52). */
export async function startPublication(tx: Transaction, { plan_id, version_id, by, at }: Publication) {
  await endPublication(tx, plan_id, by, at);
  await tx
    .insertInto('plan_publications')
    .values({ id: newId(), plan_id, version_id, published_by: by, published_at: at })
    .execute();
}

export async function endPublication(tx: Transaction, planId: string, by: string | null, at: string) {
  await tx
    .updateTable('plan_publications')
    .set({ ended_at: at, ended_by: by })
    .where('plan_id', '=', planId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Which of these lessons belong to the unit still, locked in one order, with what is live of each. */
export function lockLessons(tx: Transaction, unitId: string, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('plans')
    .select(['id', 'published_version_id', 'state'])
    .where('id', 'in', [...ids])
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Lessons of the unit that readers get, locked in one order. */
export function lockLiveLessons(tx: Transaction, unitId: string) {
  return tx
    .selectFrom('plans')
    .select(['id', 'state'])
    .where('unit_plan_id', '=', unitId)
    .where('published_version_id', 'is not', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Placements that are not over yet. */
export function listPlacementsFrom(tx: Transaction, unitId: string, today: string) {
  return tx
    .selectFrom('unit_placements as placement')
    .innerJoin('courses as course', 'course.id', 'placement.course_id')
    .select([
      'placement.id',
      'course.name as course_name',
      'placement.starts_on',
      'placement.ends_on',
      'placement.state',
      'placement.follow_latest',
    ])
    .where('placement.unit_plan_id', '=', unitId)
    .where('placement.deleted_at', 'is', null)
    .where('placement.ends_on', '>=', today)
    .where('placement.state', 'in', ['planned', 'in_progress'])
    .orderBy('placement.starts_on')
    .orderBy('placement.id')
    .execute();
}

export async function removePlacements(
  tx: Transaction,
  ids: readonly string[],
  by: { updated_by: string; at: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('unit_placements')
    .set((eb) => ({
      deleted_at: by.at,
      updated_at: by.at,
      updated_by: by.updated_by,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute();
}
