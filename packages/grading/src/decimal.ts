import type { Decimal } from './types.ts';

/**
 * A decimal with four places is a whole number of ten-thousandths. Whole numbers below 2^53 are exact, so sums over
 * cells need no other type; where two of them are multiplied or divided, `ratio.ts` goes on with bigint (TCH-108).
 */
export type Units = number;

const places = 4;
export const one: Units = 10_000;
/** A hundred percent. */
export const whole: Units = 100 * one;
/** Seven digits before the point: the sum of 90,000 such numbers is still exact. */
const longestWhole = 7;

const zero = 48;
const nine = 57;
const point = 46;

/** Reads `17`, `17.5` or `17.5000`; null for everything else: signs, exponents, spaces, digits of other scripts. */
export function parseDecimal(text: string): Units | null {
  const length = text.length;
  let at = 0;
  let value = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < zero || code > nine) break;
    value = value * 10 + (code - zero);
  }
  if (at === 0 || at > longestWhole || (at > 1 && text.charCodeAt(0) === zero)) return null;
  if (at === length) return value * one;
  const end = at + 1 + places;
  if (text.charCodeAt(at) !== point || at + 1 === length || length > end) return null;
  for (at += 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < zero || code > nine) return null;
    value = value * 10 + (code - zero);
  }
  for (; at < end; at++) value *= 10;
  return value;
}

/** A decimal that was checked where it entered; anything else is a fault of the program. */
export function unitsOf(text: Decimal): Units {
  const units = parseDecimal(text);
  if (units === null) throw new RangeError(`not a decimal: ${text}`);
  return units;
}

/** Always four places, as totals are kept: `83.1111`. */
export function formatFixed(units: Units): Decimal {
  const fraction = units % one;
  return `${(units - fraction) / one}.${String(fraction).padStart(places, '0')}`;
}

/** No more places than needed, as scores are written: `17.5`. */
export function formatPlain(units: Units): Decimal {
  if (units % one === 0) return String(units / one);
  return formatFixed(units).replace(/0+$/, '');
}
