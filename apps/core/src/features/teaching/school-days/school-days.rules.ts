import type { FieldProblem } from '@k12/contracts';

const dayMilliseconds = 86_400_000;

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

/** At most this many days in one request (PLN-120). */
export const longestRange = 400;

export function rangeProblems(from: string, to: string): FieldProblem[] {
  if (to < from)
    return [{ pointer: '/to', code: 'before_start', detail: 'Must not be before the first day.' }];
  if (daysFrom(from, to) >= longestRange) {
    return [{ pointer: '/to', code: 'too_long', detail: `At most ${longestRange} days.` }];
  }
  return [];
}

export interface DayShape {
  is_instructional: boolean;
  opens_at?: string | null | undefined;
  closes_at?: string | null | undefined;
}

export function dayProblems(day: DayShape): FieldProblem[] {
  if (day.opens_at && day.closes_at && day.closes_at <= day.opens_at) {
    return [{ pointer: '/closes_at', code: 'before_start', detail: 'Must be after the start.' }];
  }
  return [];
}
