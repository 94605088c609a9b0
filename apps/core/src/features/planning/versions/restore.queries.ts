import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import type { LockedPlan } from './snapshots.queries.ts';

export async function updatePlanFacts(
  tx: Transaction,
  id: string,
  facts: Pick<LockedPlan, 'title' | 'tags' | 'duration_minutes' | 'state' | 'updated_at'>,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set((eb) => ({ ...facts, lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export function listStandardStates(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('standards')
    .select(['id', 'state'])
    .where('id', 'in', [...ids])
    .execute();
}

export function listLessonPlaces(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('plans')
    .select(['id', 'unit_plan_id', 'deleted_at'])
    .where('id', 'in', [...ids])
    .execute();
}

/** These first, in this order; the unit's other lessons keep theirs behind them. */
export async function reorderLessons(tx: Transaction, unitId: string, ids: readonly string[]): Promise<void> {
  const others = await tx
    .selectFrom('plans')
    .select('id')
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const rest = others.map(({ id }) => id).filter((id) => !ids.includes(id));
  const order = [...ids, ...rest];
  if (order.length === 0) return;
  await tx
    .updateTable('plans')
    .set({ position: sql<number>`array_position(${order}::uuid[], ${sql.ref('id')})` })
    .where('unit_plan_id', '=', unitId)
    .where('deleted_at', 'is', null)
    .execute();
}
