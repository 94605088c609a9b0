import type { Context } from '../../../platform/context.ts';
import { csvTable } from '../../../platform/csv/write-csv.ts';
import { Problem } from '../../../platform/errors.ts';
import { ImportProblems } from './import-problems.ts';
import * as queries from './imports.queries.ts';
import { selectVisibleImport } from './imports.service.ts';
import { withTableFiles } from './table-files.service.ts';
import { lineColumn, problemColumn, readTables } from './table-rows.ts';

/** The left out rows as they were, each with what is wrong: put right, they are imported as a correction (UXP-38). */
export async function badRowsTable(context: Context, id: string): Promise<string> {
  const { row, faults } = await context.readTenant(async (tx) => ({
    row: await selectVisibleImport(tx, context, id),
    faults: await queries.listProblems(tx, id, { severity: 'error', limit: 50_000 }, -1),
  }));
  if (row.format !== 'csv') throw new Problem('conflict', { detail: 'Only a table has rows.' });
  const wrong = new Map<string, string[]>();
  for (const { place, detail } of faults) wrong.set(place, [...(wrong.get(place) ?? []), detail]);
  const { names, rows } = await withTableFiles(context, row, (files) =>
    readTables(files, new ImportProblems(), async () => {}),
  );
  const bad = rows
    .filter(({ place }) => wrong.has(place))
    .map(({ cells, place, at }) => [
      ...names.map((_, column) => cells[column] ?? ''),
      Number.isSafeInteger(at + 1) ? String(at) : '',
      (wrong.get(place) ?? []).join(' '),
    ]);
  return csvTable([[...names, lineColumn, problemColumn], ...bad]);
}
