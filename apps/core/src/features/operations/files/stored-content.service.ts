import type { Context } from '../../../platform/context.ts';
import { guarded } from '../../../platform/files/storage.ts';
import type { StoredContent } from '../../../platform/http/send-content.ts';
import * as queries from './files.queries.ts';

export interface FoundContent {
  file: queries.FileRow;
  stored: StoredContent;
}

/** For features whose own record names the file: that record has decided who may. Opened when it is sent. */
export async function findStoredContent(context: Context, id: string): Promise<FoundContent> {
  const file = await context.readTenant((tx) => queries.selectFile(tx, id));
  return { file, stored: storedContent(context, file) };
}

export function storedContent(
  { platform }: Context,
  { storage_key, size_bytes, sha256 }: queries.FileRow,
): StoredContent {
  return {
    size_bytes: Number(size_bytes),
    sha256,
    open: (span) => guarded(() => platform.files.open(storage_key, span)),
  };
}
