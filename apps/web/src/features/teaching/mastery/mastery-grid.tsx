// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { MasteryRow, MasterySheet } from '@k12/contracts/teaching/mastery';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import { isIn, type Place, rangeOf, type Selection } from '../gradebook/selection.ts';
import { usePointerSelection } from '../gradebook/use-pointer-selection.ts';
import { scrollToCell, useWindow } from '../gradebook/use-window.ts';
import { MasteryCell } from './mastery-cell.tsx';
import { MasteryHeader, strandHeight } from './mastery-header.tsx';
import { cellOf, type SheetColumn } from './mastery-view.ts';
import { type PendingLevels, pendingKey } from './use-mastery-editing.ts';

interface Props {
  sheet: MasterySheet;
  rows: readonly MasteryRow[];
  columns: readonly SheetColumn[];
  selection: Selection;
  pending: PendingLevels;
  scroller: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onSelect: (place: Place, extend: boolean) => void;
  onOpen: (place: Place) => void;
}

const sizes = { row: 34, column: 142, head: strandHeight + 84, lead: 188 };

export function MasteryGrid(props: Props) {
  const { sheet, rows, columns, selection, scroller, onKeyDown, onSelect, onOpen } = props;
  const t = useTranslations('teaching-mastery');
  const extent = useWindow(scroller, sizes, { rows: rows.length, columns: columns.length });
  const { active } = selection;
  useEffect(() => {
    if (scroller.current) scrollToCell(scroller.current, sizes, active);
  }, [scroller, active]);
  const pointer = usePointerSelection(selection, onSelect, onOpen);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('sheetOf', { course: sheet.course.name })}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={cellId(active)}
      className="relative min-h-0 flex-1 overflow-auto bg-paper outline-none select-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-board"
      onKeyDown={onKeyDown}
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
        <MasteryHeader
          {...{ sheet, columns, sizes, rowsCount: rows.length, activeColumn: active.column }}
          first={extent.first_column}
          last={extent.last_column}
        />
        <div role="rowgroup">
          {rows.slice(extent.first_row, extent.last_row + 1).map((row, at) => (
            <Row
              key={row.student_id}
              {...props}
              row={row}
              at={extent.first_row + at}
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
  return `mastery-${row}-${column}`;
}

interface RowProps extends Props {
  row: MasteryRow;
  at: number;
  first: number;
  last: number;
}

function Row({ sheet, columns, selection, pending, row, at, first, last }: RowProps) {
  const range = rangeOf(selection);
  const { active } = selection;
  return (
    <div
      role="row"
      aria-rowindex={at + 3}
      data-row={at}
      className="absolute inset-x-0 flex"
      style={{ top: sizes.head + at * sizes.row, height: sizes.row }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-private
        className={clsx(
          'sticky start-0 z-10 flex items-center border-e border-b border-line bg-canvas px-2.5 text-body',
          at === active.row && 'bg-board-tint',
        )}
        style={{ width: sizes.lead }}
      >
        <bdi className="truncate">{row.name}</bdi>
      </div>
      {columns.slice(first, last + 1).map((column, offset) => {
        const place = first + offset;
        const isWhole = column.kind === 'strand';
        const cell = column.kind === 'standard' ? cellOf(row, column.column) : undefined;
        const waiting = pending.get(pendingKey(row.student_id, column.key));
        const whole = isWhole ? row.strands.find(({ strand }) => strand === column.strand) : undefined;
        return (
          <MasteryCell
            key={column.key}
            id={cellId({ row: at, column: place })}
            levels={sheet.scale.levels}
            level={waiting === undefined ? ((isWhole ? whole?.level : cell?.level) ?? null) : waiting}
            cell={cell}
            isWhole={isWhole}
            isSaving={waiting !== undefined}
            isActive={at === active.row && place === active.column}
            isSelected={isIn(range, at, place)}
            index={place + 2}
            start={sizes.lead + place * sizes.column}
            width={sizes.column}
          />
        );
      })}
    </div>
  );
}
