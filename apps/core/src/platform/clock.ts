/** Time comes from here, so that a test can say what time it is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** So many days of 24 hours after an instant, or before it; for days of a calendar see `addDays`. */
export function daysLater(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString();
}

/** The local date in a time zone, as `YYYY-MM-DD`: years, terms and assignments are dates of the school. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}
