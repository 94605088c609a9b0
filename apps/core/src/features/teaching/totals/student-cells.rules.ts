import type { CodedCell } from '@k12/contracts/teaching/cell-codes';
import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import { dueOf, missingFactsOf } from '@k12/grading/cell-status';
import { formatPlain, unitsOf } from '@k12/grading/decimal';
import { isOutstanding, postedFacts } from '@k12/grading/missing';
import { type PeriodSpan, periodOf } from '@k12/grading/periods';
import type { Cell } from '@k12/grading/types';
import type { ColumnRow } from '../gradebook/gradebook.queries.ts';
import { statusColumn } from '../gradebook/status-column.rules.ts';

interface Surroundings {
  settings: Pick<CourseSettings, 'late_policy'>;
  spans: readonly PeriodSpan[];
}

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
  const facts = missingFactsOf(cell, statusColumn(column, settings));
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
