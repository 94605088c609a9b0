import type { MasteryCell, MasteryRow, MasterySheet } from '@k12/contracts/teaching/mastery';

export type RowFilter = 'all' | 'not_mastered' | 'not_assessed';

export interface MasteryView {
  section_id: string | null;
  strand: number | null;
  filter: RowFilter;
  name: string;
}

export const wholeView: MasteryView = { section_id: null, strand: null, filter: 'all', name: '' };

/** A strand as a whole, or one standard. */
export type SheetColumn =
  | { kind: 'strand'; strand: number; key: string }
  | { kind: 'standard'; strand: number; key: string; column: number };

/** Each strand begins with what it comes to; a strand of one standard says no more than that one. */
export function columnsOf(sheet: MasterySheet, view: MasteryView): SheetColumn[] {
  return sheet.strands.flatMap((strand, at): SheetColumn[] => {
    if (view.strand !== null && view.strand !== at) return [];
    const own = sheet.columns.flatMap((column, place): SheetColumn[] =>
      column.strand === at ? [{ kind: 'standard', strand: at, key: column.standard_id, column: place }] : [],
    );
    const hasWhole = strand.standard_id !== null && own.length > 1;
    return hasWhole ? [{ kind: 'strand', strand: at, key: `strand-${at}` }, ...own] : own;
  });
}

export function cellOf(row: MasteryRow, column: number): MasteryCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

export function rowsOf(
  sheet: MasterySheet,
  view: MasteryView,
  columns: readonly SheetColumn[],
): MasteryRow[] {
  const wanted = view.name.trim().toLocaleLowerCase();
  const shown = columns.flatMap((column) => (column.kind === 'standard' ? column.column : []));
  return sheet.rows.filter(
    (row) =>
      row.state !== 'withdrawn' &&
      (view.section_id === null || row.section_ids.includes(view.section_id)) &&
      (wanted === '' || row.name.toLocaleLowerCase().includes(wanted)) &&
      fits(row, view.filter, shown),
  );
}

function fits(row: MasteryRow, filter: RowFilter, columns: readonly number[]): boolean {
  if (filter === 'all') return true;
  return columns.some((column) => {
    const cell = cellOf(row, column);
    const isAssessed = cell !== undefined && cell.level !== null;
    // Who was not assessed has not missed mastery (TCH-128).
    return filter === 'not_assessed' ? !isAssessed : isAssessed && cell.is_mastered === false;
  });
}

/** 1 to 6 choose a level from the lowest up; Delete takes a judgement back. */
export function levelOfKey(key: string, count: number): number | 'clear' | null {
  if (key === 'Delete' || key === 'Backspace') return 'clear';
  const at = /^[1-6]$/.test(key) ? Number(key) - 1 : -1;
  return at >= 0 && at < count ? at : null;
}
