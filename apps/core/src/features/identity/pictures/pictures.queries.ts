import type { Transaction } from '@k12/db';

export async function listPicturesOf(tx: Transaction, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('users')
    .select(['id', 'avatar_file_id'])
    .where('id', 'in', ids)
    .where('state', '<>', 'anonymized')
    .where('avatar_file_id', 'is not', null)
    .execute();
  return rows.flatMap(({ id, avatar_file_id }) => (avatar_file_id ? [{ id, avatar_file_id }] : []));
}

/** Locked until the picture is changed, so that of two changes the later one knows what the earlier one left. */
export async function selectPictureOf(tx: Transaction, userId: string): Promise<string | null> {
  const { avatar_file_id } = await tx
    .selectFrom('users')
    .select('avatar_file_id')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return avatar_file_id;
}

export async function updatePicture(
  tx: Transaction,
  userId: string,
  avatar_file_id: string | null,
  updated_at: string,
): Promise<void> {
  await tx.updateTable('users').set({ avatar_file_id, updated_at }).where('id', '=', userId).execute();
}
