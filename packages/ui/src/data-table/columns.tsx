import type { ReactNode } from 'react';

export type SortValue = string | number | null | undefined;

export type DataColumn<R> = {
  key: string;
  header: string;
  /** A second, quiet line in the head, such as a unit. */
  note?: string | undefined;
  cell: (row: R) => ReactNode;
  /** Gives the column a sort of its own. With `onSortChange` the order comes from outside and only `sortable` is needed. */
  sortValue?: ((row: R) => SortValue) | undefined;
  sortable?: boolean | undefined;
  /** Numbers stand at the end. */
  align?: 'start' | 'end' | undefined;
  /** A CSS width, such as "8rem". */
  width?: string | undefined;
  /** Names the row: first, and the title of its card on phones. One column per table. */
  primary?: boolean | undefined;
  /** Left out of the cards on phones. */
  wideOnly?: boolean | undefined;
};

export type DataSort = { key: string; direction: 'asc' | 'desc' };

export function isSortable<R>(column: DataColumn<R>): boolean {
  return column.sortable ?? column.sortValue !== undefined;
}

/** Empty values stand last, words follow the locale, numbers their size. */
export function compareValues(a: SortValue, b: SortValue, collator: Intl.Collator): number {
  const noA = a === null || a === undefined || a === '';
  const noB = b === null || b === undefined || b === '';
  if (noA || noB) return noA === noB ? 0 : noA ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
