import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import { type SchoolCalendar, shiftDay, shiftInstant } from '@k12/grading/shift-days';

type Moment = 'available_from_at' | 'due_at' | 'available_until_at';

/** A line of dates by whole school days, these moments of it and its due rule; null when any would leave the year. */
export function shiftedLine(
  line: AssignmentDate,
  moments: readonly Moment[],
  by: number,
  calendar: SchoolCalendar,
): AssignmentDate | null {
  const moved = { ...line };
  for (const moment of moments) {
    const at = line[moment];
    if (at === null) continue;
    const shifted = shiftInstant(at, by, calendar);
    if (shifted === null) return null;
    moved[moment] = shifted;
  }
  if (!line.due_rule) return moved;
  const on = shiftDay(line.due_rule.on, by, calendar);
  return on === null ? null : { ...moved, due_rule: { ...line.due_rule, on } };
}
