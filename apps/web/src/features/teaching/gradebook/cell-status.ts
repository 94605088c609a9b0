import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { Gradebook, GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { isMissing } from '@k12/grading/missing';
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

const always = new Date(0).toISOString();
const never = new Date(8_640_000_000_000_000).toISOString();

export function dueOf(cell: CodedCell, column: GradebookColumn): string | null {
  if (cell.due_at === undefined) return column.due_at;
  return cell.due_at === null ? null : new Date(cell.due_at).toISOString();
}

export function isCellMissing(cell: CodedCell, column: GradebookColumn, now: string): boolean {
  if (cell.override !== null) return cell.override === 'missing';
  // A zero that the missing policy filled in stands for work that is missing.
  if (cell.is_policy) return true;
  return isMissing(
    {
      due_at: dueOf(cell, column),
      grace_minutes: column.late_policy?.grace_minutes ?? 0,
      dates_from: 'everyone',
      expects_work: column.expects_submission,
      is_handed_in: cell.is_submitted,
      state: cell.state,
      has_score: cell.score !== null,
      is_posted: cell.is_posted,
      enrolled_at: cell.is_before_enrollment ? never : always,
      left_at: null,
      override: null,
      automatic_labels: column.has_automatic_labels,
    },
    now,
  );
}

export function isCellLate(cell: CodedCell, column: GradebookColumn): boolean {
  if (cell.override !== null) return cell.override === 'late';
  return column.has_automatic_labels && cell.late_minutes > (column.late_policy?.grace_minutes ?? 0);
}

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
  const holds: Record<CellMark, boolean | undefined> = {
    conflict: pending === 'conflict',
    refused: pending === 'refused',
    unsent: pending === 'failed',
    missing: isCellMissing(cell, column, now),
    late: isCellLate(cell, column),
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
