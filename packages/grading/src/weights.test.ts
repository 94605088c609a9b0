import { expect, test } from 'vitest';
import { category } from './testing/gradebook.ts';
import { weightSum, weightsAreFinal } from './weights.ts';

test('TCH-109 weights are final at exactly 100, extra-credit categories apart', () => {
  const thirds = ['33.3333', '33.3333', '33.3334'].map((weight) => category(weight, { weight }));
  const onTop = category('extra', { weight: '5', extra_credit: true });
  expect(weightsAreFinal([...thirds, onTop])).toBe(true);
  expect(weightsAreFinal(thirds.slice(0, 2))).toBe(false);
  expect(weightSum(thirds.slice(0, 2))).toBe('66.6666');
  expect(weightsAreFinal([])).toBe(false);
});
