// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { formatEntry } from '@k12/grading/entry';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { type CellMark, dueOf, markOf } from './cell-status.ts';
import type { PendingCell } from './sheet-store.ts';

interface Props {
  id: string;
  column: GradebookColumn;
  cell: CodedCell | undefined;
  version: number;
  pending: PendingCell | undefined;
  pendingState: string | undefined;
  place: number;
  width: number;
  index: number;
  isActive: boolean;
  isSelected: boolean;
  isDropped: boolean;
  isLocked: boolean;
  isForeign: boolean;
  now: string;
  mark: '.' | ',';
}

/** One cell: its mark as a letter or dot at the start, its score at the end (TCH-93). */
export const SheetCell = memo(function SheetCell(props: Props) {
  const { id, cell, column, pending, place, width, index, isActive, isSelected, isDropped, now, mark } =
    props;
  const t = useTranslations('teaching-gradebook');
  const status = cell && !pending ? markOf(cell, column, now) : null;
  const text = shownText(props);
  const words = [
    status && status !== 'hidden' && status !== 'policy' ? t(`marks.${status}`) : null,
    isDropped ? t('marks.dropped') : null,
    props.isLocked ? t('marks.locked') : null,
    cell?.is_anonymous ? t('marks.anonymous') : null,
    cell?.is_before_enrollment ? t('marks.before') : null,
    pending ? t(`pending.${pending.state}`) : null,
  ].filter(Boolean);
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={index}
      aria-selected={isSelected || isActive}
      data-place={index - 4}
      title={words.join(', ') || undefined}
      className={clsx(
        'absolute inset-y-0 flex items-center justify-between gap-1 border-e border-b border-line px-2.5 text-body tabular-nums',
        isSelected && !isActive && 'bg-board-tint',
        !cell && 'bg-sunken',
        tone(props, status),
        isActive && 'z-10 bg-raised font-semibold outline-2 -outline-offset-2 outline-board',
      )}
      style={{ insetInlineStart: place, width }}
    >
      <Mark mark={status} />
      <span className={clsx('ms-auto truncate', isDropped && 'text-ink-3 line-through')}>
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

function tone({ cell, pending, isForeign, isLocked }: Props, status: CellMark): string {
  if (pending?.state === 'conflict') return 'bg-warn-tint text-warn';
  if (pending?.state === 'refused') return 'bg-bad-tint text-bad';
  if (pending?.state === 'failed') return 'text-ink underline decoration-dotted';
  if (isForeign) return 'bg-info-tint text-ink';
  if (status === 'missing') return 'text-bad';
  if (isLocked || cell?.state === 'excused' || cell?.state === 'incomplete') return 'text-ink-2';
  return 'text-ink';
}

function Mark({ mark }: { mark: CellMark }) {
  if (mark === 'missing')
    return (
      <span aria-hidden className="text-mini font-semibold text-bad">
        M
      </span>
    );
  if (mark === 'late')
    return (
      <span aria-hidden className="text-mini font-semibold text-warn">
        L
      </span>
    );
  if (mark === 'new') return <span aria-hidden className="size-1.5 rounded-full bg-info" />;
  return null;
}
