import { type RefObject, useEffect, useState } from 'react';

export interface Sizes {
  row: number;
  column: number;
  head: number;
  lead: number;
  /** Where each column starts, and which come before those that move; without it all are as wide as `column`. */
  starts?: readonly number[];
  frozen?: number;
  /** What covers the lower end. */
  foot?: number;
}

/** How far the start of a moving column is from the parts that stay. */
function startOf({ starts, column, lead, frozen = 0 }: Sizes, place: number): number {
  if (!starts) return place * column;
  return (starts[frozen + place] ?? lead) - lead;
}

function widthOf(sizes: Sizes, place: number): number {
  const { starts, frozen = 0, column } = sizes;
  const next = starts?.[frozen + place + 1];
  return next === undefined ? column : next - sizes.lead - startOf(sizes, place);
}

/** The moving column at this distance. */
function columnAt(sizes: Sizes, distance: number, count: number): number {
  if (!sizes.starts) return Math.floor(distance / sizes.column);
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(sizes, middle) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Extent {
  first_row: number;
  last_row: number;
  first_column: number;
  last_column: number;
}

const spareRows = 10;
const spareColumns = 3;

/** Which rows and moving columns are in sight, with some to spare so that scrolling finds no empty cells (TCH-90). */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  sizes: Sizes,
  counts: { rows: number; columns: number },
): Extent {
  const [extent, setExtent] = useState<Extent>({
    first_row: 0,
    last_row: 40,
    first_column: 0,
    last_column: 14,
  });
  const { row, head, lead } = sizes;
  const moving = counts.columns - (sizes.frozen ?? 0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = element.scrollTop;
      const start = Math.abs(element.scrollLeft);
      const next = {
        first_row: Math.max(0, Math.floor(top / row) - spareRows),
        last_row: Math.ceil((top + element.clientHeight - head) / row) + spareRows,
        first_column: Math.max(0, columnAt(sizes, start, moving) - spareColumns),
        last_column: columnAt(sizes, start + element.clientWidth - lead, moving) + 1 + spareColumns,
      };
      setExtent((known) => (isSame(known, next) ? known : next));
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    element.addEventListener('scroll', schedule, { passive: true });
    const observer = new ResizeObserver(schedule);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', schedule);
      observer.disconnect();
    };
  }, [scroller, sizes, row, head, lead, moving]);
  return {
    ...extent,
    last_row: Math.min(counts.rows - 1, extent.last_row),
    last_column: Math.min(moving - 1, extent.last_column),
  };
}

function isSame(a: Extent, b: Extent): boolean {
  return (
    a.first_row === b.first_row &&
    a.last_row === b.last_row &&
    a.first_column === b.first_column &&
    a.last_column === b.last_column
  );
}

/** Moves a cell out from under the parts that stay in place. */
export function scrollToCell(element: HTMLElement, sizes: Sizes, at: { row: number; column: number }): void {
  const top = at.row * sizes.row;
  const room = element.clientHeight - sizes.head - sizes.row - (sizes.foot ?? 0);
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top > element.scrollTop + room) element.scrollTop = top - room;
  const place = at.column - (sizes.frozen ?? 0);
  if (place < 0) return;
  const sign = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
  const start = startOf(sizes, place);
  const scrolled = Math.abs(element.scrollLeft);
  const width = element.clientWidth - sizes.lead - widthOf(sizes, place);
  if (start < scrolled) element.scrollLeft = sign * start;
  else if (start > scrolled + width) element.scrollLeft = sign * (start - width);
}
