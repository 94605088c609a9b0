import type { Transaction } from '@k12/db';

/** Tables of files that a job makes for one person; they have these columns in common. */
export type MadeFileTable = 'plan_exports' | 'plan_set_exports' | 'gradebook_exports' | 'work_archives';

export function listExpired(tx: Transaction, table: MadeFileTable, now: string, most: number) {
  return tx
    .selectFrom(table as 'plan_exports')
    .select(['id', 'storage_key'])
    .where('expires_at', '<', now)
    .where('state', '<>', 'expired')
    .orderBy('expires_at')
    .limit(most)
    .execute();
}

export async function markExpired(tx: Transaction, table: MadeFileTable, ids: readonly string[]) {
  await tx
    .updateTable(table as 'plan_exports')
    .set({ state: 'expired', storage_key: null })
    .where('id', 'in', [...ids])
    .execute();
}
