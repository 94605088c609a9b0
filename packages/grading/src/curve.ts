import { formatPlain, type Units, unitsOf } from './decimal.ts';
import { keep, percentOf, ratio, times } from './ratio.ts';
import type { Decimal } from './types.ts';

export type Curve =
  | { kind: 'add_points'; points: Decimal }
  /** The best score becomes all the points, the others the same part more. */
  | { kind: 'scale_top' }
  /** So many percent of the points possible on top of each. */
  | { kind: 'add_percent'; percent: Decimal };

/** Scores of a column after a curve, in the same order (TCH-98). */
export function curved(scores: readonly Decimal[], points_possible: Decimal, curve: Curve): Decimal[] {
  const values = scores.map(unitsOf);
  const points = unitsOf(points_possible);
  const top = Math.max(0, ...values);
  return values.map((value) => formatPlain(curvedValue(value, points, top, curve)));
}

function curvedValue(value: Units, points: Units, top: Units, curve: Curve): Units {
  switch (curve.kind) {
    case 'add_points':
      return value + unitsOf(curve.points);
    case 'add_percent':
      return value + percentOf(unitsOf(curve.percent), points);
    case 'scale_top':
      return top === 0 ? value : samePart(value, top, points);
  }
}

/** A score as the same part of other points; without points before, it stays as it is (TCH-44). */
export function scaledScore(score: Decimal, points_before: Decimal, points_after: Decimal): Decimal {
  const before = unitsOf(points_before);
  return before === 0 ? score : formatPlain(samePart(unitsOf(score), before, unitsOf(points_after)));
}

function samePart(value: Units, before: Units, after: Units): Units {
  return keep(times(ratio(value, before), ratio(after, unitsOf('1'))));
}
