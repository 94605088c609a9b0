// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type { SheetLayout } from '@k12/contracts/teaching/gradebook-views';
import { dueOf } from '@k12/grading/cell-status';
import { unitsOf } from '@k12/grading/decimal';
import { formatEntry } from '@k12/grading/entry';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Mark } from './cell-marks.tsx';
import { type CellMark, marksOf } from './cell-status.ts';
import type { PendingCell } from './sheet-store.ts';

interface Props {
  id: string;
  column: GradebookColumn;
  cell: CodedCell | undefined;
  /** Of the cell: it is changed in place. */
  version: number;
  pending: PendingCell | undefined;
  pendingState: PendingCell['state'] | undefined;
  place: number;
  start: number;
  width: number;
  isActive: boolean;
  isSelected: boolean;
  isDropped: boolean;
  isLocked: boolean;
  isForeign: boolean;
  colors: SheetLayout['colors'];
  now: string;
  mark: '.' | ',';
}

/** One cell: what is true of it as icons and letters at the start, its score at the end (TCH-93). */
export const SheetCell = memo(function SheetCell(props: Props) {
  const { id, cell, column, pendingState, place, start, width, isActive, isSelected, isDropped, mark } =
    props;
  const t = useTranslations('teaching-gradebook');
  const marks = marksOf(cell, column, { ...props, pending: pendingState });
  const text = shownText(props);
  const words = marks.map((one) => t(`marks.${one}`));
  if (pendingState === 'saving' || pendingState === 'unsent') words.push(t(`pending.${pendingState}`));
  // Whatever does not fit beside the score is still in its words.
  const room = Math.max(1, Math.floor((width - 20 - text.length * 8) / 14));
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={place + 4}
      aria-selected={isSelected || isActive}
      data-place={place}
      title={words.join(', ') || undefined}
      className={clsx(
        'absolute inset-y-0 flex items-center justify-between gap-1 overflow-hidden border-e border-b border-line px-2 text-body tabular-nums',
        isSelected && !isActive && 'bg-board-tint',
        !cell && 'bg-sunken',
        tone(props, marks),
        isActive && 'z-10 bg-raised font-semibold outline-2 -outline-offset-2 outline-board',
      )}
      style={{ insetInlineStart: start, width }}
    >
      {marks.length > 0 && (
        <span className="flex items-center gap-0.5">
          {marks.slice(0, room).map((one) => (
            <Mark key={one} mark={one} />
          ))}
        </span>
      )}
      <span className={clsx('ms-auto truncate', isDropped && 'text-ink-2 line-through')}>
        {mark === ',' ? formatEntry(text, mark) : text}
      </span>
      {words.length > 0 && <span className="hidden-visually">{words.join(', ')}</span>}
    </div>
  );
});

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
  if (pending?.state === 'conflict') return 'bg-warn-tint text-warn';
  if (pending?.state === 'refused') return 'bg-bad-tint text-bad';
  if (pending?.state === 'failed') return 'text-ink underline decoration-dotted';
  if (isForeign) return 'bg-info-tint text-ink';
  const tint = colors && !isSelected && cell ? tintOf(cell, column, colors) : null;
  if (marks.includes('missing')) return clsx('text-bad', tint);
  if (isLocked || cell?.state === 'excused' || cell?.state === 'incomplete') return clsx('text-ink-2', tint);
  return clsx('text-ink', tint);
}

function tintOf(
  { state, score }: CodedCell,
  { points_possible }: GradebookColumn,
  { below, from }: NonNullable<SheetLayout['colors']>,
): string | null {
  const points = unitsOf(points_possible);
  if (state !== 'graded' || score === null || points === 0) return null;
  const percent = (unitsOf(score) * 100) / points;
  if (percent < below) return 'bg-bad-tint';
  return percent >= from ? 'bg-ok-tint' : null;
}
