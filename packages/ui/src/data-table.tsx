'use client';
import clsx from 'clsx';
import { type ReactNode, useCallback, useRef } from 'react';
import { EmptyBody, Gap, SkeletonBody, useVirtualRows } from './data-table/body.tsx';
import { type AllMatching, BulkBar } from './data-table/bulk-bar.tsx';
import { PhoneSort, TableHead } from './data-table/head.tsx';
import { useRowKeys } from './data-table/keyboard.tsx';
import { type ModelOptions, type ModelRow, useTableModel } from './data-table/model.tsx';
import { as } from './data-table/roles.tsx';
import { TableRow } from './data-table/row.tsx';
import { useUiText } from './ui-text.tsx';

export type { DataColumn, DataSort } from './data-table/columns.tsx';

export type DataTableProps<R extends object> = ModelOptions<R> & {
  /** Names the table. */
  label: string;
  /** Names a row, for its checkbox. */
  rowName: (row: R) => string;
  onOpenRow?: ((row: R) => void) | undefined;
  onPeekRow?: ((row: R) => void) | undefined;
  selectable?: boolean | undefined;
  /** Buttons for the selected rows. */
  bulkActions?: ReactNode;
  /** Present while there are matching rows that are not loaded. */
  allMatching?: AllMatching | undefined;
  loading?: boolean | undefined;
  skeletonRows?: number | undefined;
  /** An EmptyState, shown when there are no rows. */
  empty?: ReactNode;
  /** The number of rows there are when only some are loaded. */
  totalRows?: number | undefined;
  className?: string | undefined;
};

/** Selects by the model's own handler, which keeps the anchor of a Shift range. */
function toggleRow<R extends object>(row: ModelRow<R> | undefined, shiftKey: boolean) {
  row?.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey });
}

function useParts<R extends object>(props: DataTableProps<R>) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const model = useTableModel(props);
  const virtual = useVirtualRows(model.rows.length, scroller);
  const { onOpenRow, onPeekRow, selectable } = props;
  const act = (fn: ((row: R) => void) | undefined) =>
    fn &&
    ((index: number) => {
      const row = model.rows[index];
      if (row) fn(row.original);
    });
  const keys = useRowKeys({
    count: model.rows.length,
    scrollTo: virtual.scrollTo,
    body,
    toggle: selectable ? (index, range) => toggleRow(model.rows[index], range) : undefined,
    open: act(onOpenRow),
    peek: act(onPeekRow),
  });
  return { scroller, body, model, virtual, keys };
}

type Parts<R extends object> = ReturnType<typeof useParts<R>>;

function Rows<R extends object>({ props, parts }: { props: DataTableProps<R>; parts: Parts<R> }) {
  const { model, virtual, keys } = parts;
  const selected = new Set(model.keys);
  const latest = useRef(props.onOpenRow);
  latest.current = props.onOpenRow;
  const open = useCallback((row: R) => latest.current?.(row), []);
  return (
    <>
      <Gap height={virtual.before} />
      {virtual.indexes.map((index) => {
        const row = model.rows[index];
        if (!row) return null;
        return (
          <TableRow
            key={row.id}
            row={row}
            index={index}
            columns={props.columns}
            name={props.rowName(row.original)}
            selectable={props.selectable === true}
            selected={selected.has(row.id)}
            active={index === keys.active}
            onActivate={keys.setActive}
            onOpen={props.onOpenRow && open}
            measure={virtual.measure}
          />
        );
      })}
      <Gap height={virtual.after} />
    </>
  );
}

export function DataTable<R extends object>(props: DataTableProps<R>) {
  const {
    label,
    columns,
    selectable,
    bulkActions,
    loading,
    skeletonRows = 8,
    empty,
    totalRows,
    className,
  } = props;
  const text = useUiText();
  const parts = useParts(props);
  const { model, scroller, body, virtual, keys } = parts;
  const width = columns.length + (selectable ? 1 : 0);
  const all = model.rows.length > 0 && model.keys.length >= model.rows.length;
  const selectAll = selectable
    ? {
        checked: all,
        some: model.keys.length > 0,
        onChange: (checked: boolean) => model.changeKeys(checked ? model.rows.map(({ id }) => id) : []),
      }
    : undefined;
  const sorting = { columns, sort: model.sort, onSort: model.changeSort };
  return (
    <div className={clsx('min-w-0', className)}>
      {selectable && (
        <BulkBar
          count={model.keys.length}
          onClear={() => model.changeKeys([])}
          allMatching={all ? props.allMatching : undefined}
        >
          {bulkActions}
        </BulkBar>
      )}
      <PhoneSort {...sorting} />
      <div
        ref={scroller}
        className={clsx(
          'relative overflow-auto tablet:rounded-card tablet:border tablet:border-line tablet:bg-paper',
          virtual.virtual && 'max-h-[70dvh]',
        )}
      >
        <table
          {...as.grid}
          aria-label={label}
          aria-busy={loading || undefined}
          aria-rowcount={(totalRows ?? model.rows.length) + 1}
          {...(selectable && { 'aria-multiselectable': true })}
          onKeyDown={keys.onKeyDown}
          className="w-full border-separate border-spacing-0 text-body max-tablet:block"
        >
          <TableHead {...sorting} selectAll={selectAll} />
          <tbody
            ref={body}
            {...as.rowgroup}
            className="max-tablet:block tablet:[&>tr:last-child>*]:border-b-0"
          >
            {loading && model.rows.length === 0 && <SkeletonBody rows={skeletonRows} columns={width} />}
            {!loading && model.rows.length === 0 && (
              <EmptyBody columns={width}>{empty ?? text.noMatches}</EmptyBody>
            )}
            <Rows props={props} parts={parts} />
          </tbody>
        </table>
      </div>
    </div>
  );
}
