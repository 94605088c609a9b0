// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useMemo } from 'react';
import { CellEditor } from './cell-editor.tsx';
import { isCellLocked } from './cell-status.ts';
import { isIn, type Place, rangeOf, type Selection } from './selection.ts';
import { SheetCell } from './sheet-cell.tsx';
import { type ColumnAction, groupHeight, SheetHeader } from './sheet-header.tsx';
import { keyOf, type SheetStore } from './sheet-store.ts';
import { type SheetView, totalText } from './sheet-view.ts';
import { usePointerSelection } from './use-pointer-selection.ts';
import { scrollToCell, useWindow } from './use-window.ts';

export interface GridProps {
  store: SheetStore;
  version: number;
  view: SheetView;
  rows: readonly GradebookRow[];
  columns: readonly GradebookColumn[];
  selection: Selection;
  /** What is being typed; null while no cell is open. */
  draft: { text: string; note: string | null } | null;
  isCompact: boolean;
  now: string;
  mark: '.' | ',';
  decimals: number;
  scroller: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onCopy: (event: React.ClipboardEvent) => void;
  onPaste: (event: React.ClipboardEvent) => void;
  onSelect: (place: Place, extend: boolean) => void;
  onOpen: (place: Place) => void;
  onDraft: (text: string) => void;
  onClose: () => void;
  onAction: (column: GradebookColumn, action: ColumnAction) => void;
  onSort: (by: string) => void;
  onTotal: (studentId: string) => void;
  onStudent: (studentId: string) => void;
}

const widths = { name: 188, total: 74, label: 52 };

export function SheetGrid(props: GridProps) {
  const { store, rows, columns, selection, scroller, isCompact } = props;
  const t = useTranslations('teaching-gradebook');
  const sizes = useMemo(
    () => ({
      row: isCompact ? 26 : 32,
      column: 127,
      head: groupHeight + 64,
      lead: widths.name + widths.total + widths.label,
    }),
    [isCompact],
  );
  const extent = useWindow(scroller, sizes, { rows: rows.length, columns: columns.length });
  const { active } = selection;
  useEffect(() => {
    if (scroller.current) scrollToCell(scroller.current, sizes, active);
  }, [scroller, sizes, active]);
  const hidden = useHidden(store, rows, columns, props.version);
  const pointer = usePointerSelection(selection, props.onSelect, props.onOpen);
  const isOpen = columns.length > 0 && rows.length > 0;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('sheetOf', { course: store.book.course.name })}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 3}
      aria-multiselectable
      aria-activedescendant={isOpen ? cellId(active) : undefined}
      className="relative min-h-0 flex-1 overflow-auto bg-paper outline-none select-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-board"
      onKeyDown={props.onKeyDown}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      {...pointer}
    >
      <div
        role="presentation"
        className="relative"
        style={{
          width: sizes.lead + columns.length * sizes.column,
          height: sizes.head + rows.length * sizes.row,
        }}
      >
        <SheetHeader
          store={store}
          version={props.version}
          columns={columns}
          rowsCount={rows.length}
          {...{ sizes, widths, hidden }}
          first={extent.first_column}
          last={extent.last_column}
          activeColumn={active.column}
          onAction={props.onAction}
          onSort={props.onSort}
        />
        <div role="rowgroup">
          {rows.slice(extent.first_row, extent.last_row + 1).map((row, at) => (
            <SheetRow
              key={row.student_id}
              {...props}
              row={row}
              at={extent.first_row + at}
              sizes={sizes}
              first={extent.first_column}
              last={extent.last_column}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

interface RowProps extends GridProps {
  row: GradebookRow;
  at: number;
  sizes: { row: number; column: number; head: number; lead: number };
  first: number;
  last: number;
}

function SheetRow({ row, at, sizes, first, last, ...props }: RowProps) {
  const { store, columns, selection, draft, view } = props;
  const { student_id } = row;
  const range = rangeOf(selection);
  const total = store.total(student_id, view.period_id);
  const dropped = new Set(total?.dropped);
  return (
    <div
      role="row"
      aria-rowindex={at + 3}
      data-row={at}
      className="absolute inset-x-0 flex"
      style={{ top: sizes.head + at * sizes.row, height: sizes.row }}
    >
      <RowLead {...props} row={row} width={sizes.lead} />
      {columns.slice(first, last + 1).map((column, step) => {
        const place = first + step;
        const key = { student_id, assignment_id: column.id };
        const cell = store.cell(key);
        const pending = store.pending.get(keyOf(key));
        const isActive = selection.active.row === at && selection.active.column === place;
        return (
          <SheetCell
            key={column.id}
            id={cellId({ row: at, column: place })}
            column={column}
            cell={cell}
            version={cell?.version ?? 0}
            pending={pending}
            pendingState={pending?.state}
            place={sizes.lead + place * sizes.column}
            width={sizes.column}
            index={place + 4}
            isActive={isActive}
            isSelected={isIn(range, at, place)}
            isDropped={dropped.has(column.id)}
            isLocked={isCellLocked(cell, column, store.periods)}
            isForeign={store.foreign.has(keyOf(key))}
            now={props.now}
            mark={props.mark}
          />
        );
      })}
      {draft && selection.active.row === at && (
        <CellEditor
          text={draft.text}
          note={draft.note}
          start={sizes.lead + selection.active.column * sizes.column}
          width={sizes.column}
          onText={props.onDraft}
          onClose={props.onClose}
        />
      )}
    </div>
  );
}

/** The student with the total: stays in place while columns move (TCH-91). */
function RowLead({
  row,
  width,
  store,
  view,
  decimals,
  mark,
  onTotal,
  onStudent,
}: Pick<GridProps, 'store' | 'view' | 'decimals' | 'mark' | 'onTotal' | 'onStudent'> & {
  row: GradebookRow;
  width: number;
}) {
  const t = useTranslations('teaching-gradebook');
  const total = store.total(row.student_id, view.period_id);
  const text = totalText(store, row.student_id, view);
  const differs = total !== undefined && total.so_far !== total.posted_so_far;
  const label = total?.override?.label ?? total?.label ?? '';
  const shown = text === null ? '–' : rounded(text, decimals, mark);
  const box = 'flex h-full items-center border-e border-b border-line px-2.5';
  return (
    <div role="presentation" className="sticky start-0 z-10 flex bg-paper" style={{ width }}>
      <div
        role="rowheader"
        aria-colindex={1}
        className={clsx(box, 'text-body font-medium')}
        style={{ width: widths.name }}
      >
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onStudent(row.student_id)}
          className="truncate text-start hover:underline"
          data-private
        >
          <bdi>{row.sort_name}</bdi>
        </button>
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={clsx(box, 'justify-end bg-canvas text-body font-semibold tabular-nums')}
        style={{ width: widths.total }}
      >
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onTotal(row.student_id)}
          title={differs ? t('differs') : undefined}
          className={clsx('hover:underline', total?.override && 'italic')}
        >
          {shown}
          {differs && <span aria-hidden>*</span>}
        </button>
      </div>
      <div
        role="gridcell"
        aria-colindex={3}
        className={clsx(box, 'text-body')}
        style={{ width: widths.label }}
      >
        {label}
      </div>
    </div>
  );
}

/** For display alone: half up, from the exact text (TCH-108). */
export function rounded(text: string, decimals: number, mark: '.' | ','): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  const step = 10n ** BigInt(4 - decimals);
  const value = String((digits + step / 2n) / step).padStart(decimals + 1, '0');
  if (decimals === 0) return value;
  return `${value.slice(0, -decimals)}${mark}${value.slice(-decimals)}`;
}

/** How many grades of a column students do not see. */
function useHidden(
  store: SheetStore,
  rows: readonly GradebookRow[],
  columns: readonly GradebookColumn[],
  version: number,
): ReadonlyMap<string, number> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that cells changed
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { student_id } of rows) {
      for (const { id: assignment_id } of columns) {
        const cell = store.cell({ student_id, assignment_id });
        if (cell && cell.state !== 'none' && !cell.is_posted) {
          counts.set(assignment_id, (counts.get(assignment_id) ?? 0) + 1);
        }
      }
    }
    return counts;
  }, [store, rows, columns, version]);
}
