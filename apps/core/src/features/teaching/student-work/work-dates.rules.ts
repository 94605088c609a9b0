import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import { addLocalDays, dayOf } from '@k12/grading/local-time';
import type { WorkRow } from './work-dates.queries.ts';

export interface Learner {
  student_id: string;
  /** Of every section the student is in, the first for showing. */
  section_ids: readonly string[];
  group_id: string | null;
  /** The first day in the course; null: from its beginning. */
  starts_on: string | null;
  extra_days: number;
}

/** A line with its due rule turned into an instant. */
export type DateLine = Omit<AssignmentDate, 'target_name' | 'due_rule'>;

const rank = { student: 0, group: 1, section: 2, everyone: 3 } as const;

/**
 * The dates of one student: the most specific lines that apply, and between equals the later due and the wider window
 * (TCH-30). Null when nothing assigns the work to the student (TCH-31).
 */
export function datesOf(
  lines: readonly DateLine[],
  learner: Learner,
  timeZone: string,
): Omit<WorkRow, 'assignment_id'> | null {
  const applying = lines.filter((line) => appliesTo(line, learner));
  const best = Math.min(...applying.map(({ target }) => rank[target]));
  const chosen = applying.filter(({ target, is_assigned }) => rank[target] === best && is_assigned);
  const [first] = chosen;
  if (!first) return null;
  const due = latest(chosen.map(({ due_at }) => due_at));
  const until = latest(chosen.map(({ available_until_at }) => available_until_at));
  const later = (at: string | null) => at && addLocalDays(timeZone, at, learner.extra_days);
  const given = learner.extra_days > 0 ? { due: later(due), until: later(until) } : { due, until };
  return {
    student_id: learner.student_id,
    section_id: learner.section_ids[0] ?? '',
    is_assigned: true,
    available_from_at: earliest(chosen.map(({ available_from_at }) => available_from_at)),
    due_at: given.due,
    available_until_at: given.until,
    dates_from: first.target,
    // Joining later than the due time: not missing, unless the student was named (TCH-08).
    is_before_enrollment:
      first.target !== 'student' &&
      given.due !== null &&
      learner.starts_on !== null &&
      dayOf(timeZone, given.due) < learner.starts_on,
  };
}

function appliesTo({ target, target_id }: DateLine, learner: Learner): boolean {
  if (target === 'everyone') return true;
  if (target_id === null) return false;
  if (target === 'section') return learner.section_ids.includes(target_id);
  return target_id === (target === 'group' ? learner.group_id : learner.student_id);
}

/** No time at all is the widest. */
function latest(instants: readonly (string | null)[]): string | null {
  if (instants.includes(null)) return null;
  return instants.reduce((a, b) => (timeOf(a) > timeOf(b) ? a : b)) ?? null;
}

function earliest(instants: readonly (string | null)[]): string | null {
  if (instants.includes(null)) return null;
  return instants.reduce((a, b) => (timeOf(a) < timeOf(b) ? a : b)) ?? null;
}

function timeOf(instant: string | null): number {
  return Date.parse(instant ?? '');
}
