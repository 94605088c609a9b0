import { open } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { archiveExtensions, executableExtensions } from './file-types.ts';
import { readZipDirectory, readZipDirectoryOf, UnreadableArchive, type ZipEntry } from './zip-directory.ts';

/** IDN-106. */
export const archiveLimits = {
  entries: 10_000,
  bytes: 2 * 1024 ** 3,
  ratio: 100,
  inner_bytes: 64 * 1024 ** 2,
};

/** Small files compress well without being a bomb. */
const ratioCountsFrom = 1024 * 1024;

/** Why an archive is refused, or null. One level of archives inside is looked into, a second is refused. */
export async function inspectArchive(path: string, isOffice: boolean): Promise<string | null> {
  try {
    const entries = await readZipDirectory(path);
    const fault = faultOf(entries);
    if (fault || isOffice) return fault;
    for (const entry of entries.filter(({ name }) => isArchive(name))) {
      if (extensionOf(entry.name) !== 'zip') return 'archive_nested';
      const inner = readZipDirectoryOf(await unpack(path, entry));
      const innerFault =
        faultOf(inner) ?? (inner.some(({ name }) => isArchive(name)) ? 'archive_nested' : null);
      if (innerFault) return innerFault;
    }
    return null;
  } catch (error) {
    if (error instanceof UnreadableArchive || error instanceof RangeError) return 'archive_unreadable';
    if (
      (error as NodeJS.ErrnoException).code?.startsWith('Z_') ||
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    ) {
      return 'archive_unreadable';
    }
    throw error;
  }
}

function faultOf(entries: ZipEntry[]): string | null {
  if (entries.length > archiveLimits.entries) return 'archive_too_many_entries';
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const compressed = entries.reduce((sum, entry) => sum + entry.compressed_size, 0);
  if (size > archiveLimits.bytes) return 'archive_too_large';
  if (size > ratioCountsFrom && size > compressed * archiveLimits.ratio) return 'archive_expands_too_much';
  for (const { name, encrypted, is_link } of entries) {
    if (encrypted) return 'archive_encrypted';
    if (is_link) return 'archive_link';
    if (isOutside(name)) return 'archive_path';
    if (executableExtensions.has(extensionOf(name))) return 'executable';
  }
  return null;
}

/** Paths that would leave the folder they are unpacked into. */
function isOutside(name: string): boolean {
  return name.includes('\u0000') || /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..');
}

export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function isArchive(name: string): boolean {
  return archiveExtensions.has(extensionOf(name));
}

/** What one entry holds, never more than the limit, whatever the archive claims. */
export async function unpack(path: string, entry: ZipEntry): Promise<Buffer> {
  if (entry.size > archiveLimits.inner_bytes) throw new UnreadableArchive();
  const file = await open(path);
  try {
    const header = Buffer.alloc(30);
    await file.read(header, 0, 30, entry.offset);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = Buffer.alloc(entry.compressed_size);
    await file.read(packed, 0, packed.length, start);
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw new UnreadableArchive();
    return inflateRawSync(packed, { maxOutputLength: archiveLimits.inner_bytes });
  } finally {
    await file.close();
  }
}
