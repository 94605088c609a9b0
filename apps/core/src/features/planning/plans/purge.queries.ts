import type { Transaction } from '@k12/db';

/** Plans whose time in the bin is over; those of a unit go with it. */
export function listExpired(tx: Transaction, before: string, limit: number) {
  return tx
    .selectFrom('plans')
    .select([
      'id',
      'kind',
      'title',
      'school_id',
      'source_plan_id',
      'source_version_id',
      'template_version_id',
    ])
    .where('deleted_at', '<', before)
    .orderBy('deleted_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Copies keep their words and lose the pointer; the lessons of a unit stand alone unless they go too. */
export async function deletePlans(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ source_plan_id: null })
    .where('source_plan_id', 'in', [...ids])
    .execute();
  await tx
    .updateTable('plans')
    .set({ unit_plan_id: null, position: null })
    .where('unit_plan_id', 'in', [...ids])
    .execute();
  await tx
    .deleteFrom('plans')
    .where('id', 'in', [...ids])
    .execute();
}
