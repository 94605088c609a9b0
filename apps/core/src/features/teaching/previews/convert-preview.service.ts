import { buffer } from 'node:stream/consumers';
import type { Context } from '../../../platform/context.ts';
import { findOffice, officeToPdf } from '../../../platform/files/office-to-pdf.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { storeBytes } from '../../../platform/files/store-bytes.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import { readWordText } from '../../planning/imports/word-text.service.ts';
import * as queries from './previews.queries.ts';
import { endingToConvert } from './previews.rules.ts';

/** Such a file is in memory while it is converted. */
const largestBytes = 60_000_000;

interface Run {
  /** No further try follows: what goes wrong now is the answer. */
  is_last: boolean;
  signal: AbortSignal;
}

interface Converted {
  shown_as: 'pdf' | 'document';
  bytes: Buffer;
}

/** By the office program of this machine where there is one; else the words of a word-processor file (TCH-73). */
export async function convertPreview(context: Context, fileId: string, run: Run): Promise<void> {
  const waiting = await context.readTenant((tx) => queries.selectOptionalPreview(tx, fileId));
  if (waiting?.state !== 'waiting') return;
  const settle = (outcome: queries.PreviewOutcome) =>
    context.withTenant((tx) =>
      queries.settlePreview(tx, fileId, outcome, context.platform.clock.now().toISOString()),
    );
  try {
    const made = await convert(context, fileId, run.signal);
    if (!made) return await settle({ state: 'failed', reason: 'not_convertible' });
    const storage_key = storageKey(context.actor.tenant_id, 'preview', fileId);
    const type = made.shown_as === 'pdf' ? 'application/pdf' : 'application/json';
    await guarded(() => storeBytes(context.platform.files, storage_key, made.bytes, type));
    const { shown_as, bytes } = made;
    await settle({ state: 'converted', shown_as, storage_key, size_bytes: bytes.length });
  } catch (error) {
    if (!run.is_last) throw error;
    context.platform.log.warn({ err: error, file_id: fileId }, 'a file could not be converted');
    await settle({ state: 'failed', reason: 'unreadable' });
  }
}

async function convert(context: Context, fileId: string, signal: AbortSignal): Promise<Converted | null> {
  const { content, file } = await openStoredFile(context, fileId);
  const ending = endingToConvert(file.content_type);
  if (Number(file.size_bytes) > largestBytes) {
    content.destroy();
    return null;
  }
  const bytes = await buffer(content);
  const office = await findOffice();
  if (office && ending) {
    const pdf = await officeToPdf(office, bytes, ending, signal).catch((error: unknown) => {
      // The words of a document are better than nothing of it.
      if (ending !== 'docx') throw error;
      return null;
    });
    if (pdf) return { shown_as: 'pdf', bytes: pdf };
  }
  const words = ending === 'docx' ? readWordText(bytes) : null;
  return words && { shown_as: 'document', bytes: Buffer.from(JSON.stringify(words)) };
}
