import type { LearnerStatus } from '@k12/contracts/teaching/learning';
import { cellStatus, type StatusCell, type StatusColumn } from '@k12/grading/cell-status';
import { isHandedInHere } from '@k12/grading/missing';

/** A cell without anything that is not posted: the statement that reads it leaves the rest out (PPL-18). */
export interface LearnerFacts {
  now: string;
  assignment_state: string;
  submission_types: readonly string[];
  available_from_at: string | null;
  available_until_at: string | null;
  submission_state: string;
  /** Of the grade only what is posted. */
  cell: StatusCell;
  column: StatusColumn;
}

export function statusOf(facts: LearnerFacts): LearnerStatus {
  const { cell, column, now } = facts;
  const { is_missing, is_late } = cellStatus(cell, column, now);
  if (cell.is_posted && cell.state === 'excused') return 'excused';
  if (facts.submission_state === 'revision_requested') return 'revision';
  if (cell.is_posted && cell.score !== null) return 'graded';
  if (facts.submission_state === 'submitted') return is_late ? 'handed_in_late' : 'handed_in';
  if (facts.available_from_at && isBefore(now, facts.available_from_at)) return 'not_open';
  if (is_missing) return 'missing';
  if (!isHandedInHere(facts.submission_types)) return 'nothing_to_hand_in';
  if (isClosed(facts)) return 'closed';
  return facts.submission_state === 'draft' ? 'started' : 'to_do';
}

/** Still the student's turn: what a list of things to do holds (PPL-05). */
export function isToDo(status: LearnerStatus, facts: LearnerFacts): boolean {
  if (status === 'to_do' || status === 'started' || status === 'revision') return true;
  return status === 'missing' && !isClosed(facts);
}

/** Done as far as the student can tell, for progress (PPL-12). */
export function isDone(status: LearnerStatus): boolean {
  return status === 'graded' || status === 'handed_in' || status === 'handed_in_late' || status === 'excused';
}

function isClosed({ assignment_state, available_until_at, now }: LearnerFacts): boolean {
  return assignment_state === 'closed' || (available_until_at !== null && isBefore(available_until_at, now));
}

/** Texts of instants differ in their parts of a second. */
function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}
