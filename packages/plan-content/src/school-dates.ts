import { daysBetween, weekdayOf } from './days.ts';

/** How a school counts its days in a year. */
export interface CalendarRules {
  /** Days of the week with school; 0 is Sunday. */
  weekdays: readonly number[];
  /** Letters of the rotation in order; empty where there is none. */
  rotation_days: readonly string[];
  /** Whether a day without school keeps its letter for the next school day, or the letter is lost (PLN-112). */
  rotation_on_day_off: 'keep' | 'advance';
  /** Null: the first day of the year. */
  rotation_starts_on: string | null;
}

/** A day that differs from the weekly pattern. */
export interface DayOverride {
  day_on: string;
  is_instructional: boolean;
  rotation_day: string | null;
  bell_schedule: string;
  opens_at: string | null;
  closes_at: string | null;
}

/** A day with school. */
export interface SchoolDate {
  day: string;
  weekday: number;
  rotation_day: string | null;
  opens_at: string | null;
  closes_at: string | null;
  /** Half a day without known times: every meeting is half as long. */
  is_half: boolean;
}

/** The school days of a year in order, each with its letter of the rotation. */
export function schoolDates(
  rules: CalendarRules,
  overrides: readonly DayOverride[],
  year: { starts_on: string; ends_on: string },
): SchoolDate[] {
  const special = new Map(overrides.map((override) => [override.day_on, override]));
  const letters = rules.rotation_days;
  const dates: SchoolDate[] = [];
  let turn = 0;
  for (const day of daysBetween(year.starts_on, year.ends_on)) {
    const weekday = weekdayOf(day);
    const override = special.get(day);
    const isPatternDay = rules.weekdays.includes(weekday);
    const hasRotation = letters.length > 0 && (!rules.rotation_starts_on || day >= rules.rotation_starts_on);
    if (!(override?.is_instructional ?? isPatternDay)) {
      if (hasRotation && isPatternDay && rules.rotation_on_day_off === 'advance') turn += 1;
      continue;
    }
    let rotation_day: string | null = null;
    if (hasRotation) {
      // A letter set for one day goes on from there.
      const set = override?.rotation_day ? letters.indexOf(override.rotation_day) : -1;
      if (set >= 0) turn = set;
      rotation_day = override?.rotation_day ?? letters[turn % letters.length] ?? null;
      if (!override?.rotation_day || set >= 0) turn += 1;
    }
    dates.push({
      day,
      weekday,
      rotation_day,
      opens_at: override?.opens_at ?? null,
      closes_at: override?.closes_at ?? null,
      is_half: override?.bell_schedule === 'half_day' && !override.opens_at && !override.closes_at,
    });
  }
  return dates;
}

/** Index of the first school day on or after a day; `dates.length` when there is none. */
export function indexOnOrAfter(dates: readonly { day: string }[], day: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.day ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many school days lie from one day to another, both included. */
export function schoolDaysCount(dates: readonly { day: string }[], from: string, to: string): number {
  const end = indexOnOrAfter(dates, to);
  const includesEnd = dates[end]?.day === to ? 1 : 0;
  return Math.max(0, end + includesEnd - indexOnOrAfter(dates, from));
}

/** School days from one day to another, negative when the other is earlier: the drift of a plan (PLN-109). */
export function schoolDaysDrift(dates: readonly { day: string }[], from: string, to: string): number {
  return indexOnOrAfter(dates, to) - indexOnOrAfter(dates, from);
}
