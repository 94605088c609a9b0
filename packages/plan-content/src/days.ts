const dayMilliseconds = 86_400_000;

/** Dates are school-local days `YYYY-MM-DD`; no zone ever moves them (PLN-122). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds).toISOString().slice(0, 10);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysFrom(from, to) + 1) }, (_, at) => addDays(from, at));
}

/** The first day of the week that holds this day. */
export function startOfWeek(day: string, firstWeekday = 1): string {
  return addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
}

/** The day a week begins with for readers of a language, 0 for Sunday; Monday where the platform does not know. */
export function firstWeekdayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
