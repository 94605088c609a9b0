import { dayOf, sameTimeOn } from '@k12/grading/local-time';

export interface SchoolDays {
  time_zone: string;
  /** Days with school in order. */
  days: readonly string[];
}

/** Where a day counts among days with school: a day off counts as the last one before it. */
function placeOf(days: readonly string[], day: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The day that is `by` days with school later in the target year; null when there is none (TCH-03). */
export function shiftDay(day: string, by: number, from: SchoolDays, to: SchoolDays = from): string | null {
  const place = placeOf(from.days, day);
  // What lies before the first day of school, such as an early announcement, keeps its distance to it.
  if (place < 0) return by === 0 && from === to ? day : (to.days[Math.max(by, 0)] ?? null);
  return to.days[place + by] ?? null;
}

/** The same clock time of the school on the shifted day, whatever daylight saving does in between (TCH-03). */
export function shiftInstant(
  instant: string,
  by: number,
  from: SchoolDays,
  to: SchoolDays = from,
): string | null {
  const day = shiftDay(dayOf(from.time_zone, instant), by, from, to);
  return day && sameTimeOn(to.time_zone, day, instant);
}
