import { one, type Units, unitsOf, whole } from './decimal.ts';
import { keep, nearest, plus, type Ratio, ratio, shareOf, times } from './ratio.ts';
import type { Decimal } from './types.ts';

export type MasteryMethod =
  | { kind: 'latest' }
  | { kind: 'highest' }
  /** Null: of all pieces. */
  | { kind: 'mean'; of_latest: number | null }
  /** Percent (50–90) that the newest piece weighs against all before it. */
  | { kind: 'decaying_average'; weight: Decimal }
  | { kind: 'mode' }
  | { kind: 'n_of_last_m'; n: number; m: number };

/** One value out of pieces of evidence, oldest first; null when they are not enough to say anything (TCH-125). */
export function methodValue(method: MasteryMethod, values: readonly Units[]): Units | null {
  const latest = values.at(-1);
  if (latest === undefined) return null;
  switch (method.kind) {
    case 'latest':
      return latest;
    case 'highest':
      return Math.max(...values);
    case 'mean':
      return meanOf(method.of_latest === null ? values : values.slice(-method.of_latest));
    case 'decaying_average':
      return decayingAverage(values, unitsOf(method.weight));
    case 'mode':
      return mostFrequent(values);
    case 'n_of_last_m':
      return reachedBy(values.slice(-method.m), method.n);
  }
}

export function meanOf(values: readonly Units[]): Units {
  const sum = values.reduce((total, value) => total + value, 0);
  return Number(nearest(BigInt(sum), BigInt(values.length)));
}

function decayingAverage(values: readonly Units[], weight: Units): Units {
  let average: Ratio | null = null;
  for (const value of values) {
    const piece = ratio(value, one);
    average =
      average === null ? piece : plus(times(piece, shareOf(weight)), times(average, shareOf(whole - weight)));
  }
  return average === null ? 0 : keep(average);
}

/** Among equally frequent values the one seen last. */
function mostFrequent(values: readonly Units[]): Units | null {
  const counts = new Map<Units, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.findLast((value) => counts.get(value) === most) ?? null;
}

/** The highest value that at least `n` of the pieces reach. */
function reachedBy(values: readonly Units[], n: number): Units | null {
  return values.toSorted((a, b) => b - a)[n - 1] ?? null;
}
