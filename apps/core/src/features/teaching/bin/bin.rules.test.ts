import { expect, test } from 'vitest';
import { binSince, binUntil, isGone } from './bin.rules.ts';

test('TCH-05 what was deleted comes back for 30 days to the millisecond, as is said when it is deleted', () => {
  const deleted = '2026-11-16T14:00:00.000Z';
  const until = new Date(binUntil(new Date(deleted)));
  expect(until.toISOString()).toBe('2026-12-16T14:00:00.000Z');
  expect(binSince(until)).toBe(deleted);
  expect(isGone(deleted, until)).toBe(false);
  expect(isGone(deleted, new Date(until.getTime() + 1))).toBe(true);
  expect(isGone('2026-11-16 14:00:00+00', until)).toBe(false);
});
