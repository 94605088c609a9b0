import { formatFixed, type Units, unitsOf } from './decimal.ts';
import { nearest } from './ratio.ts';
import { labelOf } from './scheme.ts';
import type { Decimal, GradingScheme } from './types.ts';

/** Figures of a column or of totals; all four places, null where there is nothing to count (TCH-105). */
export interface Statistics {
  graded: number;
  mean: Decimal | null;
  median: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  /** Of these students themselves, not of an imagined larger class. */
  standard_deviation: Decimal | null;
}

/** The caller leaves out who is excused, ungraded, withdrawn or a preview (TCH-105). */
export function statisticsOf(scores: readonly Decimal[]): Statistics {
  const sorted = scores.map(unitsOf).sort((a, b) => a - b);
  const graded = sorted.length;
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) {
    return { graded, mean: null, median: null, low: null, high: null, standard_deviation: null };
  }
  const sum = sorted.reduce((total, value) => total + BigInt(value), 0n);
  return {
    graded,
    mean: formatFixed(Number(nearest(sum, BigInt(graded)))),
    median: formatFixed(medianOf(sorted)),
    low: formatFixed(low),
    high: formatFixed(high),
    standard_deviation: formatFixed(deviationOf(sorted, sum)),
  };
}

function medianOf(sorted: readonly Units[]): Units {
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return Math.floor((lower + upper + 1) / 2);
}

/** √(n·Σx² − (Σx)²) ÷ n, rounded once: the root is taken of four times the square so that half up stays exact. */
function deviationOf(values: readonly Units[], sum: bigint): Units {
  const count = BigInt(values.length);
  const squares = values.reduce((total, value) => total + BigInt(value) * BigInt(value), 0n);
  const doubled = squareRoot(4n * (count * squares - sum * sum));
  return Number((doubled + count) / (2n * count));
}

/** The whole part of a square root, by Newton's steps from above. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export interface BandCount {
  label: string;
  count: number;
}

/** How many percentages lie in each band, in the scheme's order; empty bands too (TCH-105). */
export function distributionOf(percents: readonly Decimal[], scheme: GradingScheme): BandCount[] {
  const counts = new Map(scheme.bands.map(({ label }) => [label, 0]));
  for (const percent of percents) {
    const label = labelOf(scheme, percent);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}
