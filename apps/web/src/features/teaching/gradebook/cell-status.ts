import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { Gradebook, GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { cellStatus, dueOf } from '@k12/grading/cell-status';
import { type PeriodSpan, periodOf, periodSpans } from '@k12/grading/periods';
import type { PendingCell } from './sheet-store.ts';

/** Everything that a cell may say beside its score, the most important first (TCH-93). */
export const cellMarks = [
  'conflict',
  'refused',
  'unsent',
  'missing',
  'late',
  'new',
  'ungraded',
  'before',
  'excused',
  'incomplete',
  'anonymous',
  'policy',
  'dropped',
  'locked',
  'hidden',
  'foreign',
] as const;
export type CellMark = (typeof cellMarks)[number];

interface CellSurroundings {
  now: string;
  isDropped?: boolean | undefined;
  isLocked?: boolean | undefined;
  isForeign?: boolean | undefined;
  pending?: PendingCell['state'] | undefined;
}

/** What is true of a cell, in the order of `cellMarks`. */
export function marksOf(
  cell: CodedCell | undefined,
  column: GradebookColumn,
  { now, isDropped, isLocked, isForeign, pending }: CellSurroundings,
): CellMark[] {
  if (!cell) return [];
  // The rest of it is not told, not even whether anything was handed in (TCH-78).
  if (cell.is_anonymous) return isLocked ? ['anonymous', 'locked'] : ['anonymous'];
  const isNone = cell.state === 'none';
  const { is_missing, is_late } = cellStatus(cell, column, now);
  const holds: Record<CellMark, boolean | undefined> = {
    conflict: pending === 'conflict',
    refused: pending === 'refused',
    unsent: pending === 'failed',
    missing: is_missing,
    late: is_late,
    new: cell.has_new_work,
    ungraded: cell.is_submitted && isNone && !cell.has_new_work,
    before: cell.is_before_enrollment && isNone,
    excused: cell.state === 'excused',
    incomplete: cell.state === 'incomplete',
    anonymous: false,
    policy: cell.is_policy,
    dropped: isDropped,
    locked: isLocked,
    hidden: !isNone && !cell.is_posted,
    foreign: isForeign,
  };
  return cellMarks.filter((mark) => holds[mark]);
}

/** Periods as instants, and which of them are closed. */
export interface Periods {
  spans: PeriodSpan[];
  locked: ReadonlySet<string>;
}

export function periodsOf({ periods, course }: Pick<Gradebook, 'periods' | 'course'>): Periods {
  const given = periods.map(({ id, starts_on, ends_on }) => ({ id, starts_on, ends_on, weight: '0' }));
  return {
    spans: periodSpans(given, course.time_zone),
    locked: new Set(periods.filter(({ is_locked }) => is_locked).map(({ id }) => id)),
  };
}

export function periodOfCell(cell: CodedCell | undefined, column: GradebookColumn, periods: Periods) {
  const due_at = cell ? dueOf(cell, column) : column.due_at;
  const { grading_period_id: assigned_period_id, published_at } = column;
  return periodOf({ assigned_period_id, due_at, published_at }, periods.spans);
}

export function isCellLocked(
  cell: CodedCell | undefined,
  column: GradebookColumn,
  periods: Periods,
): boolean {
  if (periods.locked.size === 0) return false;
  const period = periodOfCell(cell, column, periods);
  return period !== null && periods.locked.has(period);
}
