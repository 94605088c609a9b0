import type { CategorySums } from './count-cells.ts';
import type { Units } from './decimal.ts';
import type { PreparedCategory, PreparedCourse } from './prepare-course.ts';
import { least, nothing, plus, type Ratio, ratio, shareOf, times } from './ratio.ts';

/** One category on its way to the total: exact, nothing rounded yet. */
export interface CategoryShare {
  category: PreparedCategory;
  sums: CategorySums;
  /** Null when nothing is counted. */
  uncapped: Ratio | null;
  share: Ratio | null;
  /** Weight out of one, rescaled; null in points mode and for a category left out (TCH-109). */
  weight: Ratio | null;
}

export interface CourseShare {
  uncapped: Ratio | null;
  share: Ratio | null;
  /** What the weights of counted categories are rescaled by; null in points mode. */
  weight_sum: Units | null;
  categories: CategoryShare[];
}

export function combine(course: PreparedCourse, sums: readonly CategorySums[]): CourseShare {
  const categories: CategoryShare[] = [];
  for (const [at, category] of course.categories.entries()) {
    const own = sums[at];
    if (!own) continue;
    const uncapped = own.possible === 0 ? null : ratio(own.earned, own.possible);
    const share = uncapped === null ? null : capped(uncapped, course.category_cap);
    categories.push({ category, sums: own, uncapped, share, weight: null });
  }
  const isWeighted = course.rules.calculation === 'weighted';
  const weight_sum = isWeighted ? weigh(categories) : null;
  const uncapped = isWeighted ? weightedShare(categories) : pointsShare(categories);
  const share = uncapped === null ? null : capped(uncapped, course.total_cap);
  return { uncapped, share, weight_sum, categories };
}

function capped(share: Ratio, cap: Units | null): Ratio {
  return cap === null ? share : least(share, shareOf(cap));
}

/** Categories with nothing counted are left out; the others share their weight. Extra credit is not rescaled. */
function weigh(categories: CategoryShare[]): Units {
  const counted = categories.filter(({ share, category }) => share !== null && category.weight > 0);
  let sum = 0;
  for (const { category } of counted) if (!category.extra_credit) sum += category.weight;
  for (const each of counted) {
    if (each.category.extra_credit) each.weight = shareOf(each.category.weight);
    else each.weight = ratio(each.category.weight, sum);
  }
  return sum;
}

function weightedShare(categories: readonly CategoryShare[]): Ratio | null {
  let total = nothing;
  let hasBase = false;
  for (const { category, share, weight } of categories) {
    if (share === null || weight === null) continue;
    total = plus(total, times(share, weight));
    hasBase ||= !category.extra_credit;
  }
  return hasBase ? total : null;
}

/** Points ÷ points; a category over its cap brings no more points than the cap allows. */
function pointsShare(categories: readonly CategoryShare[]): Ratio | null {
  let earned = nothing;
  let possible = 0;
  for (const { share, sums } of categories) {
    const points = share === null ? ratio(sums.earned, 1) : times(share, ratio(sums.possible, 1));
    earned = plus(earned, points);
    possible += sums.possible;
  }
  return possible === 0 ? null : times(earned, ratio(1, possible));
}
