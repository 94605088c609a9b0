import fc from 'fast-check';
import type { Assignment, Category, Cell, CourseRules, GradingType, TotalOptions } from '../types.ts';

export interface Gradebook {
  rules: CourseRules;
  cells: (Cell | null)[];
  options: TotalOptions;
}

const categoryIds = ['a', 'b', 'c'] as const;
const periodIds = ['autumn', 'spring'] as const;
const countedTypes: GradingType[] = ['points', 'points', 'points', 'percent', 'letter', 'complete'];
const points = fc.constantFrom('0', '1', '3', '5', '10', '10', '12.5', '33.33', '100', '9999.99');
const score = fc
  .tuple(fc.constantFrom(1, 10, 100, 10_000), fc.nat({ max: 120 }))
  .map(([divisor, amount]) => String(amount / divisor));
const cap = fc.option(fc.constantFrom('95.5', '100', '110'), { nil: null, freq: 1 });

const categories: fc.Arbitrary<Category[]> = fc.tuple(
  ...categoryIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      weight: fc.constantFrom('0', '10', '12.34', '33.3333', '60'),
      drop_lowest: fc.constantFrom(0, 0, 1, 2, 3),
      drop_highest: fc.constantFrom(0, 0, 1, 2),
      extra_credit: fc.constantFrom(false, false, false, true),
    }),
  ),
);

const assignment = fc.record({
  category_id: fc.constantFrom<(string | null)[]>(...categoryIds, 'a', null),
  points_possible: points,
  grading_type: fc.constantFrom<GradingType[]>(...countedTypes, 'mastery', 'ungraded'),
  extra_credit: fc.constantFrom(false, false, false, true),
  counts_toward_total: fc.constantFrom(true, true, true, false),
  never_drop: fc.constantFrom(false, false, true),
});

const due = fc.integer({ min: 1, max: 4 }).map((day) => `2026-03-0${day}T12:00:00.000Z`);

const cell: fc.Arbitrary<Cell> = fc
  .record({
    state: fc.constantFrom<Cell['state'][]>('graded', 'graded', 'graded', 'none', 'excused', 'incomplete'),
    score: fc.option(score, { nil: null, freq: 8 }),
    period_id: fc.constantFrom<(string | null)[]>(...periodIds, 'autumn', null),
    due_at: fc.option(due, { nil: null }),
    is_posted: fc.constantFrom(true, true, false),
    outstanding: fc.boolean(),
  })
  .map((each) => ({ ...each, entered_score: each.score, deduction: null, penalty: null }));

export const gradebook: fc.Arbitrary<Gradebook> = fc
  .record({
    calculation: fc.constantFrom<CourseRules['calculation'][]>('points', 'weighted'),
    category_cap: cap,
    total_cap: cap,
    categories,
    lines: fc.array(fc.tuple(assignment, fc.option(cell, { nil: null, freq: 9 })), { maxLength: 9 }),
    view: fc.constantFrom<TotalOptions['view'][]>('staff', 'posted'),
    period_id: fc.constantFrom<(string | null)[]>(null, null, ...periodIds),
  })
  .map(({ lines, view, period_id, ...course }) => ({
    rules: {
      ...course,
      assignments: lines.map(([each], at): Assignment => ({ id: `work ${at}`, ...each })),
    },
    cells: lines.map(([, each]) => each),
    options: { view, period_id },
  }));
