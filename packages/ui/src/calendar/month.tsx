/** Days are written YYYY-MM-DD and counted in UTC, so that no time zone can move them. */
export type Day = string;

const dayMilliseconds = 86_400_000;

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return toDay(new Date(toDate(day).getTime() + days * dayMilliseconds));
}

/** The same day of another month, or its last day when the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** 1 is Monday, 7 is Sunday. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? 1;
}

/** Whole weeks covering the month of the given day. */
export function weeksOf(day: Day, weekStart: number): Day[][] {
  const first = `${monthOf(day)}-01`;
  const weekday = toDate(first).getUTCDay() || 7;
  const start = addDays(first, -((weekday - weekStart + 7) % 7));
  const weeks: Day[][] = [];
  for (let from = start; from === start || monthOf(from) === monthOf(day); from = addDays(from, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, offset) => addDays(from, offset)));
  }
  return weeks;
}

export function formatDay(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(toDate(day));
}

/** Today where the reader is. */
export function localToday(): Day {
  const now = new Date();
  return toDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}
