'use client';
import {
  createSortedRowModel,
  type Row,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useSurroundings } from '../ui-provider.tsx';
import { compareValues, type DataColumn, type DataSort, isSortable, type SortValue } from './columns.tsx';

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
});

export type ModelRow<R> = Row<typeof features, R & object>;

export type ModelOptions<R> = {
  rows: readonly R[];
  columns: readonly DataColumn<R>[];
  rowKey: (row: R) => string;
  sort?: DataSort | null | undefined;
  defaultSort?: DataSort | undefined;
  onSortChange?: ((sort: DataSort | null) => void) | undefined;
  selectedKeys?: readonly string[] | undefined;
  onSelectedKeysChange?: ((keys: string[]) => void) | undefined;
};

function toSorting(sort: DataSort | null | undefined): SortingState {
  return sort ? [{ id: sort.key, desc: sort.direction === 'desc' }] : [];
}

function useColumns<R extends object>(columns: readonly DataColumn<R>[]) {
  const { locale } = useSurroundings();
  return useMemo(() => {
    // Made with the first comparison: most tables come sorted, and the rules of a language take long to read.
    let made: Intl.Collator | undefined;
    const collator = () => {
      made ??= new Intl.Collator(locale, { numeric: true });
      return made;
    };
    return columns.map((column) => ({
      id: column.key,
      accessorFn: (row: R): SortValue => column.sortValue?.(row) ?? null,
      enableSorting: isSortable(column),
      sortDescFirst: false,
      sortFn: (a: { original: R }, b: { original: R }) =>
        compareValues(column.sortValue?.(a.original), column.sortValue?.(b.original), collator()),
    }));
  }, [columns, locale]);
}

export function useTableModel<R extends object>(options: ModelOptions<R>) {
  const { rows, columns, rowKey, sort, defaultSort, onSortChange, selectedKeys, onSelectedKeysChange } =
    options;
  const [ownSort, setOwnSort] = useState<DataSort | null>(defaultSort ?? null);
  const [ownKeys, setOwnKeys] = useState<readonly string[]>([]);
  const currentSort = sort === undefined ? ownSort : sort;
  const keys = selectedKeys ?? ownKeys;
  const sorting = useMemo(() => toSorting(currentSort), [currentSort]);
  const rowSelection = useMemo(() => Object.fromEntries(keys.map((key) => [key, true as const])), [keys]);
  const data = useMemo(() => [...rows], [rows]);

  const changeSort = (next: DataSort | null) => {
    setOwnSort(next);
    onSortChange?.(next);
  };
  const changeKeys = (next: string[]) => {
    setOwnKeys(next);
    onSelectedKeysChange?.(next);
  };
  const table = useTable({
    features,
    columns: useColumns(columns),
    data,
    getRowId: rowKey,
    manualSorting: sort !== undefined,
    state: { sorting, rowSelection },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update;
      changeKeys(Object.keys(next).filter((key) => next[key]));
    },
  });
  return { rows: table.getRowModel().rows, sort: currentSort, changeSort, keys, changeKeys };
}
