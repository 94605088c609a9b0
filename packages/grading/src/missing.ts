import { formatPlain, unitsOf } from './decimal.ts';
import { percentOf } from './ratio.ts';
import type { DateTarget, Decimal, GradeState, Instant, StatusOverride } from './types.ts';

/** What decides whether one student's work is missing. */
export interface MissingFacts {
  due_at: Instant | null;
  grace_minutes: number;
  /** Which line of the assignment's dates holds for the student; null when not assigned. */
  dates_from: DateTarget | null;
  /** See `expectsWork`. */
  expects_work: boolean;
  is_handed_in: boolean;
  state: GradeState;
  has_score: boolean;
  is_posted: boolean;
  /** First instant of the student's enrollment in the course. */
  enrolled_at: Instant;
  /** When the student left it; null while enrolled. */
  left_at: Instant | null;
  override: StatusOverride | null;
  automatic_labels: boolean;
}

/** Submission types of which nothing arrives here. */
export const typesElsewhere: readonly string[] = ['paper', 'none'];

export function isHandedInHere(submissionTypes: readonly string[]): boolean {
  return submissionTypes.some((type) => !typesElsewhere.includes(type));
}

/**
 * Whether anybody waits for the work: it is handed in here, and it is not extra, which a student may leave. What nobody
 * waits for is never missing by itself (TCH-41, TCH-187).
 */
export function expectsWork(work: {
  submission_types: readonly string[];
  is_extra_credit: boolean;
}): boolean {
  return !work.is_extra_credit && isHandedInHere(work.submission_types);
}

/** What students and guardians may know of a cell: without a posted grade it is as if there were none (PPL-18). */
export function postedFacts(facts: MissingFacts): MissingFacts {
  if (facts.is_posted) return facts;
  return { ...facts, state: 'none', has_score: false, override: null };
}

/** Joined after the work was due, and nobody assigned it to them since (TCH-08). */
export function isBeforeEnrollment(facts: MissingFacts): boolean {
  const { due_at, dates_from, enrolled_at } = facts;
  return due_at !== null && dates_from !== 'student' && Date.parse(due_at) < Date.parse(enrolled_at);
}

/** Missing now: for students and guardians ask with `postedFacts` (TCH-41). */
export function isMissing(facts: MissingFacts, now: Instant): boolean {
  if (facts.dates_from === null) return false;
  if (facts.override) return facts.override.kind === 'missing';
  return facts.automatic_labels && isAwaited(facts) && isPastDue(facts, now);
}

/** Would count as zero if nothing more were handed in: missing, or not due yet and still awaited (TCH-114). */
export function isOutstanding(facts: MissingFacts): boolean {
  if (facts.dates_from === null || isGraded(facts)) return false;
  if (facts.override?.kind === 'missing') return true;
  return facts.override?.kind !== 'not_missing' && isAwaited(facts);
}

/** What the policy gives an empty missing cell, by its percent (TCH-42); which cells those are, the lists know. */
export function policyScore(percent: Decimal, points: Decimal): Decimal {
  return formatPlain(percentOf(unitsOf(percent), unitsOf(points)));
}

function isGraded({ state, has_score }: MissingFacts): boolean {
  return has_score || state !== 'none';
}

function isAwaited(facts: MissingFacts): boolean {
  const { expects_work, is_handed_in } = facts;
  return expects_work && !is_handed_in && !isGraded(facts) && !isBeforeEnrollment(facts) && !hasLeft(facts);
}

function hasLeft({ due_at, left_at }: MissingFacts): boolean {
  return left_at !== null && (due_at === null || Date.parse(due_at) > Date.parse(left_at));
}

function isPastDue({ due_at, grace_minutes }: MissingFacts, now: Instant): boolean {
  return due_at !== null && Date.parse(now) > Date.parse(due_at) + grace_minutes * 60_000;
}
