import { invalid } from '../errors.ts';
import { BrokenTable, detectSeparator, splitRows, type TableRow } from './table-text.ts';

const mostBytes = 10_000_000;
const mostColumns = 1_000;
/** More students than any course has and more people than come at once, few enough that reading them stays a moment. */
const mostRows = 5_000;

export interface CsvTable {
  header: string[];
  rows: TableRow[];
}

/** A table out of the bytes of a file; whatever is not one is refused with the line (TCH-132). */
export function readTable(bytes: Uint8Array, pointer = '/content_base64'): CsvTable {
  const refusal = (line: number, code: string, detail: string) =>
    invalid(pointer, code, `Line ${line}: ${detail}`);
  if (bytes.length > mostBytes) throw refusal(1, 'too_large', 'At most 10 MB.');
  const text = decode(bytes);
  if (text.includes('\0') || text.trim() === '') {
    throw refusal(1, 'not_csv', 'This is not a table of text.');
  }
  const { separator, skip_lines } = detectSeparator(text.slice(0, 65_536));
  const filled = rowsOf(text, separator, refusal)
    .slice(skip_lines)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rows] = filled;
  if (!first) throw refusal(1, 'not_csv', 'There is no header.');
  if (first.cells.length > mostColumns) {
    throw refusal(first.line, 'too_many_columns', `At most ${mostColumns} columns.`);
  }
  const over = rows[mostRows];
  if (over) throw refusal(over.line, 'too_many_rows', `At most ${mostRows} rows.`);
  return { header: first.cells.map((cell) => cell.trim()), rows };
}

function rowsOf(
  text: string,
  separator: string,
  refusal: (line: number, code: string, detail: string) => Error,
): TableRow[] {
  try {
    return splitRows(text, { separator });
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
    const detail =
      error.code === 'text_after_quote'
        ? 'Text goes on behind a closing quotation mark.'
        : 'A quotation mark is opened and never closed.';
    throw refusal(error.line, 'broken_quoting', detail);
  }
}

/** UTF-8 and UTF-16 by their mark, UTF-8 where it is valid, else what older office programs write. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
