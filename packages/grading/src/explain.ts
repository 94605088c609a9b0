import type { CategoryShare } from './combine.ts';
import type { CountedCells } from './count-cells.ts';
import { type WorkedTotal, workOut } from './course-total.ts';
import { formatPlain } from './decimal.ts';
import { dropAlternatives } from './drop-alternatives.ts';
import type { PreparedAssignment, PreparedCourse } from './prepare-course.ts';
import { percentText, presentCategory } from './present-total.ts';
import { times } from './ratio.ts';
import type {
  Cell,
  ExplainedCategory,
  ExplainedCell,
  Explanation,
  TotalKind,
  TotalOptions,
  TotalView,
} from './types.ts';

/** The arithmetic of a total, from the very numbers that gave it (TCH-118). */
export function explainTotal(
  course: PreparedCourse,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
  kind: TotalKind,
): Explanation {
  const worked = workOut(course, cells, options, kind);
  const { result } = worked;
  const categories = result.categories.map((share) =>
    explainCategory(course, cells, options.view, worked, share),
  );
  const sum = (field: 'earned' | 'possible') =>
    result.categories.reduce((total, { sums }) => total + sums[field], 0);
  return {
    kind,
    calculation: course.rules.calculation,
    period_id: options.period_id,
    percent: percentText(result.share),
    uncapped_percent: percentText(result.uncapped),
    earned: formatPlain(sum('earned')),
    possible: formatPlain(sum('possible')),
    weight_sum: result.weight_sum === null ? null : formatPlain(result.weight_sum),
    categories: categories.filter(({ category_id, cells }) => category_id !== null || cells.length > 0),
  };
}

function explainCategory(
  course: PreparedCourse,
  cells: readonly (Cell | null)[],
  view: TotalView,
  { counted }: WorkedTotal,
  share: CategoryShare,
): ExplainedCategory {
  const { category, sums, weight } = share;
  const alternatives = dropAlternatives(sums);
  const isWeighted = course.rules.calculation === 'weighted' && category.id !== null;
  const explained: ExplainedCell[] = [];
  for (const [at, assignment] of course.assignments.entries()) {
    if (course.categories[assignment.category] !== category) continue;
    explained.push({
      assignment_id: course.rules.assignments[at]?.id ?? '',
      points_possible: formatPlain(assignment.points),
      ...explainScore(cells[at] ?? null, view, counted.zeros.has(at)),
      counted_as: countedAs(counted, at, assignment),
      reason: counted.reasons[at] ?? null,
      percent_otherwise: percentText(alternatives.get(at) ?? null),
    });
  }
  return {
    ...presentCategory(share),
    weight: isWeighted ? formatPlain(category.weight) : null,
    extra_credit: category.extra_credit,
    drop_lowest: category.drop_lowest,
    drop_highest: category.drop_highest,
    extra_earned: formatPlain(sums.extra),
    uncapped_percent: percentText(share.uncapped),
    contribution: share.share && weight ? percentText(times(share.share, weight)) : null,
    cells: explained,
  };
}

/** A score that is not posted must not show in what students and guardians open (PPL-18). */
function explainScore(cell: Cell | null, view: TotalView, isZero: boolean) {
  if (isZero) return { entered_score: null, deduction: null, score: '0' };
  if (cell === null || (view === 'posted' && !cell.is_posted)) {
    return { entered_score: null, deduction: null, score: null };
  }
  return { entered_score: cell.entered_score, deduction: cell.deduction, score: cell.score };
}

function countedAs(counted: CountedCells, at: number, { part }: PreparedAssignment) {
  if (counted.reasons[at] !== null) return null;
  if (counted.zeros.has(at)) return 'zero';
  return part === 'extra_credit' ? 'extra_credit' : 'score';
}
