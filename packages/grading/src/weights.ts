import { formatPlain, unitsOf, whole } from './decimal.ts';
import type { Category, Decimal } from './types.ts';

/** What the weights of a course sum to, those on top apart: only 100 can be saved as final (TCH-109). */
export function weightSum(categories: readonly Pick<Category, 'weight' | 'extra_credit'>[]): Decimal {
  let sum = 0;
  for (const { weight, extra_credit } of categories) if (!extra_credit) sum += unitsOf(weight);
  return formatPlain(sum);
}

export function weightsAreFinal(categories: readonly Pick<Category, 'weight' | 'extra_credit'>[]): boolean {
  return unitsOf(weightSum(categories)) === whole;
}
