import { open } from 'node:fs/promises';

export interface ZipEntry {
  name: string;
  encrypted: boolean;
  is_link: boolean;
  compressed_size: number;
  size: number;
  method: number;
  offset: number;
}

export class UnreadableArchive extends Error {}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const maxComment = 65_535;
/** Central directories of archives within our limits are far smaller. */
const maxDirectoryBytes = 16 * 1024 * 1024;
const linkMode = 0o120000;
const kindMask = 0o170000;

/**
 * The list of contents at the end of a zip file. Sizes are what the archive claims: whoever unpacks it must stop
 * at them. 64-bit archives are refused, for what only they can hold is past our limits anyway (IDN-106).
 */
export async function readZipDirectory(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, endLength + maxComment));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = findEnd(tail);
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (count === 0xffff || start + length > size || length > maxDirectoryBytes)
      throw new UnreadableArchive();
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, start);
    return readEntries(directory, count);
  } finally {
    await file.close();
  }
}

export function readZipDirectoryOf(content: Buffer): ZipEntry[] {
  const end = findEnd(content);
  const start = content.readUInt32LE(end + 16);
  const length = content.readUInt32LE(end + 12);
  if (start + length > content.length) throw new UnreadableArchive();
  return readEntries(content.subarray(start, start + length), content.readUInt16LE(end + 10));
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endSignature) return at;
  }
  throw new UnreadableArchive();
}

function readEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature)
      throw new UnreadableArchive();
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const size = directory.readUInt32LE(at + 24);
    const compressed_size = directory.readUInt32LE(at + 20);
    if (size === 0xffffffff || compressed_size === 0xffffffff) throw new UnreadableArchive();
    entries.push({
      name: directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      is_link: ((directory.readUInt32LE(at + 38) >>> 16) & kindMask) === linkMode,
      method: directory.readUInt16LE(at + 10),
      compressed_size,
      size,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}
