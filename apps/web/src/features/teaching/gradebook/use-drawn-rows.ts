import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { prepareToMeasure } from './name-width.ts';
import { rangeOf, type Selection } from './selection.ts';
import type { RowsGiven } from './sheet-row.tsx';
import { SheetRows } from './sheet-rows.ts';
import type { SheetSizes } from './sheet-sizes.ts';
import { extentIn, watchSight, within } from './use-window.ts';
import { whenIdle } from './when-idle.ts';

type Wanted = Omit<RowsGiven, 'first' | 'last' | 'measured'>;

interface Options extends Wanted {
  selection: Selection;
  /** A cell is open. */
  isOpen: boolean;
}

/** Above and below the rows there is at least this much else. */
const leastAround = 120;

/** What there is room for: read while the page stands, so that nothing is laid out only to be measured. */
function firstExtent(sizes: SheetSizes, moving: number) {
  const width = document.getElementById('main')?.clientWidth || window.innerWidth;
  return extentIn(sizes, moving, { width, height: window.innerHeight - leastAround });
}

/**
 * Draws the rows in sight into the box; gives back which moving columns are drawn, for the heads, and the element that an
 * open cell belongs into.
 */
export function useDrawnRows(scroller: RefObject<HTMLElement | null>, options: Options) {
  const { selection, isOpen, ...wanted } = options;
  const { sizes } = options;
  const counts = { rows: options.rows.length, moving: options.columns.length - sizes.frozen };
  const [drawn] = useState(() => new SheetRows());
  const box = useRef<HTMLDivElement>(null);
  const [extent, setExtent] = useState(() => firstExtent(sizes, counts.moving));
  const { first_column: first, last_column: last } = within(extent, counts);
  const measured = useMeasured();
  const given = useSame({ ...wanted, first, last, measured });
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const { active } = selection;
  const host = isOpen ? drawn.elementOf(active.row, active.column < sizes.frozen) : null;
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!box.current) return;
    if (isFirst.current) drawn.show(extent.first_row, extent.last_row);
    drawn.draw(box.current, given, { active, range: rangeOf(selection), isOpen });
    // The cell to be opened was out of sight.
    if (isOpen && !host) drawAgain();
  });
  const { rows, moving } = counts;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const end = watchSight(
      element,
      sizes,
      { rows, moving },
      {
        isFirst: isFirst.current,
        tell: (next) => {
          drawn.show(next.first_row, next.last_row);
          setExtent((known) =>
            known.first_column === next.first_column && known.last_column === next.last_column ? known : next,
          );
        },
      },
    );
    isFirst.current = false;
    return end;
  }, [scroller, drawn, sizes, moving, rows]);
  useEffect(() => () => drawn.end(), [drawn]);
  return { box, host, first, last };
}

/** Whether names can be measured: only once the first rows stand. */
function useMeasured(): boolean {
  const [isMeasured, setMeasured] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        void document.fonts.ready.then(() => setMeasured(prepareToMeasure()));
      }),
    [],
  );
  return isMeasured;
}

/** The same object as long as everything in it is the same. */
function useSame<T extends object>(next: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: its values are what it depends on
  return useMemo(() => next, Object.values(next));
}
