import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type { SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import type { Sizes } from './use-window.ts';

export const nameKey = 'name';
export const leastWidth = 56;
export const mostWidth = 480;
export const usualWidth = 127;
const usual = { name: 188, total: 74, label: 52, column: usualWidth };
/** Narrower than this a title is written from bottom to top. */
const turnedBelow = 92;
export const groupHeight = 28;
/** Under the students, when one wants them. */
export const figureRows = ['mean', 'median'] as const;

export interface SheetSizes extends Sizes {
  name: number;
  total: number;
  label: number;
  /** By place; frozen columns first. */
  widths: readonly number[];
  starts: readonly number[];
  frozen: number;
  /** Of everything. */
  whole: number;
  isTurned: boolean;
}

/** Where everything of the sheet is, in pixels from the start of a row (TCH-91). */
export function sheetSizes(
  columns: readonly GradebookColumn[],
  frozenCount: number,
  { widths: chosen, density, shows_figures }: Pick<SheetLayout, 'widths' | 'density' | 'shows_figures'>,
): SheetSizes {
  const widths = columns.map(({ id }) => chosen[id] ?? usual.column);
  const name = chosen[nameKey] ?? usual.name;
  const base = name + usual.total + usual.label;
  const starts: number[] = [];
  let edge = base;
  for (const width of widths) {
    starts.push(edge);
    edge += width;
  }
  const isTurned = widths.some((width) => width < turnedBelow);
  const row = density === 'compact' ? 26 : 32;
  const lead = starts[frozenCount] ?? edge;
  return {
    ...{ name, total: usual.total, label: usual.label, widths, starts, frozen: frozenCount, whole: edge },
    row,
    foot: shows_figures ? figureRows.length * row : 0,
    column: usual.column,
    head: groupHeight + (isTurned ? 136 : 64),
    lead,
    isTurned,
  };
}

export function isTurnedAt(width: number): boolean {
  return width < turnedBelow;
}

const widestLetter = 10;
const edges = 22;

/** Whether a text of Latin letters or digits certainly has room: only what may not is cut off, which costs a layer each. */
export function surelyFits(text: string, width: number): boolean {
  return text.length * widestLetter + edges <= width && isNarrow.test(text);
}

const isNarrow = /^[ -\u02ff\u2013•]*$/;
