import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export interface NewUpload {
  id: string;
  assignment_id: string;
  uploaded_by: string;
  name: string;
  content_type: string;
  size_bytes: number;
  began_at: string;
  touched_at: string;
}

export function createUpload(tx: Transaction, upload: NewUpload) {
  return tx.insertInto('work_uploads').values(upload).returningAll().executeTakeFirstOrThrow();
}

export type UploadRow = Awaited<ReturnType<typeof createUpload>>;

export async function countReceiving(tx: Transaction, uploaderId: string, since: string): Promise<number> {
  const { count } = await tx
    .selectFrom('work_uploads')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('uploaded_by', '=', uploaderId)
    .where('state', '=', 'receiving')
    .where('touched_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** An upload is its uploader's alone (TCH-64). */
export async function selectUpload(
  tx: Transaction,
  id: string,
  uploaderId: string | null,
): Promise<UploadRow> {
  const upload = await tx
    .selectFrom('work_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('uploaded_by', '=', uploaderId)
    .executeTakeFirst();
  if (!upload) throw new Problem('not_found');
  return upload;
}

/** The part is kept when it begins where the last one ended; false when another came first. */
export async function addPart(
  tx: Transaction,
  part: { upload_id: string; starts_at_byte: number; size_bytes: number; storage_key: string },
  touched_at: string,
): Promise<boolean> {
  const moved = await tx
    .updateTable('work_uploads')
    .set({ received_bytes: part.starts_at_byte + part.size_bytes, touched_at })
    .where('id', '=', part.upload_id)
    .where('received_bytes', '=', part.starts_at_byte)
    .where('state', '=', 'receiving')
    .returning('id')
    .executeTakeFirst();
  if (!moved) return false;
  await tx.insertInto('work_upload_parts').values(part).execute();
  return true;
}

export function listParts(tx: Transaction, uploadId: string) {
  return tx
    .selectFrom('work_upload_parts')
    .selectAll()
    .where('upload_id', '=', uploadId)
    .orderBy('starts_at_byte')
    .execute();
}

/** False when somebody else has settled it in the meantime. */
export async function settleUpload(
  tx: Transaction,
  id: string,
  outcome: { state: 'completed'; file_id: string } | { state: 'refused'; refusal: string },
  touched_at: string,
): Promise<boolean> {
  const settled = await tx
    .updateTable('work_uploads')
    .set({ ...outcome, touched_at })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .returning('id')
    .executeTakeFirst();
  await tx.deleteFrom('work_upload_parts').where('upload_id', '=', id).execute();
  return settled !== undefined;
}

export async function deleteUpload(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('work_uploads').where('id', '=', id).where('state', '=', 'receiving').execute();
}

/** Given up by whoever began them. */
export function listOldUploads(tx: Transaction, before: string, limit: number) {
  return tx
    .selectFrom('work_uploads')
    .select('id')
    .where('state', '=', 'receiving')
    .where('touched_at', '<', before)
    .limit(limit)
    .execute();
}

export function selectOptionalFile(tx: Transaction, id: string) {
  return tx
    .selectFrom('files')
    .select(['id', 'name', 'size_bytes', 'content_type', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
}
