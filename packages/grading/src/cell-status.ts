import { isMissing, type MissingFacts } from './missing.ts';
import type { GradeState, Instant, StatusOverride } from './types.ts';

/** A mark that a teacher set by hand, as it is kept; `none` takes every label away (TCH-43). */
export type StatusMark = StatusOverride['kind'] | 'none';

/** What of one student's work decides what it is called. */
export interface StatusCell {
  state: GradeState;
  score: string | null;
  is_submitted: boolean;
  is_posted: boolean;
  /** Filled by the missing policy (TCH-42). */
  is_policy: boolean;
  is_before_enrollment: boolean;
  /** The grade is withheld until everything is posted (TCH-78). */
  is_anonymous: boolean;
  override: StatusMark | null;
  /** Whole minutes past the due time, the last one begun; before any grace. */
  late_minutes: number;
  /** As milliseconds; undefined: as the column; null: none. */
  due_at: number | null | undefined;
}

export interface StatusColumn {
  due_at: Instant | null;
  late_policy: { grace_minutes: number } | null;
  expects_submission: boolean;
  has_automatic_labels: boolean;
}

export interface CellStatus {
  is_missing: boolean;
  is_late: boolean;
}

const always = new Date(0).toISOString();
const never = new Date(8_640_000_000_000_000).toISOString();

/**
 * Whether work is called missing or late: the one answer for the sheet, what is printed or taken out of it, and the
 * student's own pages. Lists of many courses ask the database instead (`work-states.rules.ts` of the core).
 */
export function cellStatus(cell: StatusCell, column: StatusColumn, now: Instant): CellStatus {
  const { override } = cell;
  // Nothing of it came along: neither what was handed in nor whether.
  if (cell.is_anonymous) return { is_missing: false, is_late: false };
  if (override !== null) return { is_missing: override === 'missing', is_late: override === 'late' };
  const grace = column.late_policy?.grace_minutes ?? 0;
  return {
    // A score that the missing policy filled in stands for work that is missing.
    is_missing: (cell.is_policy && !cell.is_submitted) || isMissing(missingFactsOf(cell, column), now),
    is_late: column.has_automatic_labels && cell.late_minutes > grace,
  };
}

export function dueOf(
  cell: Pick<StatusCell, 'due_at'>,
  column: Pick<StatusColumn, 'due_at'>,
): Instant | null {
  if (cell.due_at === undefined) return column.due_at;
  return cell.due_at === null ? null : new Date(cell.due_at).toISOString();
}

/** A cell that is there is assigned. */
export function missingFactsOf(cell: StatusCell, column: StatusColumn): MissingFacts {
  return {
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
    override: overrideOf(cell.override),
    automatic_labels: column.has_automatic_labels,
  };
}

/** A mark as the calculation knows it. */
export function overrideOf(
  mark: StatusMark | null,
  lateMinutes: number | null = null,
): StatusOverride | null {
  if (mark === null) return null;
  if (mark === 'late') return { kind: 'late', minutes: lateMinutes };
  return { kind: mark === 'none' ? 'not_late' : mark };
}
