import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { whenIdle } from './when-idle.ts';

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

/** More where one is going, so that scrolling finds no empty cells; in steps, so that not every frame draws anew. */
const spare = { rows: { ahead: 10, behind: 2, step: 4 }, columns: { ahead: 3, behind: 1, step: 2 } };

interface Span {
  from: number;
  to: number;
}

function widened({ from, to }: Span, isForward: boolean): Span {
  const { ahead, behind, step } = spare.columns;
  const first = from - (isForward ? behind : ahead);
  const last = to + (isForward ? ahead : behind);
  return { from: Math.max(0, Math.floor(first / step) * step), to: Math.ceil(last / step) * step };
}

interface Sight {
  top: number;
  start: number;
  height: number;
  width: number;
}

function rowsIn({ row, head }: Sizes, { top, height }: Sight): Span {
  return { from: Math.floor(top / row), to: Math.ceil((top + height - head) / row) };
}

function columnsIn(sizes: Sizes, moving: number, { start, width }: Sight): Span {
  return {
    from: columnAt(sizes, start, moving),
    to: columnAt(sizes, start + width - sizes.lead, moving) + 1,
  };
}

/** As last measured: asking the browser anew makes it lay out at once what was just drawn. */
const sights = new WeakMap<HTMLElement, Sight>();

function sightOf(element: HTMLElement): Sight {
  const { scrollTop: top, scrollLeft, clientHeight: height, clientWidth: width } = element;
  const sight = { top, start: Math.abs(scrollLeft), height, width };
  sights.set(element, sight);
  return sight;
}

/** For whoever moves the sheet. */
export function forgetSight(element: HTMLElement): void {
  sights.delete(element);
}

/** Always as many rows, so that each may take the place of another. */
function rowsDrawn(sizes: Sizes, sight: Sight, isDown: boolean, count: number): Span {
  const { ahead, behind, step } = spare.rows;
  const most = Math.ceil((sight.height - sizes.head) / sizes.row) + 1 + ahead + behind + step;
  const wanted = rowsIn(sizes, sight).from - (isDown ? behind : ahead);
  const from = Math.max(0, Math.min(Math.floor(wanted / step) * step, count - most));
  return { from, to: from + most - 1 };
}

/**
 * What the window has room for: the sheet is not there to be measured yet. Over what the server has drawn, the first draw
 * is the same as the server's, or the browser would throw that away and draw all of the page again.
 */
function firstExtent(sizes: Sizes, moving: number, isOverServers: boolean): Extent {
  const [width, height] = isOverServers ? [1366, 768] : [window.innerWidth, window.innerHeight];
  return extentIn(sizes, moving, { width, height });
}

/** What a sheet of this width and height shows of its beginning. */
export function extentIn(sizes: Sizes, moving: number, room: { width: number; height: number }): Extent {
  const sight = { top: 0, start: 0, ...room };
  return extentOf(rowsIn(sizes, sight), columnsIn(sizes, moving, sight));
}

const extentOf = (rows: Span, columns: Span): Extent => ({
  first_row: rows.from,
  last_row: rows.to,
  first_column: columns.from,
  last_column: columns.to,
});

const never = () => () => undefined;
const no = () => false;
const yes = () => true;

interface Counts {
  rows: number;
  /** Of the columns that move. */
  moving: number;
}

/** Tells what is to be drawn whenever another part of the sheet comes into sight; gives back how to end it. */
export function watchSight(
  element: HTMLElement,
  sizes: Sizes,
  { rows, moving }: Counts,
  options: { isFirst: boolean; tell: (extent: Extent) => void },
): () => void {
  let frame = 0;
  let before = sightOf(element);
  let [isDown, isOn] = [true, true];
  const measure = () => {
    frame = 0;
    const sight = sightOf(element);
    if (sight.top !== before.top) isDown = sight.top > before.top;
    if (sight.start !== before.start) isOn = sight.start > before.start;
    before = sight;
    options.tell(
      extentOf(rowsDrawn(sizes, sight, isDown, rows), widened(columnsIn(sizes, moving, sight), isOn)),
    );
  };
  const schedule = () => {
    forgetSight(element);
    if (frame === 0) frame = requestAnimationFrame(measure);
  };
  // The first screen is drawn without anything to spare: that comes when it stands.
  const forget = options.isFirst ? whenIdle(measure) : undefined;
  if (!options.isFirst) measure();
  element.addEventListener('scroll', schedule, { passive: true });
  const observer = new ResizeObserver(() => {
    if (element.clientHeight !== before.height || element.clientWidth !== before.width) schedule();
  });
  observer.observe(element);
  return () => {
    forget?.();
    forgetSight(element);
    cancelAnimationFrame(frame);
    element.removeEventListener('scroll', schedule);
    observer.disconnect();
  };
}

/** Which rows and moving columns are drawn: those in sight and some to spare (TCH-90). */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  sizes: Sizes,
  counts: { rows: number; columns: number },
): Extent {
  const moving = counts.columns - (sizes.frozen ?? 0);
  const isOverServers = useSyncExternalStore(never, no, yes);
  const [extent, setExtent] = useState<Extent>(() => firstExtent(sizes, moving, isOverServers));
  const isFirst = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const tell = (next: Extent) => setExtent((known) => (isSame(known, next) ? known : next));
    const end = watchSight(element, sizes, { rows: counts.rows, moving }, { isFirst: isFirst.current, tell });
    isFirst.current = false;
    return end;
  }, [scroller, sizes, moving, counts.rows]);
  return within(extent, { rows: counts.rows, moving });
}

/** No more than there is. */
export function within(extent: Extent, { rows, moving }: Counts): Extent {
  return {
    ...extent,
    last_row: Math.min(rows - 1, extent.last_row),
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
  const sight = sights.get(element) ?? sightOf(element);
  const top = at.row * sizes.row;
  const room = sight.height - sizes.head - sizes.row - (sizes.foot ?? 0);
  if (top < sight.top) moveTo(element, { top });
  else if (top > sight.top + room) moveTo(element, { top: top - room });
  const place = at.column - (sizes.frozen ?? 0);
  if (place < 0) return;
  const start = startOf(sizes, place);
  const width = sight.width - sizes.lead - widthOf(sizes, place);
  if (start < sight.start) moveTo(element, { start });
  else if (start > sight.start + width) moveTo(element, { start: start - width });
}

function moveTo(element: HTMLElement, { top, start }: { top?: number; start?: number }): void {
  forgetSight(element);
  if (top !== undefined) element.scrollTop = top;
  if (start !== undefined)
    element.scrollLeft = start * (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
}
