import { expect, test } from 'vitest';
import { normalizeCode } from './schools.rules.ts';

test.each([
  ['RB-01', 'rb-01'],
  ['rb-01', 'rb-01'],
  ['ＲＢ-01', 'rb-01'],
  ['École', 'école'],
  ['E\u0301cole', 'école'],
])('the code %s is compared as %s', (typed, compared) => {
  expect(normalizeCode(typed)).toBe(compared);
});
