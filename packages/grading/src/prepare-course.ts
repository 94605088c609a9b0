import { type Units, unitsOf } from './decimal.ts';
import type { Assignment, CourseRules } from './types.ts';

/** How an assignment takes part in totals. */
export type Part = 'counts' | 'extra_credit' | 'does_not_count' | 'no_category';

export interface PreparedAssignment {
  part: Part;
  points: Units;
  /** Place among the course's categories; the last place stands for none. */
  category: number;
  may_drop: boolean;
}

export interface PreparedCategory {
  id: string | null;
  weight: Units;
  extra_credit: boolean;
  drop_lowest: number;
  drop_highest: number;
}

/** A course read once, so that its students' cells are only added up. */
export interface PreparedCourse {
  rules: CourseRules;
  assignments: PreparedAssignment[];
  categories: PreparedCategory[];
  category_cap: Units | null;
  total_cap: Units | null;
}

const uncategorised: PreparedCategory = {
  id: null,
  weight: 0,
  extra_credit: false,
  drop_lowest: 0,
  drop_highest: 0,
};

export function prepareCourse(rules: CourseRules): PreparedCourse {
  const places = new Map(rules.categories.map(({ id }, at) => [id, at]));
  const categories = rules.categories.map((category) => ({ ...category, weight: unitsOf(category.weight) }));
  return {
    rules,
    categories: [...categories, uncategorised],
    assignments: rules.assignments.map((assignment) => {
      const category = places.get(assignment.category_id ?? '') ?? rules.categories.length;
      return prepareAssignment(assignment, category, rules);
    }),
    category_cap: rules.category_cap === null ? null : unitsOf(rules.category_cap),
    total_cap: rules.total_cap === null ? null : unitsOf(rules.total_cap),
  };
}

function prepareAssignment(assignment: Assignment, category: number, rules: CourseRules): PreparedAssignment {
  const points = unitsOf(assignment.points_possible);
  const part = partOf(assignment, points, category, rules);
  return { part, points, category, may_drop: part === 'counts' && !assignment.never_drop };
}

/** Work without points can only add, and so does a category on top of the others where points are summed (TCH-112). */
function partOf(assignment: Assignment, points: Units, category: number, rules: CourseRules): Part {
  const takesNoScore = assignment.grading_type === 'mastery' || assignment.grading_type === 'ungraded';
  if (!assignment.counts_toward_total || takesNoScore) return 'does_not_count';
  const isWeighted = rules.calculation === 'weighted';
  if (isWeighted && category === rules.categories.length) return 'no_category';
  const isOnTop = !isWeighted && rules.categories[category]?.extra_credit === true;
  return assignment.extra_credit || points === 0 || isOnTop ? 'extra_credit' : 'counts';
}
