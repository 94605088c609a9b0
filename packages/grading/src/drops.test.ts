import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseDrops, type DropCandidate } from './drops.ts';

function cells(...list: [score: number, points: number, due_at?: string][]): DropCandidate[] {
  return list.map(([score, points, due_at = null], at) => ({ at, score, points, due_at }));
}

function choose(candidates: DropCandidate[], count: number, towards: 'highest' | 'lowest'): number[] {
  const earned = candidates.reduce((sum, { score }) => sum + score, 0);
  const possible = candidates.reduce((sum, { points }) => sum + points, 0);
  return chooseDrops(candidates, { earned, possible }, count, towards).map(({ at }) => at);
}

test('TCH-111 among equals the later due is kept, then the one worth more points, whatever the order', () => {
  const [early, late] = ['2026-03-01T12:00:00Z', '2026-03-02T12:00:00Z'];
  for (const towards of ['highest', 'lowest'] as const) {
    expect(choose(cells([5, 10, late], [5, 10, early], [5, 10]), 1, towards)).toEqual([1]);
    expect(choose(cells([5, 10], [5, 10, late], [5, 10, early]), 2, towards)).toEqual([2, 1]);
    expect(choose(cells([10, 20, early], [5, 10, early], [20, 40, early]), 1, towards)).toEqual([1]);
  }
});

test('TCH-111 sums too large for doubles are compared exactly', () => {
  // Dropping the first is better by one part in 10^18; the second is due earlier and would win a tie.
  const filled = Array.from({ length: 11 }, (): [number, number] => [93_333_333, 100_000_000]);
  const candidates = cells(
    [50_000_000, 99_999_990, '2026-03-02T12:00:00Z'],
    [50_000_009, 100_000_000, '2026-03-01T12:00:00Z'],
    [9, 9],
    [93_333_327, 100_000_000],
    ...filled,
  );
  expect(choose(candidates, 1, 'highest')).toEqual([0]);
});

test('TCH-111 no other choice of as many cells gives a higher (or lower) percentage', () => {
  const cell = fc.tuple(fc.nat({ max: 120 }), fc.integer({ min: 1, max: 100 }));
  const towards = fc.constantFrom('highest', 'lowest');
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 2, maxLength: 8 }),
      fc.nat({ max: 4 }),
      towards,
      (list, count, to) => {
        const candidates = cells(...list);
        const dropped = choose(candidates, count, to);
        const share = (left: DropCandidate[]) =>
          left.reduce((sum, { score }) => sum + score, 0) / left.reduce((sum, { points }) => sum + points, 0);
        const own = share(candidates.filter(({ at }) => !dropped.includes(at)));
        for (let set = 0; set < 2 ** list.length; set++) {
          const left = candidates.filter(({ at }) => (set & (1 << at)) === 0);
          if (left.length === 0 || list.length - left.length !== dropped.length) continue;
          if (to === 'highest') expect(share(left)).toBeLessThanOrEqual(own + 1e-12);
          else expect(share(left)).toBeGreaterThanOrEqual(own - 1e-12);
        }
      },
    ),
  );
});
