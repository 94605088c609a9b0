import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { storeBytes } from '../../../platform/files/store-bytes.ts';
import type { NewFile } from './files.queries.ts';
import * as queries from './files.queries.ts';

interface PackagedFile {
  id: string;
  name: string;
  content_type: string;
  sha256: Buffer;
  bytes: Buffer;
  uploaded_by: string;
}

/** Keeps what a package brought and somebody inspected; what lies there already lies there once (PLN-127). */
export async function keepPackaged(tx: Transaction, context: Context, file: PackagedFile): Promise<NewFile> {
  const { bytes, ...facts } = file;
  const { platform, actor } = context;
  const known = await queries.selectOptionalKey(tx, 'resource', file.sha256);
  const storage_key = known ?? storageKey(actor.tenant_id, 'resource', file.id);
  if (!known) await guarded(() => storeBytes(platform.files, storage_key, bytes, file.content_type));
  const created_at = platform.clock.now().toISOString();
  return { ...facts, purpose: 'resource', size_bytes: bytes.length, storage_key, created_at };
}
