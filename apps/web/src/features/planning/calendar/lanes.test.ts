import { expect, test } from 'vitest';
import { dayInLanes, lanesOf } from './lanes.ts';

const bar = (key: string, starts_on: string, ends_on: string) => ({ key, starts_on, ends_on });
const [atoms, energy, bonds] = [
  bar('atoms', '2026-10-12', '2026-11-23'),
  bar('energy', '2026-10-26', '2026-12-04'),
  bar('bonds', '2026-11-24', '2027-01-22'),
];
const lesson = bar('lesson', '2026-11-24', '2026-11-24');
const all = [bonds, lesson, energy, atoms];

test('PLN-120 a unit keeps its lane while others end and begin, and a lane that is free again is used again', () => {
  const lanes = lanesOf(all, '2026-11-22', '2026-11-28');
  expect([...lanes]).toEqual([
    ['atoms', 0],
    ['energy', 1],
    ['bonds', 0],
  ]);
  const on = (day: string) =>
    dayInLanes(
      all.filter(({ starts_on, ends_on }) => starts_on <= day && ends_on >= day),
      lanes,
    ).map((item) => item?.key ?? null);
  expect(on('2026-11-23')).toEqual(['atoms', 'energy']);
  expect(on('2026-11-24')).toEqual(['bonds', 'energy', 'lesson']);
});

test('PLN-120 an empty lane above a bar stays empty', () => {
  const lanes = lanesOf([atoms, energy], '2026-11-22', '2026-11-28');
  expect(dayInLanes([energy], lanes)).toEqual([null, energy]);
});
