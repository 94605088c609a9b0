import { formatPlain, type Units, unitsOf, whole } from './decimal.ts';
import { percentOf } from './ratio.ts';
import { type TrialCourse, trialTotal } from './trial-total.ts';
import type { Decimal } from './types.ts';
import type { Trial } from './what-if.ts';

export type NeededScore =
  /** The same percentage on each of the items, to the hundredth. */
  { kind: 'needed'; percent: Decimal } | { kind: 'certain' } | { kind: 'out_of_reach' };

const hundredth: Units = 100;

/**
 * What is needed on these items to reach a percentage, with what is tried elsewhere, found by halving: each step asks
 * the one calculation. What it finds is enough and a hundredth less is not, also where drops among unequal points let
 * a total dip (PPL-22).
 */
export function neededScore(
  course: TrialCourse,
  trial: Trial,
  remaining: ReadonlySet<string>,
  goal: Decimal,
): NeededScore {
  const reaches = (percent: Units) => {
    const scores = new Map(trial.scores);
    for (const { id, points_possible } of course.rules.assignments) {
      if (remaining.has(id)) scores.set(id, formatPlain(percentOf(percent, unitsOf(points_possible))));
    }
    const total = trialTotal(course, { ...trial, scores });
    return total.percent !== null && unitsOf(total.percent) >= unitsOf(goal);
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
