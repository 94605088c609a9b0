import { BrokenTable, detectSeparator, streamRows, type TableRow } from '../../../platform/csv/table-text.ts';
import { detectEncoding, firstText, readText } from './file-encoding.ts';
import { type ImportProblems, UnreadableFile } from './import-problems.ts';

/** A table of an import, and which of its lines are left out because they came back corrected. */
export interface TableFile {
  path: string;
  without: ReadonlySet<number>;
}

export interface PlacedRow extends TableRow {
  /** What names the row in the faults of the import. */
  place: string;
  /** Its line in the first file, whichever file it came back in; what is new stands last. */
  at: number;
}

export interface TableRows {
  names: string[];
  rows: PlacedRow[];
}

/** What the table of left out rows has besides the columns of the file (UXP-38). */
export const problemColumn = 'Problem';
export const lineColumn = 'Line in the file';

const last = Number.MAX_SAFE_INTEGER;

/**
 * The rows of an import, newest file first: a table of corrected rows is read together with the good rows of the
 * tables it corrects, so that what is not in it is not taken for gone (PLN-79).
 */
export async function readTables(
  files: readonly TableFile[],
  problems: ImportProblems,
  onProgress: (rows: number) => Promise<void>,
): Promise<TableRows> {
  const tables = [];
  for (const [depth, file] of files.entries()) {
    const table = await readTable(file.path, problems, onProgress);
    tables.push({ ...table, depth, without: file.without });
  }
  if (tables.length === 1 && tables[0]) {
    const { names, rows } = tables[0];
    return { names, rows: rows.map((row) => ({ ...row, place: placeOf(row.line, 0), at: row.line })) };
  }
  const added = [problemColumn, lineColumn];
  const all = tables.flatMap(({ names }) => names).filter((name) => !added.includes(name));
  const names = [...new Set(all)];
  const rows = tables.flatMap((table) => {
    const columns = names.map((name) => table.names.indexOf(name));
    const lines = table.names.indexOf(lineColumn);
    return table.rows
      .filter(({ line }) => !table.without.has(line))
      .map(({ line, cells }) => ({
        line,
        cells: columns.map((column) => cells[column] ?? ''),
        place: placeOf(line, table.depth),
        at: lines < 0 ? line : Number.parseInt(cells[lines] ?? '', 10) || last,
      }));
  });
  return { names, rows: rows.sort((left, right) => left.at - right.at) };
}

async function readTable(
  path: string,
  problems: ImportProblems,
  onProgress: (rows: number) => Promise<void>,
): Promise<{ names: string[]; rows: TableRow[] }> {
  const encoding = await detectEncoding(path);
  const { separator, skip_lines } = detectSeparator(await firstText(path, encoding, 65_536));
  if (encoding.name !== 'utf-8') {
    problems.note({
      code: 'encoding',
      place: '',
      value: encoding.name,
      detail: 'The file is not UTF-8; it was read in this encoding.',
    });
  }
  const rows: TableRow[] = [];
  try {
    for await (const row of streamRows(readText(path, encoding), { separator, is_lenient: true })) {
      if (row.line <= skip_lines || row.cells.every((cell) => cell.trim() === '')) continue;
      rows.push(row);
      if (rows.length % 2_000 === 0) await onProgress(rows.length);
    }
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
    problems.error({
      code: error.code,
      place: `line ${error.line}`,
      detail:
        'From here on the rows cannot be told apart: a quote is not closed, or a row is longer than 1 MB.',
    });
  }
  const [header, ...body] = rows;
  if (!header) throw new UnreadableFile('empty', 'The file holds no header.');
  return { names: header.cells.map((name, at) => name.trim() || `Column ${at + 1}`), rows: body };
}

function placeOf(line: number, depth: number): string {
  return depth === 0 ? `line ${line}` : `line ${line}, ${depth} ${depth === 1 ? 'file' : 'files'} before`;
}

/** Which line of which file, counted back from the import's own. */
export function rowAt(place: string): { line: number; depth: number } | null {
  const [, line, depth] = /^line (\d+)(?:, (\d+) files? before)?$/.exec(place) ?? [];
  return line === undefined ? null : { line: Number(line), depth: Number(depth ?? 0) };
}
