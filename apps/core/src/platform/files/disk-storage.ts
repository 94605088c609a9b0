import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Storage } from './storage.ts';

/** Files in a folder of this machine. */
export function createDiskStorage(folder: string): Storage {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error('A storage key left its folder');
    return path;
  };
  return {
    kind: 'disk',
    async store(key, source) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Whole or not at all: a crash half-way leaves only the copy with the other name.
      const copy = `${path}.${randomUUID()}.part`;
      await copyFile(source.path, copy);
      await rename(copy, path);
    },
    async open(key, span) {
      const file = await open(pathOf(key));
      return createReadStream('', { fd: file, ...span });
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async probe() {
      const path = join(root, 'probes', randomUUID());
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, 'probe');
      const found = await readFile(path, 'utf8');
      await rm(path);
      if (found !== 'probe') throw new Error('The storage did not return what was written');
      const { bavail, bfree, blocks } = await statfs(root);
      // Of what may be used at all: a part of many disks is set aside.
      const usable = blocks - bfree + bavail;
      return { free_percent: Math.round((bavail / usable) * 1000) / 10 };
    },
    close: () => undefined,
  };
}
