import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { bumpAssignment } from '../assignments/assignment-versions.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import * as queries from './assignment-dates.queries.ts';
import { followDates } from './assignment-dates.service.ts';
import { selectCoursePlace } from './course-place.queries.ts';
import { loadDateLines } from './date-lines.service.ts';
import { shiftedLine } from './shifted-line.rules.ts';

interface Shift {
  school_days: number;
  dry_run: boolean;
}

/** All dates of an assignment by whole school days, at the same clock time (TCH-03); the caller may change it. */
export async function shiftDates(
  tx: Transaction,
  context: Context,
  assignment: { id: string; course_id: string; state: string },
  { school_days, dry_run }: Shift,
): Promise<{ due_before: string | null; due_after: string | null }> {
  if (assignment.state === 'deleted') throw new Problem('not_found');
  const place = await selectCoursePlace(tx, assignment.course_id);
  const year = await schoolYear(tx, place.school_id, place.academic_year_id);
  const lines = (await loadDateLines(tx, [assignment.id])).get(assignment.id) ?? [];
  const calendar = { time_zone: place.time_zone, days: year.dates.map(({ day }) => day) };
  const shifted = lines.map((line) => {
    const moved = shiftedLine(
      line,
      ['available_from_at', 'due_at', 'available_until_at'],
      school_days,
      calendar,
    );
    // All dates of the assignment move, or none.
    if (!moved)
      throw invalid('/school_days', 'outside_year', 'One of its dates would leave the school year.');
    const { target_name: _name, ...fields } = moved;
    return { ...fields, assignment_id: assignment.id };
  });
  if (!dry_run && shifted.length > 0) {
    await queries.putDateLines(tx, shifted, context.platform.clock.now().toISOString());
    await bumpAssignment(tx, context, assignment.id, null);
    await followDates(tx, context, { id: assignment.course_id, school_id: place.school_id }, [assignment.id]);
  }
  return { due_before: firstDue(lines), due_after: firstDue(shifted) };
}

function firstDue(lines: readonly Pick<AssignmentDate, 'due_at'>[]): string | null {
  return lines.find(({ due_at }) => due_at !== null)?.due_at ?? null;
}
