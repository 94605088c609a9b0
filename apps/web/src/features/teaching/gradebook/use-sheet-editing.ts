import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import { type RefObject, useEffect, useState } from 'react';
import { isCellLocked } from './cell-status.ts';
import {
  clamp,
  followSelection,
  type Place,
  type Range,
  rangeOf,
  type Selection,
  sizeOf,
} from './selection.ts';
import { copyText, eachCell, pasteEdits, type Shown } from './sheet-clipboard.ts';
import { sheetKeys } from './sheet-keys.ts';
import type { CellKey, Edit, SheetStore } from './sheet-store.ts';
import { useTyping } from './use-typing.ts';

export interface EditingOptions {
  store: SheetStore;
  rows: readonly GradebookRow[];
  columns: readonly GradebookColumn[];
  mark: '.' | ',';
  canEdit: boolean;
  grid: RefObject<HTMLDivElement | null>;
  onDetails: (key: CellKey) => void;
  onGrade: (key: CellKey) => void;
  onKeys: () => void;
  onPasteBlock: (edits: Edit[]) => void;
}

type Shape = Pick<EditingOptions, 'rows' | 'columns'>;

const origin: Place = { row: 0, column: 0 };

function useSelection({ rows, columns }: Shape) {
  const counts = { rows: rows.length, columns: columns.length };
  const [known, setKnown] = useState({ rows, columns, chosen: { active: origin, anchor: origin } });
  const isSame = known.rows === rows && known.columns === columns;
  const chosen = isSame ? known.chosen : followSelection(known.chosen, known, { rows, columns });
  if (!isSame) setKnown({ rows, columns, chosen });
  const choose = (next: Selection) => setKnown({ rows, columns, chosen: next });
  return {
    selection: chosen,
    select: (place: Place, extend = false) => {
      const to = clamp(place, counts);
      choose({ active: to, anchor: extend ? chosen.anchor : to });
    },
    selectAll: () =>
      choose({ anchor: origin, active: clamp({ row: counts.rows, column: counts.columns }, counts) }),
    collapse: () => choose({ active: chosen.active, anchor: chosen.active }),
  };
}

/** Choosing, typing and the clipboard of the sheet (TCH-94). */
export function useSheetEditing(options: EditingOptions) {
  const { store, rows, columns, mark, canEdit, grid } = options;
  const { selection, select, selectAll, collapse } = useSelection({ rows, columns });
  const shown = { store, rows, columns };
  const keyAt = ({ row, column }: Place): CellKey => ({
    student_id: rows[row]?.student_id ?? '',
    assignment_id: columns[column]?.id ?? '',
  });
  const activeKey = keyAt(selection.active);
  const { student_id, assignment_id } = activeKey;
  useEffect(() => store.seen({ student_id, assignment_id }), [store, student_id, assignment_id]);
  const typing = useTyping({ store, mark, grid, activeKey });
  const open = (place: Place, text: string) => {
    const key = keyAt(place);
    const column = columns[place.column];
    const cell = store.cell(key);
    if (!canEdit || !cell || !column || cell.is_anonymous) return;
    if (!isCellLocked(cell, column, store.periods)) typing.begin(text);
  };
  const blocks = () => eachCell(shown, rangeOf(selection));
  const put = (edits: Edit[], action: 'fill' | 'edit') => {
    if (canEdit) store.edit(edits, edits.length > 1 ? action : 'edit', mark);
  };
  const onKeyDown = sheetKeys({
    selection,
    counts: { rows: rows.length, columns: columns.length },
    typing,
    select,
    selectAll,
    collapse,
    open: (text) => open(selection.active, text ?? store.textOf(activeKey)),
    clear: () =>
      put(
        blocks()
          .flat()
          .map((key) => ({ ...key, entry: '' })),
        'fill',
      ),
    fillDown: () => {
      const [first = [], ...others] = blocks();
      const entries = first.map((key) => store.textOf(key));
      put(
        others.flatMap((row) => row.map((key, at) => ({ ...key, entry: entries[at] ?? '' }))),
        'fill',
      );
    },
    undo: () => store.undo(mark),
    redo: () => store.redo(mark),
    details: () => options.onDetails(activeKey),
    grade: () => options.onGrade(activeKey),
    keys: options.onKeys,
  });
  return {
    selection,
    draft: typing.draft,
    select,
    open: (place: Place) => open(place, store.textOf(keyAt(place))),
    setText: typing.setText,
    close: typing.leave,
    onKeyDown,
    ...clipboard(shown, rangeOf(selection), (edits) => {
      if (canEdit && edits.length > 1) options.onPasteBlock(edits);
      else put(edits, 'edit');
    }),
    activeKey,
    selectedKeys: sizeOf(rangeOf(selection)) > 1 ? blocks().flat() : [],
  };
}

function clipboard(shown: Shown, range: Range, take: (edits: Edit[]) => void) {
  return {
    onCopy: (event: React.ClipboardEvent) => {
      event.clipboardData.setData('text/plain', copyText(shown, range));
      event.preventDefault();
    },
    onPaste: (event: React.ClipboardEvent) => {
      event.preventDefault();
      take(pasteEdits(shown, range, event.clipboardData.getData('text/plain')));
    },
  };
}
