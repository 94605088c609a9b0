import { one, type Units, whole } from './decimal.ts';

/** An exact fraction; `under` is positive. Division happens once, when a result is kept (TCH-108). */
export interface Ratio {
  over: bigint;
  under: bigint;
}

export const nothing: Ratio = { over: 0n, under: 1n };

export function ratio(over: Units | bigint, under: Units | bigint): Ratio {
  return { over: BigInt(over), under: BigInt(under) };
}

/** A percentage as the share of one. */
export function shareOf(percent: Units): Ratio {
  return { over: BigInt(percent), under: BigInt(whole) };
}

export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function times(a: Ratio, b: Ratio): Ratio {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function isMore(a: Ratio, b: Ratio): boolean {
  return a.over * b.under > b.over * a.under;
}

export function least(a: Ratio, b: Ratio): Ratio {
  return isMore(a, b) ? b : a;
}

/** The nearest whole number, half up; for fractions that are not negative. */
export function nearest(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under);
}

/** A fraction kept to four places. */
export function keep({ over, under }: Ratio): Units {
  return Number(nearest(over * BigInt(one), under));
}

/** A share kept as a percentage of four places. */
export function keepPercent({ over, under }: Ratio): Units {
  return Number(nearest(over * BigInt(whole), under));
}

/** Percent of an amount, kept to four places: what 10 % of 17.33 points is. */
export function percentOf(percent: Units, amount: Units): Units {
  const over = percent * amount;
  if (over < Number.MAX_SAFE_INTEGER / 4) {
    const doubled = 2 * over + whole;
    return (doubled - (doubled % (2 * whole))) / (2 * whole);
  }
  return Number(nearest(BigInt(percent) * BigInt(amount), BigInt(whole)));
}
