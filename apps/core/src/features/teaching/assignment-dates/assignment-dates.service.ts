import type { AssignmentDate, AssignmentDateInput } from '@k12/contracts/teaching/assignment-date-records';
import type { AssignmentDates, AssignmentDatesUpdate } from '@k12/contracts/teaching/assignment-dates';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import {
  selectAssignmentForChange,
  selectTaughtAssignment,
} from '../assignments/assignment-access.service.ts';
import { bumpAssignment } from '../assignments/assignment-versions.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import type { TeachingScope } from '../courses/teaching-scope.service.ts';
import { type ChangedWork, refreshWork } from '../student-work/work-dates.service.ts';
import * as queries from './assignment-dates.queries.ts';
import { dateProblems } from './assignment-dates.rules.ts';
import { selectCoursePlace } from './course-place.queries.ts';
import { loadDateLines } from './date-lines.service.ts';

export async function getDates(context: Context, id: string): Promise<AssignmentDates> {
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtAssignment(tx, context, id, 'assignments.read', 'see_grades');
    return present(tx, context, id, course);
  });
}

export async function putDates(
  context: Context,
  id: string,
  { lines, lock_version }: AssignmentDatesUpdate,
): Promise<AssignmentDates> {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectAssignmentForChange(tx, context, id, { keeps_to_scope: true });
    const targets = await queries.listTargets(tx, course.id);
    const students = studentsSeen(targets.students, scope);
    const errors = dateProblems(lines, { ...targets, students }, '/lines');
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    if (!(await bumpAssignment(tx, context, id, lock_version))) {
      throw new Problem('version_conflict', { current: await present(tx, context, id, course) });
    }
    const before = (await loadDateLines(tx, [id])).get(id) ?? [];
    authorize(leavesOthers(lines, before, scope), 'assignments.write');
    const kept = before.filter((line) => !isSeen(line, students, scope));
    await queries.deleteDateLines(tx, id);
    const now = context.platform.clock.now().toISOString();
    await queries.putDateLines(
      tx,
      [...lines, ...kept].map((line) => ({ ...line, assignment_id: id })),
      now,
    );
    await followDates(tx, context, course, [id]);
    return present(tx, context, id, course);
  });
}

type Students = Awaited<ReturnType<typeof queries.listTargets>>['students'];

function studentsSeen(students: Students, { section_ids }: TeachingScope): Students {
  return students.filter(({ section_id }) => section_ids === null || section_ids.includes(section_id));
}

/** Dates of a single student are there for those who teach them, and stay when others set theirs (TCH-12). */
function isSeen(line: AssignmentDate, students: Students, { section_ids }: TeachingScope): boolean {
  if (line.target !== 'student' || section_ids === null) return true;
  return students.some(({ id }) => id === line.target_id);
}

/** Dates of everybody and of other sections are there to be read by who helps in some, and come back as they are. */
function leavesOthers(
  lines: readonly AssignmentDateInput[],
  before: readonly AssignmentDate[],
  { section_ids }: TeachingScope,
): boolean {
  if (section_ids === null) return true;
  const others = (all: readonly AssignmentDateInput[]) =>
    all
      .filter(({ target, target_id }) => target !== 'student' && !section_ids.includes(target_id ?? ''))
      .map((line) => JSON.stringify(whatIsSet(line)));
  return others(lines).sort().join() === others(before).sort().join();
}

function whatIsSet(line: AssignmentDateInput) {
  const { target, target_id = null, is_assigned = true, due_rule = null } = line;
  const times = [line.available_from_at, due_rule ? null : line.due_at, line.available_until_at];
  return [target, target_id, is_assigned, due_rule, ...times.map((at) => (at ? Date.parse(at) : null))];
}

/** After somebody has set dates: students' dates, the log and the news. */
export async function followDates(
  tx: Transaction,
  context: Context,
  course: Pick<CourseRow, 'id' | 'school_id'>,
  assignmentIds: readonly string[],
): Promise<ChangedWork[]> {
  const changed = await refreshWork(tx, context, {
    course_id: course.id,
    assignment_ids: assignmentIds,
    locked: 'refuse',
  });
  for (const id of assignmentIds) {
    await recordAudit(tx, context, {
      action: 'assignment.dates_changed',
      target_type: 'assignment',
      target_id: id,
      school_id: course.school_id,
    });
  }
  await tellOfDates(tx, context, course.id, changed);
  return changed;
}

/** One event for each assignment whose due time moved for anybody. */
export async function tellOfDates(
  tx: Transaction,
  context: Context,
  courseId: string,
  changed: readonly ChangedWork[],
): Promise<void> {
  const moved = changed.filter(({ is_new, due_before, due_at }) => !is_new && due_before !== due_at);
  for (const assignment_id of new Set(moved.map((row) => row.assignment_id))) {
    await publishEvent(tx, context, 'assignment.due_date_changed', { assignment_id, course_id: courseId });
  }
}

async function present(
  tx: Transaction,
  context: Context,
  id: string,
  course: CourseRow,
): Promise<AssignmentDates> {
  const taught = await selectTaughtAssignment(tx, context, id, 'assignments.read', 'see_grades');
  const { assignment, scope } = taught;
  const [lines, { time_zone }, targets] = await Promise.all([
    loadDateLines(tx, [id]),
    selectCoursePlace(tx, course.id),
    queries.listTargets(tx, course.id),
  ]);
  const students = studentsSeen(targets.students, scope);
  return {
    assignment_id: id,
    time_zone,
    due_time: courseSettings(course).due_time,
    lines: (lines.get(id) ?? []).filter((line) => isSeen(line, students, scope)),
    lock_version: assignment.lock_version,
  };
}
