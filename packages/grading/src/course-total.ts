import { type CourseShare, combine } from './combine.ts';
import { type CountedCells, countCells } from './count-cells.ts';
import { formatPlain } from './decimal.ts';
import type { PreparedCourse } from './prepare-course.ts';
import { percentText, presentCategory } from './present-total.ts';
import type { Cell, Total, TotalKind, TotalOptions, Totals } from './types.ts';

/** One total of one student, exact and before presentation: what the explanation opens. */
export interface WorkedTotal {
  counted: CountedCells;
  result: CourseShare;
}

export function workOut(
  course: PreparedCourse,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
  kind: TotalKind,
): WorkedTotal {
  const counted = countCells(course, cells, options, kind);
  return { counted, result: combine(course, counted.sums) };
}

/** Both totals of one student; `cells` follow the order of the course's assignments (TCH-114). */
export function courseTotals(
  course: PreparedCourse,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
): Totals {
  const worked = workOut(course, cells, options, 'so_far');
  const so_far = presentTotal(course, worked);
  if (!worked.counted.has_outstanding) return { so_far, if_nothing_more: so_far };
  const if_nothing_more = presentTotal(course, workOut(course, cells, options, 'if_nothing_more'));
  return { so_far, if_nothing_more };
}

function presentTotal(course: PreparedCourse, { result: { share, categories } }: WorkedTotal): Total {
  let earned = 0;
  let possible = 0;
  const dropped: string[] = [];
  for (const { sums } of categories) {
    earned += sums.earned;
    possible += sums.possible;
    for (const { at } of [...sums.lowest, ...sums.highest])
      dropped.push(course.rules.assignments[at]?.id ?? '');
  }
  return {
    percent: percentText(share),
    earned: formatPlain(earned),
    possible: formatPlain(possible),
    categories: categories.filter(({ category }) => category.id !== null).map(presentCategory),
    dropped,
  };
}
