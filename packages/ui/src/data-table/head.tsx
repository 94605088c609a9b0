'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { Checkbox } from '../checkbox.tsx';
import { SelectField } from '../select-field.tsx';
import { useUiText } from '../ui-text.tsx';
import { type DataColumn, type DataSort, isSortable } from './columns.tsx';
import { as } from './roles.tsx';

type SortProps = { sort: DataSort | null; onSort: (sort: DataSort | null) => void };

function nextSort(sort: DataSort | null, key: string): DataSort | null {
  if (sort?.key !== key) return { key, direction: 'asc' };
  return sort.direction === 'asc' ? { key, direction: 'desc' } : null;
}

function SortMark({ direction }: { direction: DataSort['direction'] | undefined }) {
  const look = 'size-3.5';
  if (direction === 'asc') return <ArrowUp aria-hidden className={look} />;
  if (direction === 'desc') return <ArrowDown aria-hidden className={look} />;
  return <ChevronsUpDown aria-hidden className={clsx(look, 'opacity-0 group-hover/head:opacity-60')} />;
}

function HeadCell<R>({ column, sort, onSort }: { column: DataColumn<R> } & SortProps) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const words = (
    <span
      className={clsx(
        'flex min-h-6 min-w-0 flex-col justify-center',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      <span>{column.header}</span>
      {column.note && <span className="font-regular text-ink-3">{column.note}</span>}
    </span>
  );
  return (
    <th
      {...as.columnheader}
      scope="col"
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
      style={{ width: column.width }}
      className={clsx(
        'border-b border-line bg-canvas px-3 py-2 align-bottom text-mini font-semibold text-ink-2',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      {isSortable(column) ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(sort, column.key))}
          className={clsx(
            'group/head -mx-1 inline-flex min-h-6 items-center gap-1 rounded-small pointer-coarse:min-h-11 px-1 hover:text-ink',
            column.align === 'end' && 'flex-row-reverse',
          )}
        >
          {words}
          <SortMark direction={direction} />
        </button>
      ) : (
        words
      )}
    </th>
  );
}

export type SelectAll = { checked: boolean; some: boolean; onChange: (checked: boolean) => void };

export type TableHeadProps<R> = SortProps & {
  columns: readonly DataColumn<R>[];
  selectAll: SelectAll | undefined;
};

export function TableHead<R>({ columns, sort, onSort, selectAll }: TableHeadProps<R>) {
  const text = useUiText();
  return (
    <thead {...as.rowgroup} className="sticky top-0 z-sticky max-tablet:hidden-visually">
      <tr {...as.row} aria-rowindex={1}>
        {selectAll && (
          <th
            {...as.columnheader}
            scope="col"
            className="w-10 border-b border-line bg-canvas ps-3 align-middle"
          >
            <Checkbox
              label={text.selectAll}
              hideLabel
              checked={selectAll.checked}
              indeterminate={selectAll.some && !selectAll.checked}
              onCheckedChange={selectAll.onChange}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

/** The head is not on screen where rows are cards, so sorting gets a control of its own there. */
export function PhoneSort<R>({ columns, sort, onSort }: Omit<TableHeadProps<R>, 'selectAll'>) {
  const text = useUiText();
  const options = columns.filter(isSortable).flatMap(({ key, header }) => [
    { value: `${key} asc`, label: text.ascending(header) },
    { value: `${key} desc`, label: text.descending(header) },
  ]);
  if (options.length === 0) return null;
  const change = (value: string) => {
    const [key, direction] = value.split(' ');
    onSort(key ? { key, direction: direction === 'desc' ? 'desc' : 'asc' } : null);
  };
  return (
    <SelectField
      label={text.sort}
      placeholder={text.sort}
      hideLabel
      className="mb-2 tablet:hidden"
      options={options}
      value={sort ? `${sort.key} ${sort.direction}` : ''}
      onValueChange={change}
    />
  );
}
