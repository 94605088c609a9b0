import type { CategoryShare } from './combine.ts';
import { formatFixed, formatPlain } from './decimal.ts';
import { keepPercent, type Ratio } from './ratio.ts';
import type { CategoryTotal, Decimal } from './types.ts';

/** A share as a percentage of four places, half up (TCH-108). */
export function percentText(share: Ratio | null): Decimal | null {
  return share === null ? null : formatFixed(keepPercent(share));
}

export function presentCategory({ category, sums, share, weight }: CategoryShare): CategoryTotal {
  return {
    category_id: category.id,
    earned: formatPlain(sums.earned),
    possible: formatPlain(sums.possible),
    percent: percentText(share),
    rescaled_weight: percentText(weight),
  };
}
