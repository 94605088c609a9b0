import { readFile, writeFile } from 'node:fs/promises';

/**
 * Takes out of a picture what its camera wrote beside it: place, time, device, thumbnails (IDN-107). The picture
 * itself stays as it is, byte for byte. Null when nothing was taken out or the file is of another kind.
 */
export function withoutMetadata(content: Buffer): Buffer | null {
  if (content.length > 3 && content.readUInt16BE(0) === 0xffd8) return withoutJpegMetadata(content);
  if (content.length > 8 && content.readUInt32BE(0) === 0x89504e47) return withoutPngMetadata(content);
  return null;
}

/** Does so in place; true when the file has changed. */
export async function stripMetadata(path: string): Promise<boolean> {
  const stripped = withoutMetadata(await readFile(path));
  if (stripped) await writeFile(path, stripped);
  return stripped !== null;
}

const startOfScan = 0xda;
const comment = 0xfe;
/** EXIF and XMP in APP1, Photoshop in APP13, and whatever makers put elsewhere; JFIF, ICC and Adobe colour stay. */
const keptApplications = new Set([0xe0, 0xe2, 0xee]);

function withoutJpegMetadata(content: Buffer): Buffer | null {
  const parts = [content.subarray(0, 2)];
  let orientation: number | null = null;
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    if (marker === startOfScan) break;
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length) return null;
    const segment = content.subarray(at, end);
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    const isKept = isApplication ? keptApplications.has(marker) : marker !== comment;
    if (isKept) parts.push(segment);
    else if (marker === 0xe1) orientation ??= orientationOf(segment.subarray(4));
    at = end;
  }
  parts.push(content.subarray(at));
  // Without it a picture taken upright would lie on its side.
  if (orientation !== null && orientation !== 1) parts.splice(1, 0, orientationSegment(orientation));
  const stripped = Buffer.concat(parts);
  return stripped.equals(content) ? null : stripped;
}

const exifStart = Buffer.from('Exif\0\0', 'latin1');
const orientationTag = 0x0112;

function orientationOf(payload: Buffer): number | null {
  if (!payload.subarray(0, 6).equals(exifStart)) return null;
  const tiff = payload.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = u32(4);
    for (let entry = 0; entry < u16(directory); entry += 1) {
      const at = directory + 2 + entry * 12;
      if (u16(at) === orientationTag) return u16(at + 8);
    }
  } catch {
    // A directory that points outside itself says nothing.
  }
  return null;
}

/** An EXIF segment that holds the orientation and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + exifStart.length + tiff.length, 2);
  return Buffer.concat([head, exifStart, tiff]);
}

const strippedChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function withoutPngMetadata(content: Buffer): Buffer | null {
  const parts = [content.subarray(0, 8)];
  let isChanged = false;
  for (let at = 8; at + 12 <= content.length; ) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return null;
    if (strippedChunks.has(content.toString('latin1', at + 4, at + 8))) isChanged = true;
    else parts.push(content.subarray(at, end));
    at = end;
  }
  return isChanged ? Buffer.concat(parts) : null;
}
