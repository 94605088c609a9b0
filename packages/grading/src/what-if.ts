import { deduct } from './lateness.ts';
import type { Assignment, Cell, CourseRules, Decimal } from './types.ts';

/** Work that exists in the student's mind only. */
export interface ImaginaryItem {
  id: string;
  category_id: string | null;
  points_possible: Decimal;
  entered_score: Decimal;
  extra_credit: boolean;
  period_id: string | null;
}

export interface Trial {
  /** Scores tried by id of the assignment; null tries it without any. */
  scores: ReadonlyMap<string, Decimal | null>;
  imaginary: readonly ImaginaryItem[];
}

/**
 * The course and cells as they would be. They go into the same calculation as the real ones, so whatever it does to
 * a teacher's entry (deduction, drops, weights) it does to a trial (PPL-21).
 */
export function whatIf(
  rules: CourseRules,
  cells: readonly (Cell | null)[],
  { scores, imaginary }: Trial,
): { rules: CourseRules; cells: (Cell | null)[] } {
  const tried = rules.assignments.map((assignment, at) => {
    const cell = cells[at] ?? null;
    const entered = scores.get(assignment.id);
    return cell === null || entered === undefined
      ? cell
      : tryScore(cell, assignment.points_possible, entered);
  });
  return {
    rules: { ...rules, assignments: [...rules.assignments, ...imaginary.map(imaginaryAssignment)] },
    cells: [...tried, ...imaginary.map(imaginaryCell)],
  };
}

function tryScore(cell: Cell, points: Decimal, entered: Decimal | null): Cell {
  if (entered === null) {
    return { ...cell, state: 'none', entered_score: null, deduction: null, score: null };
  }
  return { ...cell, state: 'graded', is_posted: true, ...deduct(entered, points, cell.penalty) };
}

function imaginaryAssignment({ id, category_id, points_possible, extra_credit }: ImaginaryItem): Assignment {
  return {
    id,
    category_id,
    points_possible,
    grading_type: 'points',
    extra_credit,
    counts_toward_total: true,
    never_drop: false,
  };
}

function imaginaryCell({ entered_score, period_id }: ImaginaryItem): Cell {
  return {
    state: 'graded',
    entered_score,
    deduction: '0',
    score: entered_score,
    period_id,
    due_at: null,
    is_posted: true,
    outstanding: false,
    penalty: null,
  };
}
