import { prepareCourse } from '../prepare-course.ts';
import type { Assignment, Category, Cell, CourseRules } from '../types.ts';

/** Records for tests, each named by what differs from the plainest one. */
export function category(id: string, more: Partial<Category> = {}): Category {
  return { id, weight: '0', drop_lowest: 0, drop_highest: 0, extra_credit: false, ...more };
}

export function assignment(id: string, points_possible: string, more: Partial<Assignment> = {}): Assignment {
  return {
    id,
    category_id: null,
    points_possible,
    grading_type: 'points',
    extra_credit: false,
    counts_toward_total: true,
    never_drop: false,
    ...more,
  };
}

export function rules(more: Partial<CourseRules>): CourseRules {
  return {
    calculation: 'points',
    category_cap: null,
    total_cap: null,
    categories: [],
    assignments: [],
    ...more,
  };
}

export function cell(more: Partial<Cell> = {}): Cell {
  return {
    state: 'none',
    entered_score: null,
    deduction: null,
    score: null,
    period_id: null,
    due_at: null,
    is_posted: true,
    outstanding: false,
    penalty: null,
    ...more,
  };
}

export function scored(score: string, more: Partial<Cell> = {}): Cell {
  return cell({ state: 'graded', entered_score: score, deduction: '0', score, ...more });
}

/** The worked example that every surface must reproduce (TCH-119). */
export function workedExample() {
  const homework = { category_id: 'homework' };
  const tests = { category_id: 'tests' };
  const course = prepareCourse(
    rules({
      calculation: 'weighted',
      categories: [
        category('homework', { weight: '30', drop_lowest: 1 }),
        category('tests', { weight: '60' }),
        category('participation', { weight: '10' }),
      ],
      assignments: [
        assignment('first', '10', homework),
        assignment('second', '50', homework),
        assignment('late', '20', homework),
        assignment('excused', '10', homework),
        assignment('extra', '5', { ...homework, extra_credit: true }),
        assignment('midterm', '50', tests),
        assignment('final', '100', tests),
        assignment('unfinished', '50', tests),
        assignment('taking_part', '10', { category_id: 'participation' }),
      ],
    }),
  );
  const cells: Cell[] = [
    scored('5'),
    scored('30'),
    cell({
      state: 'graded',
      entered_score: '18',
      deduction: '4',
      score: '14',
      penalty: { intervals: 2, rate: '10', floor: '0', past_stop: false },
    }),
    cell({ state: 'excused' }),
    scored('3'),
    scored('42'),
    scored('90'),
    cell({ state: 'incomplete' }),
    cell({ outstanding: true }),
  ];
  return { course, cells };
}
