import type { Readable } from 'node:stream';
import type { Context } from '../../../platform/context.ts';
import { guarded } from '../../../platform/files/storage.ts';
import * as queries from './files.queries.ts';

const largest = 15 * 1024 * 1024;

/**
 * A picture inside a text, for whoever may read that text; undefined when there is none, or what is there is no
 * picture. Hand-ins and other uploads are not reached this way, whatever a text names.
 */
export async function openPicture(
  context: Context,
  id: string,
): Promise<{ content: Readable; content_type: string; size_bytes: number } | undefined> {
  const file = await context.readTenant((tx) => queries.selectOptionalFile(tx, id));
  if (file?.purpose !== 'resource' || !file.content_type.startsWith('image/')) return undefined;
  const size_bytes = Number(file.size_bytes);
  if (size_bytes > largest) return undefined;
  const content = await guarded(() => context.platform.files.open(file.storage_key));
  return { content, content_type: file.content_type, size_bytes };
}
