import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from './storage.ts';

/** For what was made in memory: the storage takes files of this machine. */
export async function storeBytes(
  files: Storage,
  key: string,
  bytes: Buffer | string,
  content_type: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-store-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    await files.store(key, { path, size: Buffer.byteLength(bytes), content_type });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
