// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookColumn, GradebookRow } from '@k12/contracts/teaching/gradebook';
import type { SheetFilters, SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import clsx from 'clsx';
import { memo, type ReactNode } from 'react';
import { isCellLocked } from './cell-status.ts';
import { nameFits } from './name-width.ts';
import type { Place } from './selection.ts';
import { drawCell } from './sheet-cell.tsx';
import { type SheetSizes, surelyFits } from './sheet-sizes.ts';
import { keyOf, type SheetStore } from './sheet-store.ts';
import { rounded, totalText } from './sheet-view.ts';
import type { SheetWords } from './sheet-words.ts';

export function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

export interface RowProps {
  store: SheetStore;
  /** Of the row: its cells are changed in place. */
  version: number;
  row: GradebookRow;
  at: number;
  columns: readonly GradebookColumn[];
  sizes: SheetSizes;
  /** Of the columns that move. */
  first: number;
  last: number;
  periodId: SheetFilters['period_id'];
  colors: SheetLayout['colors'];
  now: string;
  mark: '.' | ',';
  decimals: number;
  words: SheetWords;
  /** The column of the chosen cell, and which are selected: none in most rows. */
  active: number;
  start: number;
  end: number;
  editor: ReactNode;
}

const look =
  'absolute inset-x-0 flex whitespace-nowrap border-b border-line text-end text-body text-ink tabular-nums';

/** One student. While one scrolls, rows that are drawn already are left alone (TCH-90). */
export const SheetRow = memo(function SheetRow(props: RowProps) {
  const { at, columns, sizes, first, last, active, editor } = props;
  const { frozen } = sizes;
  const dropped = new Set(props.store.total(props.row.student_id, props.periodId)?.dropped);
  const cells = (from: number, to: number) =>
    columns.slice(from, to).map((column, step) => placedCell(props, column, from + step, dropped));
  return (
    <div
      role="row"
      aria-rowindex={at + 3}
      data-row={at}
      className={look}
      style={{ top: sizes.head + at * sizes.row, height: sizes.row, lineHeight: `${sizes.row - 1}px` }}
    >
      <div
        role="presentation"
        className="sticky start-0 z-10 flex shrink-0 bg-paper"
        style={{ width: sizes.lead }}
      >
        {drawLead(props)}
        {cells(0, frozen)}
        {active < frozen && editor}
      </div>
      {cells(frozen + first, frozen + last + 1)}
      {active >= frozen && editor}
    </div>
  );
});

function placedCell(props: RowProps, column: GradebookColumn, place: number, dropped: ReadonlySet<string>) {
  const { store, row, at, sizes, active, first } = props;
  const key = { student_id: row.student_id, assignment_id: column.id };
  const cell = store.cell(key);
  const isNoted = store.pending.size > 0 || store.foreign.size > 0;
  const name = isNoted ? keyOf(key) : '';
  const isFirst = place === sizes.frozen + first;
  return drawCell({
    id: place === active ? cellId({ row: at, column: place }) : undefined,
    column,
    cell,
    pending: isNoted ? store.pending.get(name) : undefined,
    place,
    gap: isFirst ? (sizes.starts[place] ?? sizes.lead) - sizes.lead : undefined,
    width: sizes.widths[place] ?? 0,
    isActive: place === active,
    isSelected: place >= props.start && place <= props.end,
    isDropped: dropped.has(column.id),
    isLocked: isCellLocked(cell, column, store.periods),
    isForeign: isNoted && store.foreign.has(name),
    colors: props.colors,
    now: props.now,
    mark: props.mark,
    words: props.words,
  });
}

const side = 'shrink-0 border-e border-line px-2.5';
/** Of its two edges with the line; a name may come a little nearer to the end than that before it is cut off. */
const nameEdges = 17;

/** The student with the total: stays in place while columns move (TCH-91). What is pressed, the grid is told. */
function drawLead({ row, sizes, store, periodId, decimals, mark, words }: RowProps) {
  const total = store.total(row.student_id, periodId);
  const text = totalText(store, row.student_id, { period_id: periodId });
  const label = total?.override?.label ?? total?.label ?? '';
  const hasRoom = nameFits(row.sort_name, sizes.name - nameEdges);
  const differs = total !== undefined && total.so_far !== total.posted_so_far;
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        className={`${side} text-start font-medium${hasRoom ? '' : ' truncate'}`}
        style={{ width: sizes.name }}
      >
        <button type="button" tabIndex={-1} className="hover:underline" data-opens="student" data-private>
          <bdi>{row.sort_name}</bdi>
        </button>
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={`${side} bg-canvas font-semibold`}
        style={{ width: sizes.total }}
      >
        <button
          type="button"
          tabIndex={-1}
          title={differs ? words.differs : undefined}
          className={clsx('hover:underline', differs && 'relative', total?.override && 'italic')}
          data-opens="total"
        >
          {text === null ? '–' : rounded(text, decimals, mark)}
          {/* Beside the number, so that digits stay under digits. */}
          {differs && (
            <span aria-hidden className="absolute start-full">
              *
            </span>
          )}
        </button>
      </div>
      <div
        role="gridcell"
        aria-colindex={3}
        className={`${side} text-start${surelyFits(label, sizes.label) ? '' : ' truncate'}`}
        style={{ width: sizes.label }}
      >
        {label}
      </div>
    </>
  );
}
