import type { SchoolDay } from '@k12/contracts/teaching/school-days';
import { daysBetween } from '@k12/plan-content/days';
import { expect, test } from 'vitest';
import { leftOut, runsOf, stretchesOf } from './day-runs.ts';

const week = [1, 2, 3, 4, 5];
const dayOff = (day_on: string, note: string | null): SchoolDay => ({
  ...{ school_id: 'school', day_on, note, is_instructional: false, rotation_day: null },
  ...{ bell_schedule: 'normal', opens_at: null, closes_at: null },
});
const daysOff = (from: string, to: string, note: string) =>
  daysBetween(from, to).map((day) => dayOff(day, note));

test('PLN-112 a break over a weekend is one run, days of another name or after a school day are their own', () => {
  const days = [
    ...daysOff('2026-11-25', '2026-11-27', 'Thanksgiving'),
    ...daysOff('2026-12-21', '2026-12-24', 'Winter break'),
    ...daysOff('2026-12-28', '2026-12-29', 'Winter break'),
    ...daysOff('2026-12-30', '2026-12-30', 'Staff day'),
    ...daysOff('2027-01-04', '2027-01-04', 'Staff day'),
  ];
  expect(runsOf(days, week).map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-25', '2026-11-27'],
    ['2026-12-21', '2026-12-24'],
    ['2026-12-28', '2026-12-29'],
    ['2026-12-30', '2026-12-30'],
    ['2027-01-04', '2027-01-04'],
  ]);
  const friday = daysOff('2026-12-18', '2026-12-18', 'Winter break');
  const [run] = runsOf([...friday, ...days.slice(3, 7)], week);
  expect(run).toMatchObject({ from: '2026-12-18', to: '2026-12-24' });
});

test('PLN-112 half days of two weeks bring no school on the weekend between, an extra Saturday does', () => {
  expect(stretchesOf({ from: '2026-12-17', to: '2026-12-22' }, 'half', week)).toEqual([
    { from: '2026-12-17', to: '2026-12-18' },
    { from: '2026-12-21', to: '2026-12-22' },
  ]);
  const saturday = { from: '2026-12-19', to: '2026-12-19' };
  expect(stretchesOf(saturday, 'school', week)).toEqual([saturday]);
  const holidays = { from: '2026-12-17', to: '2026-12-31' };
  expect(stretchesOf(holidays, 'off', week)).toEqual([holidays]);
});

test('PLN-112 days that a shorter or moved break leaves out go back to the week', () => {
  const [run] = runsOf(daysOff('2026-12-21', '2026-12-25', 'Winter break'), week);
  if (!run) throw new Error('no run');
  expect(leftOut(run, [{ from: '2026-12-22', to: '2026-12-23' }])).toEqual([
    { from: '2026-12-21', to: '2026-12-21' },
    { from: '2026-12-24', to: '2026-12-25' },
  ]);
  expect(leftOut(run, [{ from: '2026-12-20', to: '2026-12-31' }])).toEqual([]);
});
