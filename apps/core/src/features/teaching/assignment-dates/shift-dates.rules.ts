import { dayOf, sameTimeOn } from '@k12/grading/local-time';
import { addDays } from '@k12/plan-content/days';
import { indexOnOrAfter } from '@k12/plan-content/school-dates';

/**
 * A day so many school days later or earlier. A day without school counts as the next one with school; beyond the
 * calendar days of the week go on.
 */
export function shiftDay(day: string, schoolDays: number, calendar: readonly string[]): string {
  const from = indexOnOrAfter(
    calendar.map((one) => ({ day: one })),
    day,
  );
  const to = from + schoolDays;
  const known = calendar[to];
  if (known !== undefined) return known;
  const [first, last] = [calendar[0] ?? day, calendar.at(-1) ?? day];
  return to < 0 ? addDays(first, to) : addDays(last, to - calendar.length + 1);
}

/** The same clock time on the shifted day, across changes of the clocks (TCH-03). */
export function shiftInstant(
  at: string,
  schoolDays: number,
  { time_zone, days }: { time_zone: string; days: readonly string[] },
): string {
  return sameTimeOn(time_zone, shiftDay(dayOf(time_zone, at), schoolDays, days), at);
}
