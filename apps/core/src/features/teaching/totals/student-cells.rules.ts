import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import { expectsWork, isOutstanding, type MissingFacts, postedFacts } from '@k12/grading/missing';
import { type PeriodSpan, periodOf } from '@k12/grading/periods';
import type { Cell } from '@k12/grading/types';
import type { ColumnRow } from '../gradebook/gradebook.queries.ts';
import { overrideOf } from '../student-work/late-deduction.rules.ts';
import { latePolicyOf } from '../student-work/late-policy.rules.ts';

interface Surroundings {
  settings: Pick<CourseSettings, 'late_policy'>;
  spans: readonly PeriodSpan[];
}

const always = new Date(0).toISOString();
const never = new Date(8_640_000_000_000_000).toISOString();

/** A cell of the sheet as the calculation reads it. */
export function gradingCell(
  found: CodedCell | undefined,
  column: ColumnRow,
  { settings, spans }: Surroundings,
): Cell | null {
  if (!found) return null;
  const cell = column.is_anonymous && !found.is_posted ? withheld(found) : found;
  const due_at = dueOf(cell, column);
  const period_id = periodOf(
    { assigned_period_id: column.grading_period_id, due_at, published_at: column.published_at },
    spans,
  );
  const facts = missingFacts(cell, column, due_at, settings);
  return {
    state: cell.state,
    entered_score: enteredOf(cell),
    deduction: cell.deduction,
    score: cell.score,
    period_id,
    due_at,
    is_posted: cell.is_posted,
    outstanding: isOutstanding(cell.state === 'none' ? facts : postedFacts(facts)),
    penalty: null,
  };
}

/** A total has a name: from what an anonymous grade adds to it, it could be worked out (TCH-78). */
function withheld(cell: CodedCell): CodedCell {
  return { ...cell, state: 'none', score: null, entry: null, deduction: null, override: null };
}

/** What counts and what was deducted are kept; together they are what was entered. */
function enteredOf({ score, deduction }: CodedCell): string | null {
  if (score === null || deduction === null) return score;
  return formatPlain(unitsOf(score) + unitsOf(deduction));
}

function dueOf(cell: CodedCell, column: ColumnRow): string | null {
  if (cell.due_at === undefined) return column.due_at;
  return cell.due_at === null ? null : new Date(cell.due_at).toISOString();
}

function missingFacts(
  cell: CodedCell,
  column: ColumnRow,
  due_at: string | null,
  settings: Surroundings['settings'],
): MissingFacts {
  return {
    due_at,
    grace_minutes: latePolicyOf(column, settings)?.grace_minutes ?? 0,
    dates_from: 'everyone',
    expects_work: expectsWork(column),
    is_handed_in: cell.is_submitted,
    state: cell.state,
    has_score: cell.score !== null,
    is_posted: cell.is_posted,
    left_at: null,
    enrolled_at: cell.is_before_enrollment ? never : always,
    override: overrideOf({ status_override: cell.override, late_minutes_override: null }),
    automatic_labels: column.has_automatic_labels,
  };
}
