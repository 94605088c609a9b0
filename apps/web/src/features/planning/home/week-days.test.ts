import { expect, test } from 'vitest';
import { weekAround } from './week-days.ts';

test.each([
  ['2026-11-05T12:00:00Z', 'America/New_York', '2026-11-05', '2026-11-02', '2026-11-08'],
  // Late on Sunday in New York it is Monday already by UTC.
  ['2026-11-09T03:00:00Z', 'America/New_York', '2026-11-08', '2026-11-09', '2026-11-15'],
  ['2026-11-07T15:00:00Z', 'UTC', '2026-11-07', '2026-11-09', '2026-11-15'],
  ['2026-11-06T15:00:00Z', 'UTC', '2026-11-06', '2026-11-02', '2026-11-08'],
  ['2026-11-02T00:30:00Z', 'UTC', '2026-11-02', '2026-11-02', '2026-11-08'],
])('the week around %s in %s has today %s and runs from %s to %s', (now, zone, today, from, to) => {
  expect(weekAround(new Date(now), zone)).toEqual({ today, from, to });
});
