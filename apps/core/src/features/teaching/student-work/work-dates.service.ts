import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { loadDateLines } from '../assignment-dates/date-lines.service.ts';
import { dueInstants } from '../assignment-dates/due-instants.service.ts';
import * as queries from './work-dates.queries.ts';
import { datesOf, type Learner } from './work-dates.rules.ts';

export type { ChangedWork } from './work-dates.queries.ts';

export interface WorkToRefresh {
  course_id: string;
  /** All published ones unless named. */
  assignment_ids?: readonly string[] | undefined;
  /** All students of the course unless named. */
  student_ids?: readonly string[] | undefined;
}

/**
 * Brings the dates of students' work up to what is set now: after publishing and whenever dates, enrollments, groups,
 * accommodations, meetings or school days change. Gives the rows that changed. A student without an enrollment in force
 * keeps the rows as they are (TCH-10).
 */
export async function refreshWork(
  tx: Transaction,
  context: Context,
  { course_id, assignment_ids, student_ids }: WorkToRefresh,
): Promise<queries.ChangedWork[]> {
  const assignments = await queries.listPublished(tx, course_id, assignment_ids);
  if (assignments.length === 0) return [];
  const ids = assignments.map(({ id }) => id);
  const setIds = [...new Set(assignments.flatMap(({ group_set_id }) => group_set_id ?? []))];
  const [lines, learners, groups, extra] = await Promise.all([
    loadDateLines(tx, ids),
    queries.listLearners(tx, course_id, student_ids),
    queries.listGroupsOf(tx, setIds),
    queries.listExtraDays(tx, course_id),
  ]);
  const people = peopleOf(learners, extra);
  const due = await dueInstants(tx, course_id, [...lines.values()].flat());
  const wanted: queries.WorkRow[] = [];
  const unassigned: { assignment_id: string; student_id: string }[] = [];
  for (const { id: assignment_id, group_set_id } of assignments) {
    const own = lines.get(assignment_id) ?? [everyone];
    for (const person of people) {
      const group = groups.find(
        (member) => member.group_set_id === group_set_id && member.student_id === person.student_id,
      );
      const learner = { ...person, group_id: group?.group_id ?? null };
      const dates = datesOf(due.linesFor(own, learner.section_ids), learner, due.time_zone);
      if (dates) wanted.push({ assignment_id, ...dates });
      else unassigned.push({ assignment_id, student_id: person.student_id });
    }
  }
  const now = context.platform.clock.now().toISOString();
  const { tenant_id } = context.actor;
  await queries.markUnassigned(tx, tenant_id, unassigned, now);
  return queries.writeWorkDates(tx, tenant_id, course_id, wanted, now);
}

/** Without any line the work is everybody's, without dates. */
const everyone: AssignmentDate = {
  target: 'everyone',
  target_id: null,
  target_name: null,
  is_assigned: true,
  available_from_at: null,
  due_at: null,
  due_rule: null,
  available_until_at: null,
};

function peopleOf(
  rows: Awaited<ReturnType<typeof queries.listLearners>>,
  extra: Awaited<ReturnType<typeof queries.listExtraDays>>,
): Omit<Learner, 'group_id'>[] {
  const people = new Map<string, { section_ids: string[]; starts_on: string | null }>();
  for (const { student_id, section_id, starts_on } of rows) {
    const known = people.get(student_id);
    if (!known) people.set(student_id, { section_ids: [section_id], starts_on });
    else {
      known.section_ids.push(section_id);
      // In the course since the earlier of two beginnings.
      if (starts_on === null || (known.starts_on !== null && starts_on < known.starts_on))
        known.starts_on = starts_on;
    }
  }
  const days = new Map(extra.map(({ student_id, extra_days }) => [student_id, extra_days]));
  return [...people].map(([student_id, person]) => ({
    student_id,
    ...person,
    extra_days: days.get(student_id) ?? 0,
  }));
}
