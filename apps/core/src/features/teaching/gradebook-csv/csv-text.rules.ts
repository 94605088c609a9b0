import type { FieldProblem } from '@k12/contracts';
import { Problem } from '../../../platform/errors.ts';

const mostBytes = 10_000_000;
const mostColumns = 1_000;
/** More students than any course has, few enough that matching them stays a moment. */
const mostRows = 5_000;

export interface CsvTable {
  header: string[];
  /** Each with the line of the file it begins on. */
  rows: { line: number; cells: string[] }[];
}

/** A table out of the bytes of a file; whatever is not one is refused with the line (TCH-132). */
export function readTable(bytes: Uint8Array): CsvTable {
  if (bytes.length > mostBytes) throw refusal([{ line: 1, code: 'too_large', detail: 'At most 10 MB.' }]);
  const text = decode(bytes);
  if (text.includes('\0') || text.trim() === '') {
    throw refusal([{ line: 1, code: 'not_csv', detail: 'This is not a table of text.' }]);
  }
  const lines = splitRows(text, separatorOf(text));
  const [first, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!first) throw refusal([{ line: 1, code: 'not_csv', detail: 'There is no header.' }]);
  if (first.cells.length > mostColumns) {
    throw refusal([
      { line: first.line, code: 'too_many_columns', detail: `At most ${mostColumns} columns.` },
    ]);
  }
  const over = rows[mostRows];
  if (over) throw refusal([{ line: over.line, code: 'too_many_rows', detail: `At most ${mostRows} rows.` }]);
  return { header: first.cells.map((cell) => cell.trim()), rows };
}

function refusal(faults: { line: number; code: string; detail: string }[]): Problem {
  const errors: FieldProblem[] = faults.map(({ line, code, detail }) => ({
    pointer: '/content_base64',
    code,
    detail: `Line ${line}: ${detail}`,
  }));
  return new Problem('request.invalid', { errors });
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

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, 20_000)
      .split(/\r?\n/, 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

function splitRows(text: string, separator: string): CsvTable['rows'] {
  const rows: CsvTable['rows'] = [];
  let cells: string[] = [];
  let [line, begun] = [1, 1];
  let at = 0;
  const end = (cell: string) => cells.push(cell);
  const endRow = () => {
    rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at <= text.length) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, line, separator);
      end(quoted.cell);
      line += quoted.lines;
      at = quoted.next;
    } else {
      let to = at;
      while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to += 1;
      end(text.slice(at, to));
      at = to;
    }
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
    if (at >= text.length) return rows;
  }
  endRow();
  return rows;
}

/** A cell in quotes; one that never ends, or that goes on behind its end, is a broken file. */
function readQuoted(text: string, start: number, line: number, separator: string) {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      throw refusal([
        { line, code: 'broken_quoting', detail: 'A quotation mark is opened and never closed.' },
      ]);
    }
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const next = quote + 1;
      const after = text[next];
      if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') {
        throw refusal([
          { line, code: 'broken_quoting', detail: 'Text goes on behind a closing quotation mark.' },
        ]);
      }
      return { cell, next, lines: cell.split('\n').length - 1 };
    }
    cell += '"';
    at = quote + 2;
  }
}
