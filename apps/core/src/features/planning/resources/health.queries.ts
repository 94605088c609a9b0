import type { Transaction } from '@k12/db';

/** Never asked first, then those asked longest ago. */
export async function listToCheck(tx: Transaction, before: string, most: number) {
  const rows = await tx
    .selectFrom('resources')
    .select(['id', 'url', 'health', 'owner_id', 'title'])
    .where('kind', '=', 'link')
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('checked_at', 'is', null), eb('checked_at', '<', before)]))
    .orderBy('checked_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.flatMap(({ url, ...row }) => (url ? [{ ...row, url }] : []));
}

/** Being asked is no edit: neither `updated_at` nor the version moves. */
export async function updateHealth(
  tx: Transaction,
  id: string,
  change: { health: 'ok' | 'unreachable' | 'forbidden' | 'unknown'; checked_at: string },
): Promise<void> {
  await tx.updateTable('resources').set(change).where('id', '=', id).execute();
}
