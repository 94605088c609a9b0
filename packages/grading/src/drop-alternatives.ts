import type { CategorySums } from './count-cells.ts';
import { type DropCandidate, without } from './drops.ts';
import { isMore, type Ratio, ratio } from './ratio.ts';

/**
 * For each candidate of a drop the category's percentage had it been treated the other way: a dropped cell kept, a
 * kept cell dropped in the place of one that was (the best such exchange). This is the proof that the choice was the
 * best one (TCH-118).
 */
export function dropAlternatives(sums: CategorySums): Map<number, Ratio> {
  const alternatives = new Map<number, Ratio>();
  const dropped = [...sums.lowest, ...sums.highest];
  if (dropped.length === 0) return alternatives;
  for (const cell of dropped) alternatives.set(cell.at, shareWith(sums, cell));
  for (const cell of sums.candidates) {
    if (!alternatives.has(cell.at)) alternatives.set(cell.at, bestExchange(sums, cell));
  }
  return alternatives;
}

function shareWith(sums: CategorySums, cell: DropCandidate): Ratio {
  return ratio(sums.earned + cell.score, sums.possible + cell.points);
}

function bestExchange(sums: CategorySums, cell: DropCandidate): Ratio {
  const [towards, others] = sums.lowest.length > 0 ? [1, sums.lowest] : [-1, sums.highest];
  const less = without(sums, [cell]);
  const [first, ...rest] = others.map((other) =>
    ratio(less.earned + other.score, less.possible + other.points),
  );
  if (!first) throw new RangeError('an exchange needs a dropped cell');
  return rest.reduce(
    (best, each) => ((towards === 1 ? isMore(each, best) : isMore(best, each)) ? each : best),
    first,
  );
}
