import type { Units } from './decimal.ts';
import type { Instant } from './types.ts';

export interface DropCandidate {
  /** Place of the cell among the student's cells. */
  at: number;
  score: Units;
  points: Units;
  due_at: Instant | null;
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
    chosen = pick(candidates, before, drops, towards);
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

/** The cells that hold the percentage down most (or up most); of equals the earlier due goes first. */
function pick(
  candidates: readonly DropCandidate[],
  against: Sums,
  count: number,
  towards: 'highest' | 'lowest',
): DropCandidate[] {
  const picked: Ranked[] = [];
  for (const cell of candidates) {
    const worth = worthOf(cell, against);
    const ranked = { cell, worth: towards === 'highest' ? worth : -worth };
    let place = picked.length;
    while (place > 0 && goesBefore(ranked, picked[place - 1])) place -= 1;
    if (place < count) picked.splice(place, 0, ranked);
    if (picked.length > count) picked.pop();
  }
  return picked.map(({ cell }) => cell);
}

interface Ranked {
  cell: DropCandidate;
  worth: number | bigint;
}

function goesBefore(a: Ranked, b: Ranked | undefined): boolean {
  if (!b || a.worth < b.worth) return true;
  return !(a.worth > b.worth) && dueOrder(a.cell, b.cell) < 0;
}

/** Points before place, so that moving a column never moves a total. */
function dueOrder(a: DropCandidate, b: DropCandidate): number {
  const [first, second] = [dueOf(a), dueOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.points - b.points || a.at - b.at;
}

/** Work without a due time is later than any other. */
function dueOf({ due_at }: DropCandidate): number {
  return due_at === null ? Number.POSITIVE_INFINITY : Date.parse(due_at);
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
