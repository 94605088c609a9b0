'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode, RefObject } from 'react';
import { Skeleton } from '../skeleton.tsx';
import { as } from './roles.tsx';

const cardRow =
  'max-tablet:mb-2 max-tablet:grid max-tablet:gap-2 max-tablet:rounded-card max-tablet:border max-tablet:border-line max-tablet:bg-raised max-tablet:p-3';

const virtualFrom = 50;

const cardLine =
  'h-cell border-b border-line px-3 max-tablet:block max-tablet:h-auto max-tablet:border-0 max-tablet:p-0';

export function useVirtualRows(count: number, scroller: RefObject<HTMLElement | null>) {
  const virtualizer = useVirtualizer({
    count,
    enabled: count > virtualFrom,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const virtual = count > virtualFrom;
  return {
    virtual,
    indexes: virtual ? items.map(({ index }) => index) : Array.from({ length: count }, (_, index) => index),
    before: virtual ? (items[0]?.start ?? 0) : 0,
    after: virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0,
    measure: virtual ? virtualizer.measureElement : undefined,
    scrollTo: (index: number) => {
      if (virtual) virtualizer.scrollToIndex(index);
    },
  };
}

/** Keeps the scrollbar honest for the rows that are not drawn. */
export function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} className="max-tablet:block" /> : null;
}

export function SkeletonBody({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity and never move
    <tr {...as.row} key={row} className={cardRow}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <td {...as.gridcell} key={column} className={cardLine}>
          <Skeleton className={(row + column) % 3 ? 'h-3.5 w-3/4' : 'h-3.5 w-1/2'} />
        </td>
      ))}
    </tr>
  ));
}

export function EmptyBody({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr {...as.row} className="max-tablet:block">
      <td {...as.gridcell} colSpan={columns} className="max-tablet:block">
        {children}
      </td>
    </tr>
  );
}
