import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../../platform/context.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import * as queries from './imports.queries.ts';
import { rowAt, type TableFile } from './table-rows.ts';

type Import = Pick<queries.ImportRow, 'id' | 'file_id' | 'corrects_import_id'>;

const mostCorrections = 20;

/** The file of an import, and those of the imports whose left out rows it brings, on the disk for as long as it takes. */
export async function withTableFiles<T>(
  context: Context,
  row: Import,
  use: (files: TableFile[]) => Promise<T>,
): Promise<T> {
  const chain = await context.readTenant((tx) => chainOf(row, (id) => queries.selectImport(tx, id)));
  const faults = await context.readTenant(async (tx) => {
    const places = [];
    for (const { id } of chain.slice(1)) places.push(await queries.listBadPlaces(tx, id));
    return places;
  });
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-standards-'));
  try {
    const files: TableFile[] = [];
    for (const [at, { file_id }] of chain.entries()) {
      const path = join(folder, String(at));
      const { content } = await openStoredFile(context, file_id);
      await pipeline(content, createWriteStream(path));
      files.push({ path, without: linesOut(faults, at) });
    }
    return await use(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function chainOf(row: Import, select: (id: string) => Promise<Import>): Promise<Import[]> {
  const chain = [row];
  for (let next = row.corrects_import_id; next && chain.length <= mostCorrections; ) {
    const before = await select(next);
    chain.push(before);
    next = before.corrects_import_id;
  }
  return chain;
}

/** Lines of the file at this place of the chain that some import from it on found bad. */
function linesOut(faults: readonly string[][], at: number): Set<number> {
  const lines = faults.slice(0, at).flatMap((places, index) =>
    places.flatMap((place) => {
      const row = rowAt(place);
      return row && row.depth === at - (index + 1) ? [row.line] : [];
    }),
  );
  return new Set(lines);
}
