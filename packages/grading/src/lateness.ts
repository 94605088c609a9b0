import { formatPlain, type Units, unitsOf } from './decimal.ts';
import { intervalsBegun, type SchoolTime } from './due.ts';
import { addLocalDays } from './local-time.ts';
import { nearest, percentOf } from './ratio.ts';
import type { Decimal, Instant, Lateness, LatePolicy, Penalty, StatusOverride } from './types.ts';

export interface HandedIn {
  due_at: Instant | null;
  /** Official time of the attempt that counts; null when nothing was handed in. */
  official_at: Instant | null;
  /** What a teacher set by hand; holds whatever the times say (TCH-43). */
  override: StatusOverride | null;
  /** Late and missing may be turned off for an assignment; then only the teacher says so (TCH-43). */
  automatic_labels: boolean;
}

const onTime: Lateness = { is_late: false, seconds_late: 0, intervals: 0, past_stop: false };

/** How late work is. Grace decides whether it is late and where intervals begin; the true time stays (TCH-38). */
export function latenessOf(work: HandedIn, policy: LatePolicy | null, school: SchoolTime): Lateness {
  const { due_at, official_at, override, automatic_labels } = work;
  const seconds_late = secondsBetween(due_at, official_at);
  if (override?.kind === 'late') return lateByHand(work, override.minutes, policy, school);
  if (override?.kind === 'not_late' || !automatic_labels) return { ...onTime, seconds_late };
  if (due_at === null || official_at === null) return onTime;
  const late_from = plusMinutes(due_at, policy?.grace_minutes ?? 0);
  if (Date.parse(official_at) <= Date.parse(late_from)) return { ...onTime, seconds_late };
  return { is_late: true, seconds_late, ...counted(due_at, late_from, official_at, policy, school) };
}

/** Late by so many minutes, or by the true time; never less than one interval, for the teacher says it is late. */
function lateByHand(
  { due_at, official_at }: HandedIn,
  minutes: number | null,
  policy: LatePolicy | null,
  school: SchoolTime,
): Lateness {
  const seconds_late = minutes === null ? secondsBetween(due_at, official_at) : minutes * 60;
  if (due_at === null) return { is_late: true, seconds_late, intervals: 1, past_stop: false };
  const taken_at = minutes === null ? (official_at ?? due_at) : plusMinutes(due_at, minutes);
  const late_from = plusMinutes(due_at, policy?.grace_minutes ?? 0);
  const { intervals, past_stop } = counted(due_at, late_from, taken_at, policy, school);
  return { is_late: true, seconds_late, intervals: Math.max(1, intervals), past_stop };
}

function counted(
  due_at: Instant,
  late_from: Instant,
  official_at: Instant,
  policy: LatePolicy | null,
  school: SchoolTime,
) {
  if (policy === null) return { intervals: 0, past_stop: false };
  const stop = stopsAt(policy, due_at, school.time_zone);
  return {
    intervals: intervalsBegun(policy.interval, late_from, official_at, school),
    past_stop: stop !== null && Date.parse(official_at) > Date.parse(stop),
  };
}

/** When the policy takes no more late work: the due time, some days later. */
export function stopsAt(policy: LatePolicy, due_at: Instant, timeZone: string): Instant | null {
  if (policy.hard_stop_days === null) return null;
  return addLocalDays(timeZone, plusMinutes(due_at, policy.grace_minutes), policy.hard_stop_days);
}

export interface PenaltyFacts {
  is_extra_credit: boolean;
  is_excused: boolean;
  /** A standing accommodation of the student (TCH-36). */
  no_late_penalty: boolean;
}

/** What lateness costs; null for work that is never reduced (TCH-39). */
export function penaltyOf(
  lateness: Lateness,
  policy: LatePolicy | null,
  facts: PenaltyFacts,
): Penalty | null {
  const isSpared = facts.is_extra_credit || facts.is_excused || facts.no_late_penalty;
  if (policy === null || !lateness.is_late || isSpared) return null;
  const { intervals, past_stop } = lateness;
  return { intervals, rate: policy.deduction, floor: policy.floor, past_stop };
}

/** Entered, deduction and effective score apart (TCH-39). */
export function deduct(entered: Decimal, points: Decimal, penalty: Penalty | null) {
  const deduction = penalty === null ? 0 : deductionOf(unitsOf(entered), unitsOf(points), penalty);
  return {
    entered_score: entered,
    deduction: formatPlain(deduction),
    score: formatPlain(unitsOf(entered) - deduction),
  };
}

/** Intervals × rate of the points possible; a score is not taken below the floor, nor lifted up to it. */
function deductionOf(entered: Units, points: Units, { intervals, rate, floor, past_stop }: Penalty): Units {
  const most = Math.max(0, entered - percentOf(unitsOf(floor), points));
  if (past_stop) return most;
  const whole = nearest(BigInt(intervals) * BigInt(unitsOf(rate)) * BigInt(points), 1_000_000n);
  return whole > BigInt(most) ? most : Number(whole);
}

function secondsBetween(due_at: Instant | null, official_at: Instant | null): number {
  if (due_at === null || official_at === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(official_at) - Date.parse(due_at)) / 1_000));
}

function plusMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
