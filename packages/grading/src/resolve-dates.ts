import { addLocalDays } from './local-time.ts';
import type { AssignmentDates, DateTarget, Instant, ResolvedDates } from './types.ts';

/** Where a student belongs in a course, and what always holds for them. */
export interface DatesStudent {
  student_id: string;
  group_ids: readonly string[];
  section_ids: readonly string[];
  /** Days that a standing accommodation adds to due times; 0 for most (TCH-36). */
  extra_days: number;
}

const mostSpecificFirst: readonly DateTarget[] = ['student', 'group', 'section', 'everyone'];

/** The dates that hold for a student; null when the work is not assigned to them (TCH-30, TCH-31). */
export function resolveDates(
  lines: readonly AssignmentDates[],
  student: DatesStudent,
  timeZone: string,
): ResolvedDates | null {
  for (const source of mostSpecificFirst) {
    const own = lines.filter((line) => line.target === source && appliesTo(line, student));
    if (own.length === 0) continue;
    const assigned = own.filter((line) => line.assigned);
    if (assigned.length === 0) return null;
    const dates = {
      available_from: earliest(assigned.map(({ available_from }) => available_from)),
      due_at: latest(assigned.map(({ due_at }) => due_at)),
      available_until: latest(assigned.map(({ available_until }) => available_until)),
      source,
      extra_days: 0,
    };
    return withExtraDays(dates, student.extra_days, timeZone);
  }
  return null;
}

function appliesTo({ target, target_id }: AssignmentDates, student: DatesStudent): boolean {
  if (target === 'everyone') return true;
  if (target_id === null) return false;
  if (target === 'student') return target_id === student.student_id;
  return (target === 'group' ? student.group_ids : student.section_ids).includes(target_id);
}

/** Dates given to this very student already say what is meant, so nothing is added to those (TCH-36). */
function withExtraDays(dates: ResolvedDates, extra_days: number, timeZone: string): ResolvedDates {
  if (extra_days === 0 || dates.due_at === null || dates.source === 'student') return dates;
  const due_at = addLocalDays(timeZone, dates.due_at, extra_days);
  const { available_until } = dates;
  const closesEarly = available_until !== null && Date.parse(available_until) < Date.parse(due_at);
  return { ...dates, due_at, available_until: closesEarly ? due_at : available_until, extra_days };
}

/** Without a date the window is open on that side, which is wider than any date. */
function latest(dates: readonly (Instant | null)[]): Instant | null {
  return furthest(dates, (a, b) => a > b);
}

function earliest(dates: readonly (Instant | null)[]): Instant | null {
  return furthest(dates, (a, b) => a < b);
}

function furthest(
  dates: readonly (Instant | null)[],
  isFurther: (a: number, b: number) => boolean,
): Instant | null {
  return dates.reduce((best, date) => {
    if (best === null || date === null) return null;
    return isFurther(Date.parse(date), Date.parse(best)) ? date : best;
  });
}
