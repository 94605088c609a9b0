import { expect, test } from 'vitest';
import { isAtMost, isDay, isId, isOneOf, readWords } from './address-values.ts';

const checks = { q: isAtMost(5), state: isOneOf(['draft', 'published']), owner_id: isId, since: isDay };
const id = '019a7f3e-1c2d-7000-8000-0123456789ab';

test('UXP-08 words of an address that are not values of the filter are left out, the others are trimmed and stay', () => {
  const words: Record<string, string | string[]> = {
    ...{ q: ' leaf ', state: 'nonsense', owner_id: id, since: '2026-9-1' },
    ...{ unknown: 'x' },
  };
  expect(readWords(checks, (name) => words[name])).toEqual({ q: 'leaf', owner_id: id });
});

test('UXP-08 a word given twice, empty or too long does not count', () => {
  const words: Record<string, string | string[]> = { q: 'leaves', state: ['draft', 'published'], since: ' ' };
  expect(readWords(checks, (name) => words[name])).toEqual({});
});
