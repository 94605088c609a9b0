import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FilePurpose, StoredFile } from '@k12/contracts/operations/files';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { inspectFile } from '../../../platform/files/inspect-file.ts';
import { plainName } from '../../../platform/files/plain-name.ts';
import { purposes } from '../../../platform/files/purposes.ts';
import type { ReceivedFile } from '../../../platform/files/receive-file.ts';
import { drawAvatar } from '../../../platform/files/redraw-picture.ts';
import { guarded, storageKey } from '../../../platform/files/storage.ts';
import { stripMetadata } from '../../../platform/files/strip-metadata.ts';
import { checkLink, contentLink } from './file-links.ts';
import * as policy from './files.policy.ts';
import * as queries from './files.queries.ts';
import { type FoundContent, storedContent } from './stored-content.service.ts';

export { checkLink, linkMarks } from './file-links.ts';

/** Asked before the first byte is read: who may not upload shall not make the server receive. */
export function requireMayUpload(context: Context, purpose: FilePurpose): void {
  if (policy.canUpload(context.actor, purpose)) return;
  throw new Problem('forbidden', { context: { capability: purposes[purpose].capability } });
}

/** Inspects what was received and keeps it; the row is written last, so that it never promises missing bytes. */
export async function keepFile(
  context: Context,
  purpose: FilePurpose,
  given: ReceivedFile,
): Promise<StoredFile> {
  const { platform, actor } = context;
  const received = { ...given, name: plainName(given.name) };
  const inspection = await inspectFile(received, purposes[purpose]);
  if (inspection.fault !== null) {
    platform.metrics.files_uploaded.inc({ purpose, outcome: 'refused' });
    throw invalid('/file', inspection.fault, refusals[inspection.fault] ?? 'This file is not accepted.');
  }
  if ((await platform.scanner?.(received.path)) === 'infected') {
    platform.metrics.files_uploaded.inc({ purpose, outcome: 'infected' });
    throw invalid('/file', 'infected', 'A virus was found in this file.');
  }
  const id = newId();
  const { kept, content_type } = await asKept(purpose, received, inspection.content_type);
  const known = await keyOfSameContent(context, purpose, kept.sha256);
  const storage_key = known ?? storageKey(actor.tenant_id, purpose, id);
  if (!known) {
    await guarded(() =>
      platform.files.store(storage_key, { path: kept.path, size: kept.size, content_type }),
    );
  }
  const file = await context.withTenant(async (tx) => {
    const row = await queries.createFile(tx, {
      id,
      purpose,
      name: kept.name,
      content_type,
      size_bytes: kept.size,
      sha256: kept.sha256,
      storage_key,
      uploaded_by: actor.user_id ?? '',
      created_at: platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, { action: 'file.created', target_type: 'file', target_id: id });
    return row;
  });
  platform.metrics.files_uploaded.inc({ purpose, outcome: 'kept' });
  return present(context, file);
}

/** What the library holds already lies there once, however many upload it (PLN-127). */
async function keyOfSameContent(
  context: Context,
  purpose: FilePurpose,
  sha256: Buffer,
): Promise<string | undefined> {
  if (purpose !== 'resource') return undefined;
  return context.readTenant((tx) => queries.selectOptionalKey(tx, purpose, sha256));
}

const pictures = new Set(['image/jpeg', 'image/png']);

/** Where and when a picture was taken is nobody's business but the photographer's (IDN-107). */
async function withoutPlace(received: ReceivedFile, content_type: string): Promise<ReceivedFile> {
  if (!pictures.has(content_type) || !(await stripMetadata(received.path))) return received;
  return holding(received, await readFile(received.path));
}

const holding = (received: ReceivedFile, content: Buffer): ReceivedFile => ({
  ...received,
  size: content.length,
  sha256: createHash('sha256').update(content).digest(),
});

/** A picture of a person is drawn anew and small; any other file stays what it was (UXP-109). */
async function asKept(purpose: FilePurpose, received: ReceivedFile, content_type: string) {
  if (purpose !== 'avatar') return { kept: await withoutPlace(received, content_type), content_type };
  const drawn = await drawAvatar(received.path);
  if (drawn.fault !== null) throw invalid('/file', drawn.fault, refusals[drawn.fault] ?? '');
  const name = received.name.replace(/\.[^.]+$/, '.webp');
  return { kept: { ...holding(received, drawn.content), name }, content_type: 'image/webp' };
}

export async function getFile(context: Context, id: string): Promise<StoredFile> {
  return present(context, await selectReadable(context, id));
}

export async function findContent(
  context: Context,
  id: string,
  link: { expires?: number; signature?: string },
): Promise<FoundContent> {
  checkLink(context, id, link);
  const file = await selectReadable(context, id);
  return { file, stored: storedContent(context, file) };
}

/** For features whose own record names the file: that record has decided who may. */
export async function openStoredFile(
  context: Context,
  id: string,
): Promise<{ file: queries.FileRow; content: Readable }> {
  const file = await context.readTenant((tx) => queries.selectFile(tx, id));
  return { file, content: await guarded(() => context.platform.files.open(file.storage_key)) };
}

/** The file somebody names in a request must be their own upload, for this purpose. */
export async function selectUpload(
  context: Context,
  id: string,
  purpose: FilePurpose,
): Promise<queries.FileRow> {
  const file = await selectReadable(context, id);
  if (file.purpose !== purpose || file.uploaded_by !== context.actor.user_id) throw new Problem('not_found');
  return file;
}

/** Deletes a file no record names any more; what it returns removes the bytes and is called after the transaction. */
export async function forgetFile(
  tx: Transaction,
  { platform }: Context,
  id: string,
): Promise<() => Promise<void>> {
  const key = await queries.deleteFile(tx, id);
  return async () => {
    if (key) await guarded(() => platform.files.remove(key));
  };
}

async function selectReadable(context: Context, id: string): Promise<queries.FileRow> {
  const file = await context.readTenant((tx) => queries.selectFile(tx, id));
  if (!policy.canReadFile(context.actor, file)) throw new Problem('not_found');
  return file;
}

function present(context: Context, file: queries.FileRow): StoredFile {
  const { id, name, content_type, size_bytes, created_at } = file;
  const purpose = file.purpose as FilePurpose;
  return { id, purpose, name, content_type, size_bytes, created_at, content_url: contentLink(context, id) };
}

const refusals: Record<string, string> = {
  executable: 'Programs and scripts are not accepted.',
  double_extension: 'The name has two extensions. Rename the file.',
  type_not_accepted: 'This kind of file is not accepted here.',
  type_mismatch: 'The browser calls this file something else than its name does.',
  content_mismatch: 'The content is not what the name says.',
  encrypted: 'The file is protected with a password.',
  too_many_pixels: 'The picture is too large. At most 40 million points are accepted.',
  damaged: 'The picture cannot be read.',
  archive_encrypted: 'The archive is protected with a password.',
  archive_nested: 'The archive holds archives inside archives.',
  archive_link: 'The archive holds links.',
  archive_path: 'The archive holds paths that lead outside of it.',
  archive_too_many_entries: 'The archive holds more than 10,000 files.',
  archive_too_large: 'Unpacked, the archive would be larger than 2 GB.',
  archive_expands_too_much: 'The archive expands more than a hundredfold.',
  archive_unreadable: 'The archive cannot be read.',
};
