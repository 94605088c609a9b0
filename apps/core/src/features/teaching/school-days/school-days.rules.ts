import type { FieldProblem } from '@k12/contracts';
import { daysFrom } from '@k12/plan-content/days';

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
