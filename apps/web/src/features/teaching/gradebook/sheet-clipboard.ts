import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { Range } from './selection.ts';
import type { Edit, SheetStore } from './sheet-store.ts';

export interface Shown {
  store: SheetStore;
  rows: readonly GradebookRow[];
  columns: readonly GradebookColumn[];
}

export function eachCell({ rows, columns }: Shown, { top, bottom, start, end }: Range) {
  return rows
    .slice(top, bottom + 1)
    .map((row) =>
      columns
        .slice(start, end + 1)
        .map((column) => ({ student_id: row.student_id, assignment_id: column.id })),
    );
}

/** As spreadsheets write a block: tabs between cells, lines between rows. */
export function copyText(shown: Shown, range: Range): string {
  return eachCell(shown, range)
    .map((row) => row.map((key) => shown.store.textOf(key)).join('\t'))
    .join('\n');
}

/** What a pasted block puts where; one value alone fills the whole range. */
export function pasteEdits(shown: Shown, range: Range, text: string): Edit[] {
  const block = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((value) => value.trim()));
  const [[only] = []] = block;
  if (block.length === 1 && block[0]?.length === 1 && only !== undefined) {
    return eachCell(shown, range).flatMap((row) => row.map((key) => ({ ...key, entry: only })));
  }
  return block.flatMap((line, down) =>
    line.flatMap((entry, along): Edit[] => {
      const row = shown.rows[range.top + down];
      const column = shown.columns[range.start + along];
      if (!row || !column) return [];
      return [{ student_id: row.student_id, assignment_id: column.id, entry }];
    }),
  );
}

export interface PasteSummary {
  changes: number;
  overwritten: number;
  refused: number;
  same: number;
}

/** Said before anything is written (TCH-98). */
export function summarize(store: SheetStore, edits: readonly Edit[], mark: '.' | ','): PasteSummary {
  const summary = { changes: 0, overwritten: 0, refused: 0, same: 0 };
  for (const edit of edits) {
    const cell = store.cell(edit);
    const now = cell?.entry ?? '';
    if (!cell || cell.is_anonymous || store.understand(edit, mark).kind === 'refused') summary.refused += 1;
    else if (now === edit.entry) summary.same += 1;
    else {
      summary.changes += 1;
      if (now !== '') summary.overwritten += 1;
    }
  }
  return summary;
}
