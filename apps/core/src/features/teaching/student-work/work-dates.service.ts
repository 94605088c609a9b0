import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadDateLines } from '../assignment-dates/date-lines.service.ts';
import { dueInstants } from '../assignment-dates/due-instants.service.ts';
import { coursePeriods } from '../grading-periods/period-locks.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import * as queries from './work-dates.queries.ts';
import { datesOf, type Learner } from './work-dates.rules.ts';
import { writeGrades } from './work-grades.service.ts';

export type { ChangedWork } from './work-dates.queries.ts';

export interface WorkToRefresh {
  course_id: string;
  /** All published ones unless named. */
  assignment_ids?: readonly string[] | undefined;
  /** All students of the course unless named. */
  student_ids?: readonly string[] | undefined;
  /**
   * Dates into or out of a locked period: `refuse` undoes the whole change (TCH-121), for what a person asks for;
   * `skip` leaves those rows as they are, for what follows from something else.
   */
  locked?: 'refuse' | 'skip' | undefined;
}

type Published = Awaited<ReturnType<typeof queries.listPublished>>[number];

/**
 * Brings the dates of students' work up to what is set now: after publishing and whenever dates, enrollments, groups,
 * accommodations, meetings or school days change. Gives the rows that changed; what they cost follows at once (TCH-34).
 * A student without an enrollment in force keeps the rows as they are (TCH-10).
 */
export async function refreshWork(
  tx: Transaction,
  context: Context,
  given: WorkToRefresh,
): Promise<queries.ChangedWork[]> {
  const { course_id, assignment_ids, student_ids } = given;
  const assignments = await queries.listPublished(tx, course_id, assignment_ids);
  if (assignments.length === 0) return [];
  const course = await queries.selectCourseOfWork(tx, course_id);
  const found = await wantedRows(tx, course_id, assignments, student_ids);
  const { wanted, unassigned } = await withoutLocked(tx, context, course, assignments, given, found);
  const now = context.platform.clock.now().toISOString();
  const { tenant_id } = context.actor;
  await queries.markUnassigned(tx, tenant_id, unassigned, now);
  const changed = await queries.writeWorkDates(tx, tenant_id, course_id, wanted, now);
  const graded = changed.filter(({ grade_state }) => grade_state === 'graded');
  const cells = graded.map(({ assignment_id, student_id }) => ({
    assignment_id,
    student_id,
    grade_version: null,
  }));
  await writeGrades(tx, context, { course, source: 'policy', cells });
  if (changed.length + unassigned.length > 0) await followCourse(tx, context, course_id);
  return changed;
}

export interface DateChange {
  assignment_id: string;
  due_before: string | null;
  due_after: string | null;
  is_assigned_after: boolean;
}

/** What `refreshWork` would do to the dates of one student who stood in these sections instead (TCH-09). */
export async function datesInSections(
  tx: Transaction,
  context: Context,
  { course_id, student_id, places }: { course_id: string; student_id: string; places: queries.Place[] },
): Promise<DateChange[]> {
  const assignments = await queries.listPublished(tx, course_id, undefined);
  if (assignments.length === 0) return [];
  const course = await queries.selectCourseOfWork(tx, course_id);
  const given = { course_id, student_ids: [student_id] };
  const learners = places.map((place) => ({ ...place, student_id }));
  const found = await wantedRows(tx, course_id, assignments, given.student_ids, learners);
  const { wanted, unassigned } = await withoutLocked(tx, context, course, assignments, given, found);
  const ids = assignments.map(({ id }) => id);
  const rows = await queries.listDueTimes(tx, ids, given.student_ids);
  const before = new Map(rows.map((row) => [row.assignment_id, row]));
  const gone = unassigned.filter(({ assignment_id }) => before.get(assignment_id)?.is_assigned);
  return [
    ...wanted.flatMap(({ assignment_id, due_at }): DateChange[] => {
      const known = before.get(assignment_id);
      if (known?.is_assigned && isSameInstant(known.due_at, due_at)) return [];
      const due_before = known?.is_assigned ? known.due_at : null;
      return [{ assignment_id, due_before, due_after: due_at, is_assigned_after: true }];
    }),
    ...gone.map(({ assignment_id }) => {
      const due_before = before.get(assignment_id)?.due_at ?? null;
      return { assignment_id, due_before, due_after: null, is_assigned_after: false };
    }),
  ];
}

interface Found {
  wanted: queries.WorkRow[];
  unassigned: { assignment_id: string; student_id: string }[];
}

async function wantedRows(
  tx: Transaction,
  courseId: string,
  assignments: readonly Published[],
  studentIds: readonly string[] | undefined,
  /** Where students stand, unless as they do now. */
  places?: Awaited<ReturnType<typeof queries.listLearners>>,
): Promise<Found> {
  const setIds = [...new Set(assignments.flatMap(({ group_set_id }) => group_set_id ?? []))];
  const ids = assignments.map(({ id }) => id);
  const [lines, learners, members, extra] = await Promise.all([
    loadDateLines(tx, ids),
    places ?? queries.listLearners(tx, courseId, studentIds),
    queries.listGroupsOf(tx, setIds),
    queries.listExtraDays(tx, courseId),
  ]);
  const people = peopleOf(learners, extra);
  const due = await dueInstants(tx, courseId, [...lines.values()].flat());
  const groups = new Map<string, string[]>();
  for (const { group_set_id, student_id, group_id } of members) {
    const key = `${group_set_id} ${student_id}`;
    groups.set(key, [...(groups.get(key) ?? []), group_id]);
  }
  const found: Found = { wanted: [], unassigned: [] };
  for (const { id: assignment_id, group_set_id } of assignments) {
    const own = lines.get(assignment_id) ?? [everyone];
    for (const person of people) {
      const group_ids = groups.get(`${group_set_id} ${person.student_id}`) ?? [];
      const dates = datesOf(due.linesFor(own, person.section_ids), { ...person, group_ids }, due.time_zone);
      if (dates) found.wanted.push({ assignment_id, ...dates });
      else found.unassigned.push({ assignment_id, student_id: person.student_id });
    }
  }
  return found;
}

/** What a locked period forbids is refused or left out. */
async function withoutLocked(
  tx: Transaction,
  context: Context,
  course: queries.CourseOfWork,
  assignments: readonly Published[],
  given: WorkToRefresh,
  found: Found,
): Promise<Found> {
  const periods = await coursePeriods(tx, context, course);
  if (periods.periods.length === 0) return found;
  const ids = assignments.map(({ id }) => id);
  const rows = await queries.listDueTimes(tx, ids, given.student_ids);
  const before = new Map(rows.map((row) => [`${row.assignment_id} ${row.student_id}`, row]));
  const assignmentOf = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const isForbidden = (row: { assignment_id: string; student_id: string; due_at?: string | null }) => {
    const known = before.get(`${row.assignment_id} ${row.student_id}`);
    const assignment = assignmentOf.get(row.assignment_id);
    if (!known || !assignment) return false;
    const isSame = known.is_assigned && row.due_at !== undefined && isSameInstant(known.due_at, row.due_at);
    if (isSame) return false;
    return [known.due_at, row.due_at].some((due_at) => {
      if (due_at === undefined) return false;
      const { grading_period_id: assigned_period_id, published_at } = assignment;
      return periods.isLocked({ assigned_period_id, due_at, published_at }, row.student_id);
    });
  };
  if (given.locked === 'refuse') {
    if ([...found.wanted, ...found.unassigned].some(isForbidden)) throw new Problem('period_locked');
    return found;
  }
  return {
    wanted: found.wanted.filter((row) => !isForbidden(row)),
    unassigned: found.unassigned.filter((row) => !isForbidden(row)),
  };
}

function isSameInstant(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
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
): Omit<Learner, 'group_ids'>[] {
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
