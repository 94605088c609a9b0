import type { Units } from './decimal.ts';

export interface DropCandidate {
  /** Place of the cell among the student's cells. */
  at: number;
  score: Units;
  points: Units;
  /** Milliseconds; work without a due time is later than any other. */
  due: number;
}

interface Sums {
  earned: Units;
  possible: Units;
}

/**
 * Which `count` cells to leave out so that the category's percentage becomes highest (or lowest). Unequal points make
 * this more than sorting by percentage: a set of cells is best exactly if, measured against the percentage it leads
 * to, it has the smallest sum of (score − percentage × points). So the percentage is guessed, the cells are ranked
 * against it, and the guess is replaced by what they lead to until it no longer improves (TCH-111). `sums` are those
 * with every cell in.
 */
export function chooseDrops(
  candidates: readonly DropCandidate[],
  sums: Sums,
  count: number,
  towards: 'highest' | 'lowest',
): DropCandidate[] {
  const drops = Math.min(count, candidates.length - 1);
  if (drops <= 0) return [];
  let chosen = candidates.slice(0, drops);
  for (;;) {
    const before = without(sums, chosen);
    chosen = rank(candidates, before, towards).slice(0, drops);
    if (!improves(before, without(sums, chosen), towards)) return chosen;
  }
}

export function without(sums: Sums, dropped: readonly DropCandidate[]): Sums {
  let { earned, possible } = sums;
  for (const { score, points } of dropped) {
    earned -= score;
    possible -= points;
  }
  return { earned, possible };
}

/** The cells that hold the percentage down most (or up most) first; among equals the earlier due goes first. */
function rank(
  candidates: readonly DropCandidate[],
  against: Sums,
  towards: 'highest' | 'lowest',
): DropCandidate[] {
  const sign = towards === 'highest' ? 1 : -1;
  const ranked = candidates.map((cell) => ({ cell, worth: worthOf(cell, against) }));
  ranked.sort((a, b) => {
    if (a.worth < b.worth) return -sign;
    if (a.worth > b.worth) return sign;
    return dueOrder(a.cell, b.cell);
  });
  return ranked.map(({ cell }) => cell);
}

function dueOrder(a: DropCandidate, b: DropCandidate): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.at - b.at;
}

/** score − percentage × points, times the points possible so that it stays whole; bigint where doubles would round. */
function worthOf({ score, points }: DropCandidate, { earned, possible }: Sums): number | bigint {
  const gain = score * possible;
  const cost = points * earned;
  if (gain <= Number.MAX_SAFE_INTEGER && cost <= Number.MAX_SAFE_INTEGER) return gain - cost;
  return BigInt(score) * BigInt(possible) - BigInt(points) * BigInt(earned);
}

function improves(before: Sums, after: Sums, towards: 'highest' | 'lowest'): boolean {
  const was = BigInt(before.earned) * BigInt(after.possible);
  const is = BigInt(after.earned) * BigInt(before.possible);
  return towards === 'highest' ? is > was : is < was;
}
