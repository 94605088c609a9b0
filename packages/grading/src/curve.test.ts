import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curved, scaledScore } from './curve.ts';

const scores = ['12', '16', '0'];

test('TCH-98 curves add points, add a percentage, or bring the best score to all the points', () => {
  expect(curved(scores, '20', { kind: 'add_points', points: '1.5' })).toEqual(['13.5', '17.5', '1.5']);
  expect(curved(scores, '20', { kind: 'add_percent', percent: '5' })).toEqual(['13', '17', '1']);
  expect(curved(scores, '20', { kind: 'scale_top' })).toEqual(['15', '20', '0']);
  expect(curved(['1', '3'], '10', { kind: 'scale_top' })).toEqual(['3.3333', '10']);
  expect(curved(['0', '0'], '10', { kind: 'scale_top' })).toEqual(['0', '0']);
  expect(curved([], '10', { kind: 'scale_top' })).toEqual([]);
});

test('TCH-98 a curve never changes who is ahead of whom', () => {
  const list = fc.array(fc.nat({ max: 2_000 }), { maxLength: 12 });
  const curve = fc.constantFrom<Parameters<typeof curved>[2][]>(
    { kind: 'scale_top' },
    { kind: 'add_points', points: '3' },
    { kind: 'add_percent', percent: '7.5' },
  );
  fc.assert(
    fc.property(list, curve, (hundredths, by) => {
      const sorted = hundredths.toSorted((a, b) => a - b).map((each) => String(each / 100));
      const after = curved(sorted, '20', by).map(Number);
      expect(after).toEqual(after.toSorted((a, b) => a - b));
    }),
  );
});

test('TCH-44 scaled scores keep their part of the points', () => {
  expect(scaledScore('17', '20', '50')).toBe('42.5');
  expect(scaledScore('1', '3', '10')).toBe('3.3333');
  expect(scaledScore('2', '3', '10')).toBe('6.6667');
  expect(scaledScore('4', '0', '10')).toBe('4');
});
