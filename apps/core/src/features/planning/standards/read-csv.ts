import { createHash } from 'node:crypto';
import type { ColumnMapping, CsvField } from '@k12/contracts/planning/standard-imports';
import { withoutFormulaMark } from '../../../platform/csv/write-csv.ts';
import { hashOf, maxCode, maxStatement } from './case-item.rules.ts';
import { canonicalJson, identifierOf, numberOf, textsOf } from './case-values.ts';
import { mapColumns } from './csv-columns.rules.ts';
import { gradesOf } from './grade-levels.rules.ts';
import { ImportProblems } from './import-problems.ts';
import type { ReadAssociation, ReadItem } from './read-records.ts';
import { type PlacedRow, readTables, type TableFile } from './table-rows.ts';

export interface CsvFile {
  columns: { name: string; samples: string[] }[];
  mapping: ColumnMapping;
  items: ReadItem[];
  /** Parents as links, for the tree; a table has no associations of its own. */
  links: ReadAssociation[];
  problems: ImportProblems;
}

type Cell = (field: CsvField) => string;

const shownSamples = 3;

export async function readCsv(
  files: readonly TableFile[],
  given: ColumnMapping | null,
  frameworkIdentifier: string,
  onProgress: (rows: number) => Promise<void>,
): Promise<CsvFile> {
  const problems = new ImportProblems();
  const { names, rows } = await readTables(files, problems, onProgress);
  const mapping = mapColumns(names, given);
  const columns = names.map((name, at) => ({
    name,
    samples: rows.slice(0, shownSamples).map(({ cells }) => (cells[at] ?? '').slice(0, 120)),
  }));
  if (!mapping.statement) {
    problems.error({
      code: 'column_missing',
      place: 'line 1',
      column: 'statement',
      detail: 'No column was found for the statement; choose one.',
    });
    return { columns, mapping, items: [], links: [], problems };
  }
  const read = rows.flatMap((row) => readRow(row, names, mapping, frameworkIdentifier, problems) ?? []);
  return { columns, mapping, ...link(read, frameworkIdentifier, problems), problems };
}

interface ReadRow {
  item: ReadItem;
  parent: string;
  position: number | null;
  line: number;
}

function readRow(
  row: PlacedRow,
  names: string[],
  mapping: ColumnMapping,
  frameworkIdentifier: string,
  problems: ImportProblems,
): ReadRow | null {
  const { line, place } = row;
  const cell: Cell = (field) => {
    const column = mapping[field];
    const text = column ? (row.cells[names.indexOf(column)] ?? '') : '';
    return withoutFormulaMark(text.replaceAll('\u0000', '').toWellFormed().trim());
  };
  const statement = cell('statement');
  const fault = (code: string, field: CsvField, detail: string) => {
    problems.error({
      code,
      place,
      line,
      column: mapping[field] ?? field,
      identifier: cell('code') || undefined,
      value: cell(field),
      detail,
    });
    return null;
  };
  if (statement === '') return fault('statement_missing', 'statement', 'The row has no statement.');
  if (statement.length > maxStatement)
    return fault('statement_too_long', 'statement', 'The statement has more than 20,000 characters.');
  if (cell('code').length > maxCode)
    return fault('code_too_long', 'code', 'The code has more than 200 characters.');
  const position = numberOf(cell('position'));
  if (cell('position') !== '' && position === null)
    return fault('position_not_a_number', 'position', 'The position is not a number.');
  if (row.cells.length > names.length) {
    problems.note({
      code: 'too_many_cells',
      place,
      line,
      value: String(row.cells.length),
      detail: 'The row has more cells than the header.',
    });
  }
  return { item: itemOf(row, names, cell, frameworkIdentifier), parent: cell('parent_code'), position, line };
}

function itemOf(row: PlacedRow, names: string[], cell: Cell, frameworkIdentifier: string): ReadItem {
  const given = identifierOf(cell('identifier'));
  const education_levels = textsOf(cell('level'));
  const known = cell('code') || `${cell('parent_code')}\n${cell('statement')}`;
  const source = canonicalJson(Object.fromEntries(names.map((name, at) => [name, row.cells[at] ?? ''])));
  return {
    identifier: given ?? derivedIdentifier(`${frameworkIdentifier}\n${known}`),
    identifier_given: given !== null,
    place: row.place,
    line: row.line,
    code: cell('code'),
    statement: cell('statement'),
    short_statement: null,
    label: null,
    item_type: cell('type') || null,
    education_levels,
    grade_levels: gradesOf(education_levels),
    subjects: [],
    list_enumeration: null,
    notes: cell('notes') || null,
    language: null,
    licence: '',
    source_uri: null,
    assessable: null,
    source: 'null',
    content_hash: hashOf(source.replaceAll('\\u0000', '')),
  };
}

/** The same row gives the same identifier every time, so that importing it again changes nothing (PLN-80). */
function derivedIdentifier(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Rows whose code is taken or whose parent is not there are left out, and so is what is below them. */
function link(
  rows: ReadRow[],
  frameworkIdentifier: string,
  problems: ImportProblems,
): Pick<CsvFile, 'items' | 'links'> {
  const byCode = new Map<string, ReadRow>();
  const unique = rows.filter((row) => {
    const { code } = row.item;
    if (code === '') return true;
    const first = byCode.get(code);
    if (!first) {
      byCode.set(code, row);
      return true;
    }
    problems.error({
      code: 'duplicate_code',
      place: row.item.place,
      line: row.line,
      column: 'code',
      identifier: code,
      value: code,
      detail: `The code stands in line ${first.line} already.`,
    });
    return false;
  });
  const byIdentifier = new Map(unique.map((row) => [row.item.identifier, row]));
  const parentOf = (row: ReadRow) =>
    byCode.get(row.parent) ?? byIdentifier.get(identifierOf(row.parent) ?? '');
  const kept = new Set(unique);
  for (let removed = true; removed; ) {
    removed = false;
    for (const row of kept) {
      if (row.parent === '') continue;
      const parent = parentOf(row);
      if (parent && kept.has(parent)) continue;
      const detail = parent
        ? 'The row of the parent cannot be taken over.'
        : 'No row has the code of this parent.';
      problems.error({
        code: 'parent_missing',
        place: row.item.place,
        line: row.line,
        column: 'parent_code',
        identifier: row.item.code,
        value: row.parent,
        detail,
      });
      kept.delete(row);
      removed = true;
    }
  }
  const items = [...kept];
  const links = items.map((row, at) =>
    linkOf(row, parentOf(row)?.item.identifier ?? frameworkIdentifier, at),
  );
  return { items: items.map(({ item }) => item), links };
}

function linkOf(row: ReadRow, destination: string, at: number): ReadAssociation {
  return {
    identifier: `row-${at}`,
    place: row.item.place,
    type: 'is_child_of',
    origin_identifier: row.item.identifier,
    origin_uri: null,
    destination_identifier: destination,
    destination_uri: null,
    sequence: row.position,
    source: 'null',
    content_hash: '',
  };
}
