import { courseTotals } from './course-total.ts';
import { yearGrade } from './periods.ts';
import { prepareCourse } from './prepare-course.ts';
import type { Assignment, CategoryTotal, Cell, CourseRules, Decimal, TotalKind } from './types.ts';
import { type Trial, whatIf } from './what-if.ts';

/** A course as its student may try scores in it: posted grades alone. */
export interface TrialCourse {
  rules: CourseRules;
  cells: readonly (Cell | null)[];
  /** Which of both totals the course shows (TCH-114). */
  kind: TotalKind;
  /** Where the year comes from its periods: their weights, and what was set by hand (TCH-115); else null. */
  periods: readonly TrialPeriod[] | null;
}

/** Work and grade of one student side by side, as they come from the server. */
export type TrialItem = Assignment & Cell;

export function trialCourse(
  rules: Omit<CourseRules, 'assignments'>,
  items: readonly TrialItem[],
  shown: Pick<TrialCourse, 'kind' | 'periods'>,
): TrialCourse {
  return { ...shown, rules: { ...rules, assignments: items }, cells: items };
}

export interface TrialPeriod {
  id: string;
  weight: Decimal;
  override: Decimal | null;
}

export interface TrialTotal {
  percent: Decimal | null;
  categories: CategoryTotal[];
  dropped: string[];
}

/** The total that families would see with these scores: the one calculation of everything (TCH-108, PPL-21). */
export function trialTotal(course: TrialCourse, trial: Trial): TrialTotal {
  const tried = whatIf(course.rules, course.cells, trial);
  const prepared = prepareCourse(tried.rules);
  const totalOf = (period_id: string | null) =>
    courseTotals(prepared, tried.cells, { view: 'posted', period_id })[course.kind];
  const { percent, categories, dropped } = totalOf(null);
  if (course.periods === null) return { percent, categories, dropped };
  const used = new Set(tried.cells.map((cell) => cell?.period_id));
  const values = course.periods.map(({ id, weight, override }) => ({
    period_id: id,
    weight,
    percent: override ?? (used.has(id) ? totalOf(id).percent : null),
  }));
  return { percent: yearGrade(values).percent, categories, dropped };
}
