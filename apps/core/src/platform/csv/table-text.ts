export interface TableRow {
  /** The line of the file it begins on; a cell in quotes may hold more lines. */
  line: number;
  cells: string[];
}

/** From this line on the rows cannot be told apart. */
export class BrokenTable extends Error {
  readonly code: 'quote_not_closed' | 'text_after_quote' | 'row_too_long';
  readonly line: number;
  constructor(code: BrokenTable['code'], line: number) {
    super(`${code} in line ${line}`);
    this.name = 'BrokenTable';
    this.code = code;
    this.line = line;
  }
}

const separators = [',', ';', '\t'] as const;

/** The separator that splits the first line into most columns; what stands in quotes does not count. */
export function detectSeparator(start: string): { separator: string; skip_lines: number } {
  const declared = /^sep=(.)\r?\n/i.exec(start)?.[1];
  if (declared) return { separator: declared, skip_lines: 1 };
  const firstLine = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start.replace(/^[\r\n]+/, ''))?.[0] ?? '';
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length);
  return { separator: separators[counts.indexOf(Math.max(...counts))] ?? ',', skip_lines: 0 };
}

interface Reading {
  separator: string;
  /** Takes a cell as it stands when text goes on behind its closing quotation mark. */
  is_lenient?: boolean;
}

/** The rows of a whole text, empty ones included. */
export function splitRows(text: string, reading: Reading, first = 1): TableRow[] {
  const rows: TableRow[] = [];
  let [at, line] = [0, first];
  while (at < text.length) {
    const row = readRow(text, at, line, reading, true);
    if (!row) break;
    rows.push({ line, cells: row.cells });
    at = row.next;
    line = row.next_line;
  }
  return rows;
}

const mostOfRow = 1_000_000;

/** The same out of pieces of a text, holding no more of it than one row and one piece. */
export async function* streamRows(pieces: AsyncIterable<string>, reading: Reading): AsyncGenerator<TableRow> {
  let text = '';
  let line = 1;
  for await (const piece of pieces) {
    text += piece;
    let at = 0;
    for (;;) {
      const row = readRow(text, at, line, reading, false);
      if (!row) break;
      yield { line, cells: row.cells };
      at = row.next;
      line = row.next_line;
    }
    text = text.slice(at);
    if (text.length > mostOfRow) throw new BrokenTable('row_too_long', line);
  }
  yield* splitRows(text, reading, line);
}

/** The row that begins here; null while the text does not hold its end. */
function readRow(text: string, start: number, first: number, reading: Reading, isWhole: boolean) {
  const cells: string[] = [];
  let [at, line] = [start, first];
  for (;;) {
    const cell =
      text[at] === '"' ? quotedCell(text, at, line, reading, isWhole) : plainCell(text, at, reading);
    if (!cell) return null;
    cells.push(cell.text);
    line += cell.lines;
    at = cell.next;
    const sign = text[at];
    if (sign === reading.separator) {
      at += 1;
      continue;
    }
    if (sign === undefined) return isWhole ? { cells, next: at, next_line: line } : null;
    // A line end may be cut in two between pieces.
    if (sign === '\r' && at + 1 === text.length && !isWhole) return null;
    return { cells, next: at + (sign === '\r' && text[at + 1] === '\n' ? 2 : 1), next_line: line + 1 };
  }
}

function plainCell(text: string, start: number, { separator }: Reading) {
  let next = start;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') {
    next += 1;
  }
  return { text: text.slice(start, next), next, lines: 0 };
}

function quotedCell(text: string, start: number, line: number, reading: Reading, isWhole: boolean) {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      if (isWhole) throw new BrokenTable('quote_not_closed', line);
      return null;
    }
    const next = quote + 1;
    const after = text[next];
    if (after === undefined && !isWhole) return null;
    cell += text.slice(at, quote);
    if (after !== '"') {
      const isEnd = after === undefined || after === reading.separator || after === '\n' || after === '\r';
      if (isEnd) return { text: cell, next, lines: cell.split('\n').length - 1 };
      if (reading.is_lenient) return plainCell(text, start, reading);
      throw new BrokenTable('text_after_quote', line);
    }
    cell += '"';
    at = quote + 2;
  }
}
