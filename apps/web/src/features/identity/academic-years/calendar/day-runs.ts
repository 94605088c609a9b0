import type { SchoolDay } from '@k12/contracts/teaching/school-days';
import { addDays, daysBetween, daysFrom, weekdayOf } from '@k12/plan-content/days';

export interface Stretch {
  from: string;
  to: string;
}

export const dayKinds = ['off', 'half', 'special', 'school'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Days in a row that differ from the week in the same way: a whole break is one of them. */
export interface DayRun extends Stretch {
  kind: DayKind;
  days: readonly SchoolDay[];
}

export function kindOf(day: SchoolDay): DayKind {
  if (!day.is_instructional) return 'off';
  if (day.bell_schedule === 'half_day') return 'half';
  return day.bell_schedule === 'special' ? 'special' : 'school';
}

function alike(one: SchoolDay, other: SchoolDay): boolean {
  const facts = (day: SchoolDay) => [
    kindOf(day),
    day.note,
    day.rotation_day,
    day.opens_at?.slice(0, 5),
    day.closes_at?.slice(0, 5),
  ];
  return JSON.stringify(facts(one)) === JSON.stringify(facts(other));
}

/** Weekends between two days of a break do not end it. */
export function runsOf(days: readonly SchoolDay[], weekdays: readonly number[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const before = last?.days.at(-1);
    const isNext =
      before &&
      alike(before, day) &&
      daysBetween(addDays(before.day_on, 1), addDays(day.day_on, -1)).every(
        (between) => !weekdays.includes(weekdayOf(between)),
      );
    if (last && isNext) runs[runs.length - 1] = { ...last, to: day.day_on, days: [...last.days, day] };
    else runs.push({ from: day.day_on, to: day.day_on, kind: kindOf(day), days: [day] });
  }
  return runs;
}

function joinDays(days: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}

/** More days than this the server refuses in one request. */
const longestRange = 400;

/** Half days of two weeks are no reason for school on the weekend between; a Saturday alone is one. */
export function stretchesOf({ from, to }: Stretch, kind: DayKind, weekdays: readonly number[]): Stretch[] {
  const whole = [{ from, to }];
  if (kind === 'off' || !(daysFrom(from, to) < longestRange)) return whole;
  const usual = daysBetween(from, to).filter((day) => weekdays.includes(weekdayOf(day)));
  return usual.length > 0 ? joinDays(usual) : whole;
}

/** Days of a run that its new stretches leave out go back to the week. */
export function leftOut(run: DayRun, stretches: readonly Stretch[]): Stretch[] {
  const days = run.days.map(({ day_on }) => day_on);
  return joinDays(days.filter((day) => !stretches.some(({ from, to }) => day >= from && day <= to)));
}
