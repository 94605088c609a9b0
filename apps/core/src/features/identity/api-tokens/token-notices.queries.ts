import type { Transaction } from '@k12/db';

/** In force, ending within so many days, and not yet told of for this or a nearer date. */
export function listEnding(tx: Transaction, days: number, now: string, until: string) {
  return tx
    .selectFrom('api_tokens')
    .select(['id', 'name', 'created_by', 'expires_at'])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', until)
    .where((eb) => eb.or([eb('warned_days', 'is', null), eb('warned_days', '>', days)]))
    .limit(500)
    .execute();
}

export async function updateWarned(tx: Transaction, id: string, days: number): Promise<void> {
  await tx.updateTable('api_tokens').set({ warned_days: days }).where('id', '=', id).execute();
}
