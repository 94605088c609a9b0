import { newId, type Transaction } from '@k12/db';

export function listPins(tx: Transaction, userId: string) {
  return tx
    .selectFrom('pins')
    .select(['subject_type', 'subject_id'])
    .where('user_id', '=', userId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export type PinRow = Awaited<ReturnType<typeof listPins>>[number];

/** Two tabs of one person wait for each other, so that none of their changes is lost. */
export async function lockPins(tx: Transaction, userId: string): Promise<void> {
  await tx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().execute();
}

export async function replacePins(
  tx: Transaction,
  userId: string,
  pins: readonly PinRow[],
  created_at: string,
): Promise<void> {
  await tx.deleteFrom('pins').where('user_id', '=', userId).execute();
  if (pins.length === 0) return;
  const rows = pins.map((pin, position) => ({ id: newId(), user_id: userId, ...pin, position, created_at }));
  await tx.insertInto('pins').values(rows).execute();
}
