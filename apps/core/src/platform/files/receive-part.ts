import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../errors.ts';

export interface ReceivedBytes {
  path: string;
  size: number;
  sha256: Buffer;
}

/**
 * Writes a stream to this machine piece by piece, never holding more than one piece in memory, stops at the limit and
 * cleans up afterwards. A sender that goes away half-way leaves nothing.
 */
export async function withReceivedBytes<T>(
  streams: AsyncIterable<Readable> | Iterable<Readable>,
  maxBytes: number,
  work: (bytes: ReceivedBytes) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-part-'));
  try {
    const path = join(folder, 'bytes');
    const hash = createHash('sha256');
    let size = 0;
    for await (const stream of streams) {
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          done(size > maxBytes ? new Problem('request.too_large') : null, chunk);
        },
      });
      await pipeline(stream, measure, createWriteStream(path, { flags: 'a' }));
    }
    return await work({ path, size, sha256: hash.digest() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
