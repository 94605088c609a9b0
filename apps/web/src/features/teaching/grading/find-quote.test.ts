import { expect, test } from 'vitest';
import { countBefore, nthIndex } from './find-quote.ts';

const text = 'the rate fell, then the rate rose, then the rate fell again';

test('TCH-74 a mark stays on its own of several equal words', () => {
  for (const nth of [0, 1, 2]) {
    const at = nthIndex(text, 'the rate', nth);
    expect(at).not.toBeNull();
    expect(countBefore(text, 'the rate', at ?? 0)).toBe(nth);
  }
  expect(nthIndex(text, 'the rate', 3)).toBeNull();
  expect(nthIndex(text, 'the light', 0)).toBeNull();
});
