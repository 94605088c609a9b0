import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalsBegun, resolveDue } from './due.ts';
import { at, marchSchool } from './testing/school.ts';

const school = marchSchool();

test('TCH-32 a due rule resolves by the calendar and the meetings of the section', () => {
  expect(resolveDue({ kind: 'fixed', on: '2026-03-07', time: '12:00' }, school)).toBe(
    at('2026-03-07', '12:00'),
  );
  expect(resolveDue({ kind: 'fixed', on: '2026-03-07', time: '23:59' }, school)).toBe(
    '2026-03-08T05:59:59.999Z',
  );
  // A Saturday: the school day that follows.
  expect(resolveDue({ kind: 'end_of_school_day', on: '2026-03-07' }, school)).toBe(at('2026-03-09', '15:00'));
  expect(resolveDue({ kind: 'class_start', on_or_after: '2026-03-03' }, school)).toBe(
    at('2026-03-04', '09:00'),
  );
  // There is no school on the 11th, so the class after it counts, in summer time by then.
  expect(resolveDue({ kind: 'class_end', on_or_after: '2026-03-10' }, school)).toBe(
    '2026-03-13T14:45:00.000Z',
  );
});

test('TCH-32 without such a day or meeting nothing is due yet', () => {
  expect(resolveDue({ kind: 'class_start', on_or_after: '2026-04-01' }, school)).toBeNull();
  expect(resolveDue({ kind: 'end_of_school_day', on: '2026-04-01' }, school)).toBeNull();
  expect(resolveDue({ kind: 'end_of_school_day', on: '2026-03-20' }, school)).toBeNull();
});

test('TCH-39 hours and days begin right after the due time', () => {
  const due = at('2026-03-06', '15:00');
  const count = (interval: 'hour' | 'day', day: string, time: string) =>
    intervalsBegun(interval, due, at(day, time), school);
  expect(count('hour', '2026-03-06', '15:00')).toBe(0);
  expect(count('hour', '2026-03-06', '15:01')).toBe(1);
  expect(count('hour', '2026-03-06', '16:00')).toBe(1);
  expect(count('hour', '2026-03-06', '16:01')).toBe(2);
  expect(count('day', '2026-03-07', '15:00')).toBe(1);
  // The night before Sunday is an hour short; 15:00 on the clock is what counts.
  expect(count('day', '2026-03-08', '15:00')).toBe(2);
  expect(count('day', '2026-03-08', '15:01')).toBe(3);
  expect(count('day', '2026-03-05', '15:00')).toBe(0);
});

test('TCH-39 school days and class meetings skip what is none', () => {
  const due = at('2026-03-06', '15:00');
  const count = (interval: 'school_day' | 'class_meeting', day: string, time: string) =>
    intervalsBegun(interval, due, at(day, time), school);
  expect(count('school_day', '2026-03-08', '20:00')).toBe(1);
  expect(count('school_day', '2026-03-09', '15:00')).toBe(1);
  expect(count('school_day', '2026-03-09', '15:01')).toBe(2);
  expect(count('school_day', '2026-03-10', '15:01')).toBe(3);
  expect(count('school_day', '2026-03-12', '15:00')).toBe(3);
  expect(count('school_day', '2026-03-12', '15:01')).toBe(4);
  expect(count('class_meeting', '2026-03-09', '09:00')).toBe(1);
  expect(count('class_meeting', '2026-03-09', '09:01')).toBe(2);
  expect(count('class_meeting', '2026-03-13', '09:00')).toBe(2);
  expect(count('class_meeting', '2026-03-13', '09:01')).toBe(3);
});

test('TCH-39 later is never fewer intervals', () => {
  const start = Date.parse(at('2026-03-02', '09:00'));
  const minutes = fc.integer({ min: 0, max: 28 * 24 * 60 });
  const instant = minutes.map((minute) => new Date(start + minute * 60_000).toISOString());
  const interval = fc.constantFrom('hour', 'day', 'school_day', 'class_meeting');
  fc.assert(
    fc.property(interval, instant, instant, instant, (by, due, one, other) => {
      const [earlier = '', later = ''] = [one, other].sort();
      expect(intervalsBegun(by, due, earlier, school)).toBeLessThanOrEqual(
        intervalsBegun(by, due, later, school),
      );
      expect(intervalsBegun(by, due, later, school) > 0).toBe(later > due);
    }),
  );
});
