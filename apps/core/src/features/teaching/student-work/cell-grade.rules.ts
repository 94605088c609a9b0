import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { StatusOverride } from '@k12/contracts/teaching/gradebook';
import type { GradeEntry } from '@k12/grading/types';
import type { CellGrade, CellRow, GradedAssignment } from './work-grades.queries.ts';

/** What a change of one cell says: a text as typed, or a score or state that a program sets. */
export interface GradeWish {
  entry?: string | undefined;
  score?: string | null | undefined;
  state?: CellRow['grade_state'] | undefined;
  status_override?: StatusOverride | null | undefined;
  late_minutes?: number | null | undefined;
  attempt_graded?: number | undefined;
  confirm_high?: boolean | undefined;
}

type GradeFields = Pick<
  CellGrade,
  'entry' | 'entered_score' | 'grade_state' | 'status_override' | 'late_minutes_override'
>;

/** The cell with the wish granted, before deduction and posting. */
export function withWish(cell: CellRow, wish: GradeWish, entry: GradeEntry | null): GradeFields {
  const { entered_score, grade_state, status_override, late_minutes_override } = cell;
  const before = { entry: cell.entry, entered_score, grade_state, status_override, late_minutes_override };
  const graded = withEntry(before, entry);
  if (wish.score !== undefined) {
    const state = wish.state ?? (wish.score === null ? 'none' : 'graded');
    Object.assign(graded, { entry: wish.entry ?? wish.score, entered_score: wish.score, grade_state: state });
  } else if (wish.state !== undefined) {
    graded.grade_state = wish.state;
    if (wish.state !== 'graded') graded.entered_score = null;
    graded.entry = wish.entry ?? wordOf[wish.state] ?? graded.entry;
    if (wish.state === 'none') graded.entry = null;
  }
  if (wish.status_override !== undefined) {
    graded.status_override = wish.status_override;
    graded.late_minutes_override = null;
  }
  if (wish.late_minutes !== undefined) graded.late_minutes_override = wish.late_minutes;
  return graded;
}

const wordOf: Partial<Record<CellRow['grade_state'], string>> = { excused: 'EX', incomplete: 'INC' };

function withEntry(before: GradeFields, entry: GradeEntry | null): GradeFields {
  switch (entry?.kind) {
    case 'score':
      return { ...before, entry: entry.entry, entered_score: entry.score, grade_state: 'graded' };
    case 'excused':
    case 'incomplete':
      return { ...before, entry: entry.entry, entered_score: null, grade_state: entry.kind };
    // A mark says something beside the grade: a score stays.
    case 'missing':
    case 'late':
      return { ...before, status_override: entry.kind, late_minutes_override: null };
    case 'clear':
      return cleared(before);
    default:
      return { ...before };
  }
}

/** Takes the grade; where there is none, the mark set by hand. */
function cleared(before: GradeFields): GradeFields {
  const none = { ...before, entry: null, entered_score: null, grade_state: 'none' as const };
  if (before.grade_state !== 'none') return none;
  return { ...none, status_override: null, late_minutes_override: null };
}

export function isSameGrade(
  cell: CellRow,
  grade: GradeFields & { deduction: string; attempt_graded: number | null },
) {
  return (
    cell.entry === grade.entry &&
    cell.entered_score === grade.entered_score &&
    cell.grade_state === grade.grade_state &&
    cell.status_override === grade.status_override &&
    cell.late_minutes_override === grade.late_minutes_override &&
    cell.deduction === grade.deduction &&
    cell.attempt_graded === grade.attempt_graded
  );
}

const delayMs = 60_000;

/** When students may know a grade that was just written (TCH-80, TCH-83). */
export function postingOf(
  assignment: Pick<GradedAssignment, 'posting_policy' | 'post_at'>,
  settings: Pick<CourseSettings, 'posting'>,
  { state, posted_at }: { state: CellRow['grade_state']; posted_at: string | null },
  now: Date,
): Pick<CellGrade, 'posted_at' | 'posts_at'> {
  if (state === 'none') return { posted_at: null, posts_at: null };
  const policy = assignment.posting_policy === 'course' ? settings.posting : assignment.posting_policy;
  // What people have seen stays seen; a slip in it is corrected in front of them.
  if (policy === 'manual') return { posted_at, posts_at: null };
  const soon = now.getTime() + delayMs;
  const planned = policy === 'scheduled' && assignment.post_at ? Date.parse(assignment.post_at) : 0;
  return { posted_at: null, posts_at: new Date(Math.max(soon, planned)).toISOString() };
}

/** What history keeps of a cell (TCH-103). */
export function historyOf(
  cell: GradeFields & Pick<CellGrade, 'deduction' | 'effective_score'>,
  version: number,
) {
  const { entry, entered_score, grade_state, status_override, late_minutes_override } = cell;
  const { deduction, effective_score } = cell;
  return {
    entry,
    score: entered_score,
    state: grade_state,
    status_override,
    late_minutes: late_minutes_override,
    deduction,
    effective_score,
    grade_version: version,
  };
}
