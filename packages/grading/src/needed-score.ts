import { courseTotals } from './course-total.ts';
import { formatPlain, type Units, unitsOf, whole } from './decimal.ts';
import { prepareCourse } from './prepare-course.ts';
import { percentOf } from './ratio.ts';
import type { Cell, CourseRules, Decimal, TotalOptions } from './types.ts';
import { whatIf } from './what-if.ts';

export type NeededScore =
  /** The same percentage on each of the items, to the hundredth. */
  { kind: 'needed'; percent: Decimal } | { kind: 'certain' } | { kind: 'out_of_reach' };

const hundredth: Units = 100;

/**
 * What is needed on these items to reach a percentage, found by halving: each step asks the one calculation. What it
 * finds is enough and a hundredth less is not, also where drops among unequal points let a total dip (PPL-22).
 */
export function neededScore(
  rules: CourseRules,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
  remaining: ReadonlySet<string>,
  goal: Decimal,
): NeededScore {
  const reaches = (percent: Units) => {
    const scores = new Map<string, Decimal>();
    for (const { id, points_possible } of rules.assignments) {
      if (remaining.has(id)) scores.set(id, formatPlain(percentOf(percent, unitsOf(points_possible))));
    }
    const trial = whatIf(rules, cells, { scores, imaginary: [] });
    const { so_far } = courseTotals(prepareCourse(trial.rules), trial.cells, options);
    return so_far.percent !== null && unitsOf(so_far.percent) >= unitsOf(goal);
  };
  if (reaches(0)) return { kind: 'certain' };
  if (!reaches(whole)) return { kind: 'out_of_reach' };
  let [tooLow, enough] = [0, whole / hundredth];
  while (enough - tooLow > 1) {
    const middle = (tooLow + enough) >> 1;
    if (reaches(middle * hundredth)) enough = middle;
    else tooLow = middle;
  }
  return { kind: 'needed', percent: formatPlain(enough * hundredth) };
}
