import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem } from '../errors.ts';

export interface ReceivedFile {
  path: string;
  name: string;
  declared_type: string;
  size: number;
  sha256: Buffer;
}

const maxNameLength = 200;

/** Writes the one file of a multipart request to this machine, stops at the limit, and cleans up afterwards. */
export async function withReceivedFile<T>(
  request: FastifyRequest,
  maxBytes: number,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new Problem('request.unsupported_type');
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-upload-'));
  try {
    return await work(await receive(request, join(folder, 'file'), maxBytes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: FastifyRequest, path: string, maxBytes: number): Promise<ReceivedFile> {
  const part = await nextFile(request, maxBytes);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      // Stops reading at the limit instead of finding out at the end (IDN-105).
      done(size > maxBytes ? new Problem('request.too_large') : null, chunk);
    },
  });
  await pipeline(part.file, measure, createWriteStream(path));
  if (part.file.truncated) throw new Problem('request.too_large');
  if (size === 0) throw invalid('/file', 'empty', 'The file is empty.');
  return { path, name: plainName(part.filename), declared_type: part.mimetype, size, sha256: hash.digest() };
}

async function nextFile(request: FastifyRequest, maxBytes: number) {
  const limits = { fileSize: maxBytes + 1, files: 1, fields: 5, fieldSize: 1_000, headerPairs: 50 };
  let part: Awaited<ReturnType<FastifyRequest['file']>>;
  try {
    part = await request.file({ limits, throwFileSizeLimit: false });
  } catch {
    throw new Problem('request.malformed', { detail: 'The form could not be read.' });
  }
  if (!part) throw invalid('/file', 'required', 'The form holds no file.');
  return part;
}

/** A name to show and to save under; never a path, never invisible characters. */
function plainName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const visible = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .trim();
  const extension = /\.[^.]{1,12}$/.exec(visible)?.[0] ?? '';
  return (
    (visible.length > maxNameLength
      ? visible.slice(0, maxNameLength - extension.length) + extension
      : visible) || 'file'
  );
}
