import type { Readable } from 'node:stream';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { guarded } from '../../../platform/files/storage.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { convertPreviewJob } from './previews.jobs.ts';
import * as queries from './previews.queries.ts';
import { endingToConvert } from './previews.rules.ts';

export interface Preview {
  file_id: string;
  state: 'waiting' | 'converted' | 'failed';
  shown_as: 'pdf' | 'document' | null;
}

/** With the attempt that brings them: nobody waits for a conversion while grading (TCH-73). */
export async function askForPreviews(
  tx: Transaction,
  context: Context,
  files: readonly { file_id: string; content_type: string }[],
): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  for (const { file_id, content_type } of files) {
    if (endingToConvert(content_type) === null) continue;
    if (await queries.createPreview(tx, file_id, now))
      await enqueue(tx, context, convertPreviewJob, { file_id }, { unique_key: file_id });
  }
}

export async function previewsOf(
  tx: Transaction,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, Preview>> {
  const rows = await queries.listPreviews(tx, fileIds);
  return new Map(rows.map((row) => [row.file_id, row]));
}

/** For features whose own record names the file: that record has decided who may. */
export async function openPreview(
  context: Context,
  fileId: string,
): Promise<{ content: Readable; shown_as: 'pdf' | 'document'; size_bytes: number }> {
  const preview = await context.readTenant((tx) => queries.selectOptionalPreview(tx, fileId));
  const { storage_key, shown_as, size_bytes } = preview ?? {};
  if (!storage_key || !shown_as) throw new Problem('not_found');
  const content = await guarded(() => context.platform.files.open(storage_key));
  return { content, shown_as, size_bytes: Number(size_bytes) };
}
