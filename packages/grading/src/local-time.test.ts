import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLocalDays, dayOf, dueInstant, instantOf, sameTimeOn } from './local-time.ts';

const chicago = 'America/Chicago';

test('TCH-33 a clock time of a school is an instant, in winter and in summer', () => {
  expect(instantOf(chicago, '2026-01-15', '08:00')).toBe('2026-01-15T14:00:00.000Z');
  expect(instantOf(chicago, '2026-07-15', '08:00')).toBe('2026-07-15T13:00:00.000Z');
  expect(instantOf('Asia/Kathmandu', '2026-01-15', '08:00')).toBe('2026-01-15T02:15:00.000Z');
});

test('TCH-33 a time that does not exist moves forward', () => {
  expect(instantOf(chicago, '2026-03-08', '02:30')).toBe('2026-03-08T08:30:00.000Z');
  expect(instantOf('Australia/Lord_Howe', '2026-10-04', '02:15')).toBe('2026-10-03T15:45:00.000Z');
});

test('TCH-33 a time that comes twice means the second', () => {
  expect(instantOf(chicago, '2026-11-01', '01:30')).toBe('2026-11-01T07:30:00.000Z');
  expect(instantOf('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T01:30:00.000Z');
});

test('TCH-33 23:59 lasts to the end of its minute', () => {
  expect(dueInstant(chicago, '2026-01-15', '23:59')).toBe('2026-01-16T05:59:59.999Z');
  expect(dueInstant(chicago, '2026-01-15', '15:00')).toBe('2026-01-15T21:00:00.000Z');
});

test('TCH-36 days are added by the clock on the wall', () => {
  // From Friday 15:00 across the change to summer time.
  expect(addLocalDays(chicago, '2026-03-06T21:00:00.000Z', 2)).toBe('2026-03-08T20:00:00.000Z');
  expect(addLocalDays(chicago, '2026-01-16T05:59:59.999Z', 2)).toBe('2026-01-18T05:59:59.999Z');
  expect(sameTimeOn(chicago, '2026-03-09', '2026-03-06T21:00:00.000Z')).toBe('2026-03-09T20:00:00.000Z');
});

test('TCH-33 an instant shows the day and the time it was made of', () => {
  const zone = fc.constantFrom(chicago, 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC');
  const day = fc
    .integer({ min: 0, max: 3_650 })
    .map((at) => addLocalDays('UTC', '2022-01-01T00:00:00.000Z', at));
  const minute = fc.integer({ min: 4 * 60, max: 23 * 60 });
  fc.assert(
    fc.property(zone, day, minute, (time_zone, at, minutes) => {
      const on = at.slice(0, 10);
      const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
      const instant = instantOf(time_zone, on, time);
      expect(dayOf(time_zone, instant)).toBe(on);
      expect(sameTimeOn(time_zone, on, instant)).toBe(instant);
      const clock = { timeZone: time_zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const;
      expect(new Intl.DateTimeFormat('en-GB', clock).format(Date.parse(instant))).toBe(time);
    }),
  );
});
