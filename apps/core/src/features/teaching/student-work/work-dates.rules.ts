import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import { dayOf } from '@k12/grading/local-time';
import { type DatesStudent, resolveDates } from '@k12/grading/resolve-dates';
import type { WorkRow } from './work-dates.queries.ts';

export interface Learner extends DatesStudent {
  /** The first day in the course; null: from its beginning. */
  starts_on: string | null;
}

/** A line with its due rule turned into an instant. */
export type DateLine = Omit<AssignmentDate, 'target_name' | 'due_rule'>;

/** What a student's row says about dates; null when the work is not assigned to them (TCH-30, TCH-31). */
export function datesOf(
  lines: readonly DateLine[],
  learner: Learner,
  timeZone: string,
): Omit<WorkRow, 'assignment_id'> | null {
  const known = lines.map((line) => ({
    target: line.target,
    target_id: line.target_id,
    assigned: line.is_assigned,
    available_from: line.available_from_at,
    due_at: line.due_at,
    available_until: line.available_until_at,
  }));
  const dates = resolveDates(known, learner, timeZone);
  if (!dates) return null;
  return {
    student_id: learner.student_id,
    section_id: learner.section_ids[0] ?? '',
    is_assigned: true,
    available_from_at: dates.available_from,
    due_at: dates.due_at,
    available_until_at: dates.available_until,
    dates_from: dates.source,
    // Joining later than the due time: not missing, unless the student was named (TCH-08).
    is_before_enrollment:
      dates.source !== 'student' &&
      dates.due_at !== null &&
      learner.starts_on !== null &&
      dayOf(timeZone, dates.due_at) < learner.starts_on,
  };
}
