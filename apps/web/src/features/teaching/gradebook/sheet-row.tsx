// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookRow } from '@k12/contracts/teaching/gradebook';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { CellEditor } from './cell-editor.tsx';
import { isCellLocked } from './cell-status.ts';
import { isIn, type Place, rangeOf } from './selection.ts';
import { SheetCell } from './sheet-cell.tsx';
import type { GridProps } from './sheet-grid.tsx';
import type { SheetSizes } from './sheet-sizes.ts';
import { keyOf } from './sheet-store.ts';
import { rounded, totalText } from './sheet-view.ts';

export function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

export interface RowProps extends GridProps {
  row: GradebookRow;
  at: number;
  sizes: SheetSizes;
  /** Of the columns that move. */
  first: number;
  last: number;
}

export function SheetRow({ row, at, sizes, first, last, ...props }: RowProps) {
  const { selection, draft, columns } = props;
  const { frozen, starts, widths } = sizes;
  const total = props.store.total(row.student_id, props.view.period_id);
  const dropped = new Set(total?.dropped);
  const shared = { ...props, row, at, sizes, dropped };
  const { column: active } = selection.active;
  const editor = draft && selection.active.row === at && (
    <CellEditor
      text={draft.text}
      note={draft.note}
      start={starts[active] ?? 0}
      width={widths[active] ?? 0}
      onText={props.onDraft}
      onClose={props.onClose}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={at + 3}
      data-row={at}
      className="absolute inset-x-0 flex"
      style={{ top: sizes.head + at * sizes.row, height: sizes.row }}
    >
      <div role="presentation" className="sticky start-0 z-10 bg-paper" style={{ width: sizes.lead }}>
        <RowLead {...props} row={row} sizes={sizes} />
        {columns.slice(0, frozen).map((_, place) => (
          <PlacedCell key={columns[place]?.id} {...shared} place={place} />
        ))}
        {active < frozen && editor}
      </div>
      {columns.slice(frozen + first, frozen + last + 1).map(({ id }, step) => (
        <PlacedCell key={id} {...shared} place={frozen + first + step} />
      ))}
      {active >= frozen && editor}
    </div>
  );
}

interface PlacedProps extends Omit<RowProps, 'first' | 'last'> {
  place: number;
  dropped: ReadonlySet<string>;
}

function PlacedCell({ place, row, at, sizes, dropped, ...props }: PlacedProps) {
  const { store, selection } = props;
  const column = props.columns[place];
  if (!column) return null;
  const key = { student_id: row.student_id, assignment_id: column.id };
  const cell = store.cell(key);
  const pending = store.pending.get(keyOf(key));
  return (
    <SheetCell
      id={cellId({ row: at, column: place })}
      column={column}
      cell={cell}
      version={cell?.version ?? 0}
      pending={pending}
      pendingState={pending?.state}
      place={place}
      start={sizes.starts[place] ?? 0}
      width={sizes.widths[place] ?? 0}
      isActive={selection.active.row === at && selection.active.column === place}
      isSelected={isIn(rangeOf(selection), at, place)}
      isDropped={dropped.has(column.id)}
      isLocked={isCellLocked(cell, column, store.periods)}
      isForeign={store.foreign.has(keyOf(key))}
      colors={props.layout.colors}
      now={props.now}
      mark={props.mark}
    />
  );
}

/** The student with the total: stays in place while columns move (TCH-91). */
function RowLead({
  row,
  sizes,
  store,
  view,
  decimals,
  mark,
  onTotal,
  onStudent,
}: Pick<GridProps, 'store' | 'view' | 'decimals' | 'mark' | 'onTotal' | 'onStudent'> &
  Pick<RowProps, 'row' | 'sizes'>) {
  const t = useTranslations('teaching-gradebook');
  const total = store.total(row.student_id, view.period_id);
  const text = totalText(store, row.student_id, view);
  const differs = total !== undefined && total.so_far !== total.posted_so_far;
  const label = total?.override?.label ?? total?.label ?? '';
  const shown = text === null ? '–' : rounded(text, decimals, mark);
  const box = 'flex h-full items-center border-e border-b border-line px-2.5';
  return (
    <div role="presentation" className="flex h-full">
      <div
        role="rowheader"
        aria-colindex={1}
        className={clsx(box, 'text-body font-medium')}
        style={{ width: sizes.name }}
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
        style={{ width: sizes.total }}
      >
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onTotal(row.student_id)}
          title={differs ? t('differs') : undefined}
          className={clsx('relative hover:underline', total?.override && 'italic')}
        >
          {shown}
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
        className={clsx(box, 'text-body')}
        style={{ width: sizes.label }}
      >
        {label}
      </div>
    </div>
  );
}
