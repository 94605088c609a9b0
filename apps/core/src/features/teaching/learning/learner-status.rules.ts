import type { LearnerStatus } from '@k12/contracts/teaching/learning';
import { latenessOf } from '@k12/grading/lateness';
import { expectsWork, isMissing, type MissingFacts } from '@k12/grading/missing';
import type { StatusOverride } from '@k12/grading/types';

/** A cell without anything that is not posted: the statement that reads it leaves the rest out (PPL-18). */
export interface LearnerFacts {
  now: string;
  assignment_state: string;
  submission_types: readonly string[];
  is_extra_credit: boolean;
  has_automatic_labels: boolean;
  grace_minutes: number;
  available_from_at: string | null;
  due_at: string | null;
  available_until_at: string | null;
  is_before_enrollment: boolean;
  submission_state: string;
  submitted_at: string | null;
  /** Of the posted grade; `none` before. */
  grade_state: 'none' | 'graded' | 'excused' | 'incomplete';
  is_posted: boolean;
  has_score: boolean;
  override: StatusOverride | null;
}

const always = new Date(0).toISOString();
const never = new Date(8_640_000_000_000_000).toISOString();
const byHand = new Set(['paper', 'none']);

export function statusOf(facts: LearnerFacts): LearnerStatus {
  if (facts.is_posted && facts.grade_state === 'excused') return 'excused';
  if (facts.submission_state === 'revision_requested') return 'revision';
  if (facts.is_posted && facts.has_score) return 'graded';
  if (facts.submission_state === 'submitted') return isLate(facts) ? 'handed_in_late' : 'handed_in';
  if (facts.available_from_at && isBefore(facts.now, facts.available_from_at)) return 'not_open';
  if (isMissing(missingFacts(facts), facts.now)) return 'missing';
  if (facts.submission_types.every((type) => byHand.has(type))) return 'nothing_to_hand_in';
  if (isClosed(facts)) return 'closed';
  return facts.submission_state === 'draft' ? 'started' : 'to_do';
}

export function isLate(facts: LearnerFacts): boolean {
  const work = {
    due_at: facts.due_at,
    official_at: facts.submitted_at,
    override: facts.override,
    automatic_labels: facts.has_automatic_labels,
  };
  if (facts.submitted_at === null && facts.override === null) return false;
  // Only whether, not how much: for that neither calendar nor rate is needed.
  const policy = {
    grace_minutes: facts.grace_minutes,
    deduction: '0',
    interval: 'hour' as const,
    floor: '0',
    hard_stop_days: null,
  };
  const school = { time_zone: 'UTC', school_days: [], meetings: [] };
  return latenessOf(work, policy, school).is_late;
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

function missingFacts(facts: LearnerFacts): MissingFacts {
  return {
    due_at: facts.due_at,
    grace_minutes: facts.grace_minutes,
    dates_from: 'everyone',
    expects_work: expectsWork(facts),
    is_handed_in: facts.submitted_at !== null,
    state: facts.grade_state,
    has_score: facts.has_score,
    is_posted: facts.is_posted,
    enrolled_at: facts.is_before_enrollment ? never : always,
    left_at: null,
    override: facts.override,
    automatic_labels: facts.has_automatic_labels,
  };
}
