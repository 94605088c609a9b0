/**
 * Records that the grade calculation reads and gives. Numbers that are grades are decimal strings (`17.5`), instants
 * are ISO 8601 in UTC, days are `YYYY-MM-DD` of the school; ids mean nothing here and are only compared.
 */
export type Decimal = string;
export type Instant = string;
export type Day = string;

export type GradingType = 'points' | 'percent' | 'letter' | 'complete' | 'mastery' | 'ungraded';

export interface Category {
  id: string;
  /** Percent of the course; unused in points mode. */
  weight: Decimal;
  drop_lowest: number;
  drop_highest: number;
  /** Adds its weight on top of the others; in points mode all its items are extra credit (TCH-112). */
  extra_credit: boolean;
}

export interface Assignment {
  id: string;
  category_id: string | null;
  points_possible: Decimal;
  grading_type: GradingType;
  extra_credit: boolean;
  counts_toward_total: boolean;
  never_drop: boolean;
}

/** All that a course says about its totals; the same for every student. Cells follow the order of `assignments`. */
export interface CourseRules {
  calculation: 'points' | 'weighted';
  /** Highest percentage of a category or of the course; null: no cap (TCH-112). */
  category_cap: Decimal | null;
  total_cap: Decimal | null;
  categories: readonly Category[];
  assignments: readonly Assignment[];
}

export type GradeState = 'none' | 'graded' | 'excused' | 'incomplete';

/** One grade of one student. A student who is not assigned has `null` in place of the cell. */
export interface Cell {
  state: GradeState;
  /** As entered, before any deduction; null without a score. */
  entered_score: Decimal | null;
  deduction: Decimal | null;
  /** The effective score: the only one that totals read. */
  score: Decimal | null;
  /** The period by the student's own due date (`periodOf`); null: in none. */
  period_id: string | null;
  due_at: Instant | null;
  is_posted: boolean;
  /** Counts as zero if nothing more is handed in (`isOutstanding`), as long as it has no grade. */
  outstanding: boolean;
  /** Facts of lateness that a trial score of what-if is reduced by; null when on time or without a policy. */
  penalty: Penalty | null;
}

/** What lateness costs this piece of work, as percent of points possible (TCH-39). */
export interface Penalty {
  intervals: number;
  rate: Decimal;
  floor: Decimal;
  /** Handed in after the policy's last day: the greatest deduction the floor allows. */
  past_stop: boolean;
}

/** Whose total: everything graded, or what students and guardians may know (TCH-82). */
export type TotalView = 'staff' | 'posted';

export interface TotalOptions {
  view: TotalView;
  /** Only items of this period; null: all. */
  period_id: string | null;
}

export interface CategoryTotal {
  category_id: string | null;
  /** Points of counted cells, extra credit among the earned. */
  earned: Decimal;
  possible: Decimal;
  /** Four places, after the cap; null when nothing is counted. */
  percent: Decimal | null;
  /** Weight once categories without counted cells are left out; null in points mode and when left out itself. */
  rescaled_weight: Decimal | null;
}

export interface Total {
  /** Four places, half up; null when nothing is counted. */
  percent: Decimal | null;
  earned: Decimal;
  possible: Decimal;
  categories: CategoryTotal[];
  /** Ids of assignments whose cells are dropped. */
  dropped: string[];
}

/** Both totals of TCH-114. */
export interface Totals {
  so_far: Total;
  if_nothing_more: Total;
}

export type TotalKind = keyof Totals;

export type NotCountedReason =
  | 'not_assigned'
  | 'other_period'
  | 'does_not_count'
  | 'no_category'
  | 'ungraded'
  | 'excused'
  | 'incomplete'
  | 'dropped_lowest'
  | 'dropped_highest';

export interface ExplainedCell {
  assignment_id: string;
  points_possible: Decimal;
  entered_score: Decimal | null;
  deduction: Decimal | null;
  score: Decimal | null;
  /** `zero`: no grade, counted as zero if nothing more is handed in; null: not counted, see the reason. */
  counted_as: 'score' | 'extra_credit' | 'zero' | null;
  reason: NotCountedReason | null;
  /** For a candidate of a drop: the category's percentage had this cell been treated the other way (TCH-118). */
  percent_otherwise: Decimal | null;
}

export interface ExplainedCategory extends CategoryTotal {
  weight: Decimal | null;
  extra_credit: boolean;
  drop_lowest: number;
  drop_highest: number;
  /** Part of `earned` that came from extra-credit items. */
  extra_earned: Decimal;
  /** Before the cap; differs from `percent` only where the cap cut. */
  uncapped_percent: Decimal | null;
  /** Percentage points that the category brings to the total; null when left out. */
  contribution: Decimal | null;
  cells: ExplainedCell[];
}

/** The whole arithmetic of one total (TCH-118). */
export interface Explanation {
  kind: TotalKind;
  calculation: CourseRules['calculation'];
  period_id: string | null;
  percent: Decimal | null;
  uncapped_percent: Decimal | null;
  earned: Decimal;
  possible: Decimal;
  /** Sum of the weights that count, extra-credit categories apart: what the others are rescaled by. */
  weight_sum: Decimal | null;
  categories: ExplainedCategory[];
}

export interface SchemeBand {
  label: string;
  lower_bound: Decimal;
  gpa_points: Decimal | null;
  is_passing: boolean;
}

export interface GradingScheme {
  bands: readonly SchemeBand[];
  /** Rounding before banding (TCH-116). */
  rounding: 'none' | 'whole' | 'tenth';
  /** Where in its band a typed letter lies (TCH-113). */
  letter_value: 'middle' | 'lower';
}

/** What a teacher's typing in a cell means (TCH-95). `entry` is the tidy form to keep as typed. */
export type GradeEntry =
  | { kind: 'score'; entry: string; score: Decimal; notice: 'above_points' | null }
  | { kind: 'excused' | 'missing' | 'late' | 'incomplete'; entry: string }
  | { kind: 'clear' }
  | { kind: 'refused'; code: EntryRefusal };

export type EntryRefusal =
  /** Below zero. */
  | 'score_negative'
  /** Above twice the points: wants a second yes. */
  | 'confirm_high'
  /** Percentages and letters need points to be a part of. */
  | 'no_points'
  /** This work takes no score (mastery, ungraded). */
  | 'no_score_wanted'
  | 'too_precise'
  | 'too_large'
  | 'not_understood';

export interface LatePolicy {
  grace_minutes: number;
  /** Percent of points possible for each interval begun. */
  deduction: Decimal;
  interval: 'hour' | 'day' | 'school_day' | 'class_meeting';
  /** Percent of points possible below which no deduction goes. */
  floor: Decimal;
  /** Null: no last day. */
  hard_stop_days: number | null;
}

export type StatusOverride =
  | { kind: 'late'; minutes: number | null }
  | { kind: 'not_late' | 'missing' | 'not_missing' };

export interface Lateness {
  is_late: boolean;
  /** True time after the due time, grace or not; 0 when on time (TCH-38). */
  seconds_late: number;
  intervals: number;
  past_stop: boolean;
}

export type DateTarget = 'everyone' | 'section' | 'group' | 'student';

/** One line of an assignment's dates; due rules are resolved to instants before (`resolveDue`). */
export interface AssignmentDates {
  target: DateTarget;
  /** The section, group or student; null for everyone. */
  target_id: string | null;
  assigned: boolean;
  available_from: Instant | null;
  due_at: Instant | null;
  available_until: Instant | null;
}

/** The dates that hold for one student (TCH-30). */
export interface ResolvedDates {
  available_from: Instant | null;
  due_at: Instant | null;
  available_until: Instant | null;
  /** Which line decided. */
  source: DateTarget;
  /** Days that a standing accommodation added to the due time (TCH-36). */
  extra_days: number;
}

/** A due time as written (TCH-32). */
export type DueRule =
  | { kind: 'fixed'; on: Day; time: string }
  | { kind: 'end_of_school_day'; on: Day }
  | { kind: 'class_start' | 'class_end'; on_or_after: Day };

/** One meeting of a section, as instants. */
export interface MeetingInstants {
  day: Day;
  starts_at: Instant;
  ends_at: Instant;
}

export interface GradingPeriod {
  id: string;
  starts_on: Day;
  ends_on: Day;
  /** Percent of the year grade. */
  weight: Decimal;
}
