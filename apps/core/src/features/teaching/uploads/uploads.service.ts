import type { Readable } from 'node:stream';
import {
  uploadPartBytes,
  type WorkUpload,
  type WorkUploadCreate,
} from '@k12/contracts/teaching/work-uploads';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { plainName } from '../../../platform/files/plain-name.ts';
import { withReceivedBytes } from '../../../platform/files/receive-part.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { keepFile } from '../../operations/files/files.service.ts';
import { requireMayUploadWork } from './upload-access.service.ts';
import { workFileBytes } from './upload-limit.service.ts';
import * as queries from './uploads.queries.ts';

/** A part may be larger than proposed, but not so large that losing it hurts. */
const maxPartBytes = 4 * uploadPartBytes;

const mostUnderWay = 20;
const quietMs = 15 * 60_000;

/** Begins an upload. From now on its time counts, however slow the network is (TCH-52). */
export async function createUpload(
  context: Context,
  assignmentId: string,
  input: WorkUploadCreate,
): Promise<WorkUpload> {
  const most = await workFileBytes(context);
  if (input.size_bytes > most) {
    throw new Problem('request.too_large', { context: { max_bytes: most } });
  }
  return context.withTenant(async (tx) => {
    await requireMayUploadWork(tx, context, assignmentId, input.name);
    const now = nowOf(context);
    await requireFewUnderWay(tx, context);
    const row = await queries.createUpload(tx, {
      ...input,
      name: plainName(input.name),
      id: newId(),
      assignment_id: assignmentId,
      uploaded_by: context.actor.user_id ?? '',
      began_at: now,
      touched_at: now,
    });
    return present(tx, row);
  });
}

/** As many files as an assignment takes at most, and those left lying today do not count: parts are stored before they are checked. */
async function requireFewUnderWay(tx: Transaction, context: Context): Promise<void> {
  const since = new Date(context.platform.clock.now().getTime() - quietMs).toISOString();
  if ((await queries.countReceiving(tx, context.actor.user_id ?? '', since)) < mostUnderWay) return;
  throw new Problem('rate_limited', { retry_after: 60 });
}

export async function getUpload(context: Context, id: string): Promise<WorkUpload> {
  return context.readTenant(async (tx) => present(tx, await select(tx, context, id)));
}

/** Stored first, then counted: what is answered survives the end of this process at any moment (TCH-53). */
export async function addPart(
  context: Context,
  id: string,
  offset: number,
  body: Readable | null,
): Promise<WorkUpload> {
  const upload = await context.readTenant((tx) => select(tx, context, id));
  if (body === null) throw new Problem('request.malformed', { detail: 'The part is empty.' });
  if (upload.state !== 'receiving') throw new Problem('conflict');
  await refuseOffset(context, upload, offset);
  return withReceivedBytes([body], maxPartBytes, async ({ path, size }) => {
    if (size === 0) throw new Problem('request.malformed', { detail: 'The part is empty.' });
    if (offset + size > upload.size_bytes) throw new Problem('request.too_large');
    const storage_key = storageKey(context.actor.tenant_id, 'upload-part', newId());
    const source = { path, size, content_type: 'application/octet-stream' };
    await guarded(() => context.platform.files.store(storage_key, source));
    const part = { upload_id: id, starts_at_byte: offset, size_bytes: size, storage_key };
    const isKept = await context.withTenant((tx) => queries.addPart(tx, part, nowOf(context)));
    if (!isKept) await guarded(() => context.platform.files.remove(storage_key));
    const now = await context.withTenant((tx) => select(tx, context, id));
    if (!isKept) await refuseOffset(context, now, offset);
    return context.readTenant((tx) => present(tx, now));
  });
}

/** Puts the parts together without holding them in memory, and keeps the file when all is as it was said to be. */
export async function completeUpload(
  context: Context,
  id: string,
  sha256: string | undefined,
): Promise<WorkUpload> {
  const upload = await context.withTenant((tx) => select(tx, context, id));
  if (upload.state !== 'receiving') return context.readTenant((tx) => present(tx, upload));
  await refuseOffset(context, upload, upload.size_bytes);
  const parts = await context.withTenant((tx) => queries.listParts(tx, id));
  await withReceivedBytes(contentsOf(context, parts), upload.size_bytes, async (bytes) => {
    if (sha256 !== undefined && bytes.sha256.toString('hex') !== sha256) {
      throw invalid('/sha256', 'checksum', 'What arrived is not what was sent. Upload the file again.');
    }
    const { name, content_type } = upload;
    const outcome = await keep(context, { ...bytes, name, declared_type: content_type });
    await context.withTenant((tx) => queries.settleUpload(tx, id, outcome, nowOf(context)));
  });
  await removeParts(context, parts);
  return context.withTenant(async (tx) => present(tx, await select(tx, context, id)));
}

type Outcome = Parameters<typeof queries.settleUpload>[2];

/** A file that is refused stays refused: the student is told why and picks another (TCH-53). */
async function keep(context: Context, received: Parameters<typeof keepFile>[2]): Promise<Outcome> {
  const declared_type = received.declared_type === '' ? 'application/octet-stream' : received.declared_type;
  try {
    const file = await keepFile(context, 'submission', { ...received, declared_type });
    return { state: 'completed', file_id: file.id };
  } catch (error) {
    const code = error instanceof Problem ? error.details.errors?.[0]?.code : undefined;
    if (code === undefined) throw error;
    return { state: 'refused', refusal: code };
  }
}

export async function deleteUpload(context: Context, id: string): Promise<void> {
  const parts = await context.withTenant(async (tx) => {
    const upload = await select(tx, context, id);
    if (upload.state !== 'receiving') throw new Problem('conflict');
    const stored = await queries.listParts(tx, id);
    await queries.deleteUpload(tx, id);
    return stored;
  });
  await removeParts(context, parts);
}

/** For the nightly job: uploads that nobody went on with for so long. */
export async function forgetOldUploads(context: Context, before: string): Promise<void> {
  for (;;) {
    const old = await context.readTenant((tx) => queries.listOldUploads(tx, before, 100));
    for (const { id } of old) {
      const parts = await context.withTenant(async (tx) => {
        const stored = await queries.listParts(tx, id);
        await queries.deleteUpload(tx, id);
        return stored;
      });
      await removeParts(context, parts);
    }
    if (old.length < 100) return;
  }
}

async function* contentsOf(context: Context, parts: readonly { storage_key: string }[]) {
  for (const { storage_key } of parts) yield await guarded(() => context.platform.files.open(storage_key));
}

async function removeParts(context: Context, parts: readonly { storage_key: string }[]): Promise<void> {
  for (const { storage_key } of parts) await guarded(() => context.platform.files.remove(storage_key));
}

/** Says where the upload stands, so that the sender goes on from there. */
async function refuseOffset(context: Context, upload: queries.UploadRow, offset: number): Promise<void> {
  if (upload.received_bytes === offset) return;
  const current = await context.readTenant((tx) => present(tx, upload));
  throw new Problem('upload.offset', { current });
}

function select(tx: Transaction, context: Context, id: string) {
  return queries.selectUpload(tx, id, context.actor.user_id);
}

async function present(tx: Transaction, row: queries.UploadRow): Promise<WorkUpload> {
  const file = row.file_id ? await queries.selectOptionalFile(tx, row.file_id) : undefined;
  const { id, assignment_id, name, size_bytes, received_bytes, state, refusal } = row;
  return {
    ...{ id, assignment_id, name, size_bytes, received_bytes, state, refusal, part_bytes: uploadPartBytes },
    file: file
      ? {
          file_id: file.id,
          name: file.name,
          size_bytes: file.size_bytes,
          content_type: file.content_type,
          sha256: file.sha256.toString('hex'),
        }
      : null,
  };
}

function nowOf({ platform }: Context): string {
  return platform.clock.now().toISOString();
}
