import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';

export type FileRow = Awaited<ReturnType<typeof selectFile>>;

export interface NewFile {
  id: string;
  purpose: string;
  name: string;
  content_type: string;
  size_bytes: number;
  sha256: Buffer;
  storage_key: string;
  uploaded_by: string;
  created_at: string;
}

export function createFile(tx: Transaction, file: NewFile) {
  return tx.insertInto('files').values(file).returningAll().executeTakeFirstOrThrow();
}

export function selectOptionalFile(tx: Transaction, id: string) {
  return tx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Which of these are pictures that texts may name. */
export async function listPictureIds(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('files')
    .select('id')
    .where('id', 'in', ids)
    .where('purpose', '=', 'resource')
    .where('content_type', 'like', 'image/%')
    .execute();
  return rows.map(({ id }) => id);
}

export function selectOptionalPortrait(tx: Transaction, id: string) {
  return tx
    .selectFrom('files')
    .innerJoin('users', 'users.avatar_file_id', 'files.id')
    .select(['files.storage_key', 'files.content_type', 'files.size_bytes'])
    .where('files.id', '=', id)
    .where('files.purpose', '=', 'avatar')
    .whereRef('users.id', '=', 'files.uploaded_by')
    .executeTakeFirst();
}

/** The key of its bytes; undefined when it is gone already. */
export async function deleteFile(tx: Transaction, id: string): Promise<string | undefined> {
  const row = await tx.deleteFrom('files').where('id', '=', id).returning('storage_key').executeTakeFirst();
  return row?.storage_key;
}

export async function selectFile(tx: Transaction, id: string) {
  const file = await selectOptionalFile(tx, id);
  if (!file) throw new Problem('not_found');
  return file;
}

export async function selectOptionalKey(
  tx: Transaction,
  purpose: string,
  sha256: Buffer,
): Promise<string | undefined> {
  const file = await tx
    .selectFrom('files')
    .select('storage_key')
    .where('sha256', '=', sha256)
    .where('purpose', '=', purpose)
    .limit(1)
    .executeTakeFirst();
  return file?.storage_key;
}
