'use client';
import clsx from 'clsx';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { useUiText } from '../ui-text.tsx';
import type { DataColumn } from './columns.tsx';
import type { ModelRow } from './model.tsx';
import { as } from './roles.tsx';

export type TableRowProps<R extends object> = {
  row: ModelRow<R>;
  index: number;
  columns: readonly DataColumn<R>[];
  name: string;
  selectable: boolean;
  selected: boolean;
  active: boolean;
  onActivate: (index: number) => void;
  onOpen: ((row: R) => void) | undefined;
  measure: ((node: HTMLElement | null) => void) | undefined;
};

const cardRow =
  'max-tablet:relative max-tablet:mb-2 max-tablet:grid max-tablet:gap-1 max-tablet:rounded-card max-tablet:border max-tablet:p-3';

/** The title is as high as the box beside it, so that the lines below stand clear of both. */
const besideBox = 'max-tablet:[&>th]:min-h-9 max-tablet:[&>th]:content-center';

/** Cards below the fold are laid out when they come near; rows that are virtual are measured instead. */
const cardBelowFold = 'max-tablet:[contain-intrinsic-size:auto_9rem] max-tablet:[content-visibility:auto]';

const cardCell =
  'max-tablet:flex max-tablet:items-baseline max-tablet:justify-between max-tablet:gap-4 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:text-end max-tablet:before:text-small max-tablet:before:text-ink-3 max-tablet:before:content-[attr(data-label)]';

const cardTitle =
  'max-tablet:block max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:pe-9 max-tablet:font-semibold';

function Cell<R extends object>({ column, row }: { column: DataColumn<R>; row: R }) {
  const shared = clsx(
    'h-cell border-b border-line px-3 py-1.5',
    column.align === 'end' ? 'text-end tabular-nums' : 'text-start',
  );
  if (column.primary) {
    return (
      <th {...as.rowheader} scope="row" className={clsx(shared, cardTitle, 'font-medium')}>
        {column.cell(row)}
      </th>
    );
  }
  const content = column.cell(row);
  return (
    <td
      {...as.gridcell}
      data-label={column.header}
      className={clsx(shared, column.wideOnly || isNothing(content) ? 'max-tablet:hidden' : cardCell)}
    >
      {content}
    </td>
  );
}

/** A dash keeps the place in a table; in a card it would be a line that says nothing. */
function isNothing(content: ReactNode): boolean {
  return content === null || content === undefined || content === '' || content === '–';
}

/** True when the press was meant for a control inside the row. */
function onControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('a, button, input, select, textarea, label') !== null
  );
}

function Row<R extends object>(props: TableRowProps<R>) {
  const { row, index, columns, name, selectable, selected, active, onActivate, onOpen, measure } = props;
  const text = useUiText();
  return (
    <tr
      ref={measure}
      {...as.row}
      data-index={index}
      data-selected={selected || undefined}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActivate(index)}
      onClick={(event) => {
        if (!onControl(event)) onOpen?.(row.original);
      }}
      className={clsx(
        'scroll-mt-12 focus-visible:-outline-offset-2',
        selected
          ? 'bg-board-tint max-tablet:border-board'
          : 'hover:bg-canvas max-tablet:border-line max-tablet:bg-raised',
        onOpen && 'cursor-pointer',
        cardRow,
        selectable && besideBox,
        !measure && cardBelowFold,
      )}
    >
      {selectable && (
        <td
          {...as.gridcell}
          className="w-10 border-b border-line ps-3 align-middle max-tablet:absolute max-tablet:end-2 max-tablet:top-1 max-tablet:w-auto max-tablet:border-0"
        >
          <Checkbox
            label={text.selectRow(name)}
            hideLabel
            tabIndex={active ? 0 : -1}
            checked={selected}
            onChange={() => {}}
            onClick={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row.original} />
      ))}
    </tr>
  );
}

/** Drawn again only when something of its own has changed: a table of fifty is drawn with each key and each refresh. */
export const TableRow = memo(Row) as typeof Row;
