import type { Assignment, Category, Cell, CourseRules, TotalKind, TotalOptions } from '../types.ts';

/**
 * The calculation again, slow and plain: fractions all the way, every possible drop tried. It shares nothing with the
 * engine, so that each is the proof of the other (TCH-108).
 */
type Fraction = [over: bigint, under: bigint];

interface Item {
  assignment: Assignment;
  cell: Cell;
  score: Fraction;
  at: number;
}

export function referenceTotal(
  rules: CourseRules,
  cells: readonly (Cell | null)[],
  options: TotalOptions,
  kind: TotalKind,
): { percent: string | null; dropped: string[] } {
  const items = countedItems(rules, cells, options, kind);
  const dropped: Item[] = [];
  for (const category of rules.categories) {
    dropped.push(...referenceDrops(rules, category, items));
  }
  const kept = items.filter((item) => !dropped.includes(item));
  const total = rules.calculation === 'weighted' ? weighted(rules, kept) : points(rules, kept);
  return {
    percent: total && fourPlaces(times(atMost(total, rules.total_cap), [100n, 1n])),
    dropped: dropped.map(({ assignment }) => assignment.id).sort(),
  };
}

function countedItems(
  rules: CourseRules,
  cells: readonly (Cell | null)[],
  { view, period_id }: TotalOptions,
  kind: TotalKind,
): Item[] {
  const items: Item[] = [];
  rules.assignments.forEach((assignment, at) => {
    const cell = cells[at];
    if (!cell || !assignment.counts_toward_total) return;
    if (assignment.grading_type === 'mastery' || assignment.grading_type === 'ungraded') return;
    if (rules.calculation === 'weighted' && !categoryOf(rules, assignment)) return;
    if (period_id !== null && cell.period_id !== period_id) return;
    const known = view === 'staff' || cell.is_posted;
    if (known && (cell.state === 'excused' || cell.state === 'incomplete')) return;
    if (known && cell.state === 'graded' && cell.score !== null) {
      items.push({ assignment, cell, score: read(cell.score), at });
    } else if (kind === 'if_nothing_more' && cell.outstanding) {
      items.push({ assignment, cell, score: [0n, 1n], at });
    }
  });
  return items;
}

function referenceDrops(rules: CourseRules, category: Category, items: readonly Item[]): Item[] {
  const own = items.filter(({ assignment }) => assignment.category_id === category.id);
  const candidates = own.filter(({ assignment }) => !isExtra(rules, assignment) && !assignment.never_drop);
  const lowest = bestDrop(rules, own, candidates, category.drop_lowest, 1n);
  const left = own.filter((item) => !lowest.includes(item));
  const still = candidates.filter((item) => !lowest.includes(item));
  return [...lowest, ...bestDrop(rules, left, still, category.drop_highest, -1n)];
}

/** Tries every set of the wanted size; of equally good ones the set with the earliest due times goes, then with the fewest points. */
function bestDrop(rules: CourseRules, own: Item[], candidates: Item[], wanted: number, sign: bigint): Item[] {
  const size = Math.min(wanted, candidates.length - 1);
  if (size <= 0) return [];
  const byDue = candidates.toSorted(
    (a, b) => dueOf(a) - dueOf(b) || pointsOf(a) - pointsOf(b) || a.at - b.at,
  );
  let best: Item[] | undefined;
  let bestShare: Fraction = [0n, 1n];
  for (const set of subsets(byDue, size)) {
    const share = shareOf(
      rules,
      own.filter((item) => !set.includes(item)),
    );
    if (!share) continue;
    if (!best || (share[0] * bestShare[1] - bestShare[0] * share[1]) * sign > 0n) {
      best = set;
      bestShare = share;
    }
  }
  return best ?? [];
}

/** In the order of the list, so that the first of equals has the earliest members. */
function* subsets(list: Item[], size: number): Generator<Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= list.length - size; first++) {
    for (const rest of subsets(list.slice(first + 1), size - 1)) yield [list[first] as Item, ...rest];
  }
}

function weighted(rules: CourseRules, items: Item[]): Fraction | null {
  let base: Fraction = [0n, 1n];
  let weights: Fraction = [0n, 1n];
  let onTop: Fraction = [0n, 1n];
  for (const category of rules.categories) {
    const share = shareOf(
      rules,
      items.filter(({ assignment }) => assignment.category_id === category.id),
    );
    if (!share) continue;
    const weight = read(category.weight);
    const part = times(atMost(share, rules.category_cap), weight);
    if (category.extra_credit) onTop = plus(onTop, times(part, [1n, 100n]));
    else {
      base = plus(base, part);
      weights = plus(weights, weight);
    }
  }
  return weights[0] === 0n ? null : plus([base[0] * weights[1], base[1] * weights[0]], onTop);
}

function points(rules: CourseRules, items: Item[]): Fraction | null {
  let earned: Fraction = [0n, 1n];
  let possible: Fraction = [0n, 1n];
  const groups = Map.groupBy(items, ({ assignment }) => categoryOf(rules, assignment)?.id ?? null);
  for (const group of groups.values()) {
    const all = sumOf(group.map(({ score }) => score));
    const worth = sumOf(mainOf(rules, group).map(({ assignment }) => read(assignment.points_possible)));
    const share = shareOf(rules, group);
    earned = plus(earned, share ? times(atMost(share, rules.category_cap), worth) : all);
    possible = plus(possible, worth);
  }
  return possible[0] === 0n ? null : [earned[0] * possible[1], earned[1] * possible[0]];
}

function shareOf(rules: CourseRules, items: Item[]): Fraction | null {
  const earned = sumOf(items.map(({ score }) => score));
  const possible = sumOf(mainOf(rules, items).map(({ assignment }) => read(assignment.points_possible)));
  return possible[0] === 0n ? null : [earned[0] * possible[1], earned[1] * possible[0]];
}

function mainOf(rules: CourseRules, items: readonly Item[]): Item[] {
  return items.filter(({ assignment }) => !isExtra(rules, assignment));
}

function isExtra(rules: CourseRules, assignment: Assignment): boolean {
  const category = categoryOf(rules, assignment);
  if (rules.calculation === 'points' && category?.extra_credit) return true;
  return assignment.extra_credit || Number(assignment.points_possible) === 0;
}

function categoryOf(rules: CourseRules, assignment: Assignment): Category | undefined {
  return rules.categories.find(({ id }) => id === assignment.category_id);
}

function dueOf({ cell }: Item): number {
  return cell.due_at === null ? Number.MAX_VALUE : Date.parse(cell.due_at);
}

function pointsOf({ assignment }: Item): number {
  return Number(assignment.points_possible);
}

function atMost(share: Fraction, cap: string | null): Fraction {
  if (cap === null) return share;
  const limit = times(read(cap), [1n, 100n]);
  return share[0] * limit[1] > limit[0] * share[1] ? limit : share;
}

function read(text: string): Fraction {
  const [digits = '', fraction = ''] = text.split('.');
  return [BigInt(digits + fraction), 10n ** BigInt(fraction.length)];
}

function plus(a: Fraction, b: Fraction): Fraction {
  return [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
}

function times(a: Fraction, b: Fraction): Fraction {
  return [a[0] * b[0], a[1] * b[1]];
}

function sumOf(list: readonly Fraction[]): Fraction {
  return list.reduce(plus, [0n, 1n]);
}

function fourPlaces([over, under]: Fraction): string {
  const scaled = (over * 20_000n + under) / (2n * under);
  const digits = String(scaled).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
