import { expect, test } from 'vitest';
import { shiftDay, shiftInstant } from './shift-dates.rules.ts';

const days = ['2026-10-29', '2026-10-30', '2026-11-02', '2026-11-03', '2026-11-04'];
const calendar = { time_zone: 'America/New_York', days };

test.each([
  ['2026-10-30', 1, '2026-11-02'],
  ['2026-11-02', -1, '2026-10-30'],
  ['2026-10-31', 0, '2026-11-02'],
  ['2026-11-04', 2, '2026-11-06'],
  ['2026-10-29', -1, '2026-10-28'],
])('TCH-03 %s by %i school days is %s', (day, by, shifted) => {
  expect(shiftDay(day, by, days)).toBe(shifted);
});

test('TCH-03 the clock time stays across the end of summer time', () => {
  expect(shiftInstant('2026-10-30T13:00:00Z', 1, calendar)).toBe('2026-11-02T14:00:00.000Z');
});
