import { dayOf, sameTimeOn } from './local-time.ts';
import type { Day, Instant } from './types.ts';

/** The days with school of one year, in order. */
export interface SchoolCalendar {
  time_zone: string;
  days: readonly Day[];
}

/**
 * The day so many days with school later or earlier, for every date that is shifted or copied (TCH-03, TCH-49). One day
 * on from a day off is the next day with school, one day back the last one before. Null: outside the calendar, where
 * nobody knows what is a day with school.
 */
export function shiftDay(day: Day, by: number, from: SchoolCalendar, to: SchoolCalendar = from): Day | null {
  if (by === 0 && to === from) return day;
  const last = lastPlace(from.days, day);
  const isOff = from.days[last] !== day;
  const place = (isOff && by < 0 ? last + 1 : last) + by;
  // What lies before the first day of school, such as an early announcement, goes to the first day of another year.
  return to.days[last < 0 && by >= 0 ? Math.max(0, place) : place] ?? null;
}

/** The same clock time of the school on the shifted day, whatever daylight saving does in between (TCH-03). */
export function shiftInstant(
  at: Instant,
  by: number,
  from: SchoolCalendar,
  to: SchoolCalendar = from,
): Instant | null {
  const day = shiftDay(dayOf(from.time_zone, at), by, from, to);
  return day && sameTimeOn(to.time_zone, day, at);
}

/** Place of the last day with school on or before this one; -1 before the first. */
function lastPlace(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
