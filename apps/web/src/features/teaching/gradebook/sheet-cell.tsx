// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type { SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { dueOf } from '@k12/grading/cell-status';
import { unitsOf } from '@k12/grading/decimal';
import { formatEntry } from '@k12/grading/entry';
import { Mark } from './cell-marks.tsx';
import { type CellMark, marksOf } from './cell-status.ts';
import { surelyFits } from './sheet-sizes.ts';
import type { PendingCell } from './sheet-store.ts';
import type { SheetWords } from './sheet-words.ts';

interface Props {
  /** Of the active cell alone: the grid names it. */
  id: string | undefined;
  column: GradebookColumn;
  cell: CodedCell | undefined;
  pending: PendingCell | undefined;
  place: number;
  /** Before the first cell of those that move: the room of the columns that are not drawn. */
  gap: number | undefined;
  width: number;
  isActive: boolean;
  isSelected: boolean;
  isDropped: boolean;
  isLocked: boolean;
  isForeign: boolean;
  colors: SheetLayout['colors'];
  now: string;
  mark: '.' | ',';
  words: SheetWords;
}

// Nothing in a cell is placed or cut off by itself unless it has to be: each such element would be one more layer to
// paint for the browser, and of cells there are hundreds.
const box = 'shrink-0 border-e border-line px-2';
const marked = `${box} flex items-center gap-0.5`;

/**
 * One cell: what is true of it as icons and letters at the start, its score at the end (TCH-93). Hundreds are drawn while
 * one scrolls, so it is not a component of its own, and mostly a single element: a row that stays the same is left alone
 * as a whole, and what all cells have in common they have from their row.
 */
export function drawCell(props: Props) {
  const { cell, column, pending, isActive, isSelected, isDropped, mark, width } = props;
  const marks = marksOf(cell, column, { ...props, pending: pending?.state });
  const own = shownText(props);
  const text = mark === ',' ? formatEntry(own, mark) : own;
  const said = wordsOf(marks, props);
  const isPlain = marks.length === 0 && said === '';
  let look = isPlain ? box : marked;
  if (isPlain && !surelyFits(text, width)) look += ' truncate';
  if (!cell) look += ' bg-sunken';
  if (isSelected && !isActive) look += ' bg-board-tint';
  if (isActive) look += ' bg-raised font-semibold outline-2 -outline-offset-2 outline-board';
  look += tone(props, marks);
  return (
    <div
      key={column.id}
      id={props.id}
      role="gridcell"
      aria-colindex={props.place + 4}
      aria-selected={isSelected || isActive}
      aria-label={said ? `${text} ${said}`.trim() : undefined}
      data-place={props.place}
      title={said || undefined}
      className={look}
      style={{ marginInlineStart: props.gap, width }}
    >
      {isPlain ? text : drawMarked(marks, text, width, isDropped)}
    </div>
  );
}

function drawMarked(marks: readonly CellMark[], text: string, width: number, isDropped: boolean) {
  // Whatever does not fit beside the score is still in its words.
  const room = Math.max(1, Math.floor((width - 20 - text.length * 8) / 14));
  let look = 'ms-auto';
  if (!surelyFits(text, width - Math.min(room, marks.length) * 18)) look += ' truncate';
  if (isDropped) look += ' text-ink-2 line-through';
  return (
    <>
      {marks.slice(0, room).map((one) => (
        <Mark key={one} mark={one} />
      ))}
      <span className={look}>{text}</span>
    </>
  );
}

function wordsOf(marks: readonly CellMark[], { pending, words }: Props): string {
  const state = pending?.state;
  const isOnItsWay = state === 'saving' || state === 'unsent';
  if (marks.length === 0) return isOnItsWay ? words.pending[state] : '';
  const said = marks.map((one) => words.marks[one]);
  if (isOnItsWay) said.push(words.pending[state]);
  return said.join(', ');
}

function shownText({ cell, column, pending, now }: Props): string {
  if (pending) return pending.entry;
  if (!cell) return '';
  if (cell.is_anonymous) return '•••';
  if (cell.entry !== null) return cell.entry;
  if (cell.state === 'excused') return 'EX';
  if (cell.state === 'incomplete') return 'INC';
  const due = dueOf(cell, column);
  return !cell.is_submitted && due !== null && due > now ? '–' : '';
}

/** Color only ever repeats what an icon or a number says; text stays dark on a tint, so contrast holds. */
function tone({ cell, column, isSelected, pending, isForeign, isLocked, colors }: Props, marks: CellMark[]) {
  if (pending?.state === 'conflict') return ' bg-warn-tint text-warn';
  if (pending?.state === 'refused') return ' bg-bad-tint text-bad';
  if (pending?.state === 'failed') return ' underline decoration-dotted';
  if (isForeign) return ' bg-info-tint';
  const tint = colors && !isSelected && cell ? tintOf(cell, column, colors) : '';
  if (marks.includes('missing')) return ` text-bad${tint}`;
  if (isLocked || cell?.state === 'excused' || cell?.state === 'incomplete') return ` text-ink-2${tint}`;
  return tint;
}

function tintOf(
  { state, score }: CodedCell,
  { points_possible }: GradebookColumn,
  { below, from }: NonNullable<SheetLayout['colors']>,
): string {
  const points = unitsOf(points_possible);
  if (state !== 'graded' || score === null || points === 0) return '';
  const percent = (unitsOf(score) * 100) / points;
  if (percent < below) return ' bg-bad-tint';
  return percent >= from ? ' bg-ok-tint' : '';
}
