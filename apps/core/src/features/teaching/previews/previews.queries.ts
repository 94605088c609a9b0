import type { Transaction } from '@k12/db';

export function selectOptionalPreview(tx: Transaction, fileId: string) {
  return tx.selectFrom('file_previews').selectAll().where('file_id', '=', fileId).executeTakeFirst();
}

export function listPreviews(tx: Transaction, fileIds: readonly string[]) {
  if (fileIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('file_previews')
    .select(['file_id', 'state', 'shown_as'])
    .where('file_id', 'in', fileIds)
    .execute();
}

/** True for a file that nobody asked for before; the same file in a second attempt is converted already. */
export async function createPreview(tx: Transaction, file_id: string, created_at: string): Promise<boolean> {
  const made = await tx
    .insertInto('file_previews')
    .values({ file_id, created_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('file_id')
    .executeTakeFirst();
  return made !== undefined;
}

export type PreviewOutcome =
  | { state: 'converted'; shown_as: 'pdf' | 'document'; storage_key: string; size_bytes: number }
  | { state: 'failed'; reason: string };

/** What was settled once stays: a second run of the job changes nothing. */
export async function settlePreview(
  tx: Transaction,
  fileId: string,
  outcome: PreviewOutcome,
  finished_at: string,
): Promise<void> {
  await tx
    .updateTable('file_previews')
    .set({ ...outcome, finished_at })
    .where('file_id', '=', fileId)
    .where('state', '=', 'waiting')
    .execute();
}
