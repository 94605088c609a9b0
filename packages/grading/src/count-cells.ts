import { type Units, unitsOf } from './decimal.ts';
import { chooseDrops, type DropCandidate, without } from './drops.ts';
import type { PreparedAssignment, PreparedCourse } from './prepare-course.ts';
import type { Cell, NotCountedReason, TotalKind, TotalOptions } from './types.ts';

/** What one category adds up to for one student. */
export interface CategorySums {
  /** Points of counted cells, extra credit among the earned. */
  earned: Units;
  possible: Units;
  extra: Units;
  candidates: DropCandidate[];
  lowest: DropCandidate[];
  highest: DropCandidate[];
}

export interface CountedCells {
  /** Why a cell is not counted, by its place; null where it is. */
  reasons: (NotCountedReason | null)[];
  /** By place of the category; the last is for cells without one. */
  sums: CategorySums[];
  /** Some cell would count as zero if nothing more is handed in. */
  has_outstanding: boolean;
  /** Places of cells that do count as zero. */
  zeros: Set<number>;
}

/** Sorts a student's cells into what counts and what does not, and why (TCH-110). */
export function countCells(
  course: PreparedCourse,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
  kind: TotalKind,
): CountedCells {
  const counted: CountedCells = {
    reasons: new Array(course.assignments.length).fill(null),
    sums: course.categories.map(() => ({
      earned: 0,
      possible: 0,
      extra: 0,
      candidates: [],
      lowest: [],
      highest: [],
    })),
    has_outstanding: false,
    zeros: new Set(),
  };
  for (const [at, assignment] of course.assignments.entries()) {
    const cell = cells[at] ?? null;
    const reason = reasonAgainst(assignment, cell, options);
    counted.reasons[at] = reason;
    if (cell === null || (reason !== null && reason !== 'ungraded')) continue;
    if (reason === 'ungraded') {
      if (!cell.outstanding) continue;
      counted.has_outstanding = true;
      if (kind === 'so_far') continue;
      counted.reasons[at] = null;
      counted.zeros.add(at);
    }
    const score = reason === null && cell.score !== null ? unitsOf(cell.score) : 0;
    addCell(counted, assignment, { at, score, points: assignment.points, due_at: cell.due_at });
  }
  drop(course, counted);
  return counted;
}

/** Without a reason against it a cell has a score that counts, unless a drop leaves it out. */
function reasonAgainst(
  { part }: PreparedAssignment,
  cell: Cell | null,
  { view, period_id }: TotalOptions,
): NotCountedReason | null {
  if (cell === null) return 'not_assigned';
  if (part === 'does_not_count' || part === 'no_category') return part;
  if (period_id !== null && cell.period_id !== period_id) return 'other_period';
  // What is not posted looks to students and guardians as if it were not graded at all (PPL-18).
  if (view === 'posted' && !cell.is_posted) return 'ungraded';
  if (cell.state === 'excused' || cell.state === 'incomplete') return cell.state;
  return cell.state === 'none' || cell.score === null ? 'ungraded' : null;
}

function addCell(counted: CountedCells, assignment: PreparedAssignment, candidate: DropCandidate): void {
  const sums = counted.sums[assignment.category];
  if (!sums) return;
  sums.earned += candidate.score;
  if (assignment.part === 'extra_credit') {
    sums.extra += candidate.score;
    return;
  }
  sums.possible += candidate.points;
  if (assignment.may_drop) sums.candidates.push(candidate);
}

/** The lowest go first, then the highest of what is left; one cell always stays (TCH-111). */
function drop(course: PreparedCourse, counted: CountedCells): void {
  for (const [at, category] of course.categories.entries()) {
    const sums = counted.sums[at];
    if (!sums || category.drop_lowest + category.drop_highest === 0) continue;
    sums.lowest = chooseDrops(sums.candidates, sums, category.drop_lowest, 'highest');
    Object.assign(sums, without(sums, sums.lowest));
    const left = sums.candidates.filter((cell) => !sums.lowest.includes(cell));
    sums.highest = chooseDrops(left, sums, category.drop_highest, 'lowest');
    Object.assign(sums, without(sums, sums.highest));
    for (const cell of sums.lowest) counted.reasons[cell.at] = 'dropped_lowest';
    for (const cell of sums.highest) counted.reasons[cell.at] = 'dropped_highest';
  }
}
