import type { AssignmentDate, DueRule } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import { displayName } from '../../identity/users/users.rules.ts';
import * as queries from './assignment-dates.queries.ts';
import { selectCoursePlace } from './course-place.queries.ts';

/** For other features: what was set for whom, by assignment; everyone first, then by name. */
export async function loadDateLines(
  tx: Transaction,
  assignmentIds: readonly string[],
): Promise<Map<string, AssignmentDate[]>> {
  const lines = new Map<string, AssignmentDate[]>();
  for (const row of await queries.listDateLines(tx, assignmentIds)) {
    const own = lines.get(row.assignment_id) ?? [];
    own.push(present(row));
    lines.set(row.assignment_id, own);
  }
  return lines;
}

/** For other features: the zone a course lives by. */
export async function courseTimeZone(tx: Transaction, courseId: string): Promise<string> {
  return (await selectCoursePlace(tx, courseId)).time_zone;
}

function present(row: queries.DateLineRow): AssignmentDate {
  const person = row.student_id
    ? displayName({
        given_name: row.given_name ?? '',
        family_name: row.family_name ?? '',
        preferred_name: row.preferred_name,
      })
    : null;
  return {
    target: row.target,
    target_id: row.section_id ?? row.group_id ?? row.student_id,
    target_name: row.section_name ?? row.group_name ?? person,
    is_assigned: row.is_assigned,
    available_from_at: row.available_from_at,
    due_at: row.due_at,
    due_rule: row.due_rule as DueRule | null,
    available_until_at: row.available_until_at,
  };
}
