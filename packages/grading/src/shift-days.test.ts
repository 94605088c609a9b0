import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDay, shiftInstant } from './shift-days.ts';

const school = {
  time_zone: 'America/Chicago',
  // The autumn clock change is on Sunday, 1 November; Monday, 2 November is off.
  days: ['2026-10-28', '2026-10-29', '2026-10-30', '2026-11-03', '2026-11-04'],
};

describe('shifting by school days', () => {
  test.each([
    ['over a weekend and a day off', '2026-10-30', 1, '2026-11-03'],
    ['back', '2026-11-03', -1, '2026-10-30'],
    ['one on from a day off is the next day with school', '2026-10-31', 1, '2026-11-03'],
    ['one back from a day off is the last day with school', '2026-11-01', -1, '2026-10-30'],
    ['by nothing a day stays', '2026-10-31', 0, '2026-10-31'],
    ['past the end of the year', '2026-11-04', 1, null],
    ['before its beginning', '2026-10-28', -1, null],
    ['on into the year', '2026-10-20', 1, '2026-10-28'],
    ['back into the year', '2026-12-01', -2, '2026-11-03'],
  ])('TCH-03 %s', (_what, day, by, expected) => {
    expect(shiftDay(day, by, school)).toBe(expected);
  });

  test('TCH-03 there and back is where it was, for every day with school that stays in the year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...school.days), fc.integer({ min: -5, max: 5 }), (day, by) => {
        const there = shiftDay(day, by, school);
        if (there !== null) expect(shiftDay(there, -by, school)).toBe(day);
      }),
    );
  });

  test('TCH-03 clock times stay across the change of daylight saving', () => {
    // 23:59 in Chicago: UTC-5 before, UTC-6 after.
    expect(shiftInstant('2026-10-31T04:59:00.000Z', 1, school)).toBe('2026-11-04T05:59:00.000Z');
  });

  test('TCH-03 another year takes the same school day, and its first for what came before school', () => {
    const next = { time_zone: 'America/Chicago', days: ['2027-09-01', '2027-09-02', '2027-09-03'] };
    expect(shiftDay('2026-10-29', 0, school, next)).toBe('2027-09-02');
    expect(shiftDay('2026-08-20', 0, school, next)).toBe('2027-09-01');
    expect(shiftDay('2026-11-04', 0, school, next)).toBeNull();
  });
});
