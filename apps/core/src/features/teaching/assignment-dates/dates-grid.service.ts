import type { FieldProblem } from '@k12/contracts';
import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import type {
  DatesGrid,
  DatesGridChange,
  DatesGridRow,
  DatesGridUpdate,
} from '@k12/contracts/teaching/assignment-dates';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import {
  type AssignmentRow,
  rightsIn,
  selectCourseForChange,
} from '../assignments/assignment-access.service.ts';
import { assignmentsOfCourse, bumpAssignment } from '../assignments/assignment-versions.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import * as queries from './assignment-dates.queries.ts';
import { orderProblems } from './assignment-dates.rules.ts';
import { followDates } from './assignment-dates.service.ts';
import { selectCoursePlace } from './course-place.queries.ts';
import { loadDateLines } from './date-lines.service.ts';

export async function getDatesGrid(context: Context, courseId: string): Promise<DatesGrid> {
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, courseId, 'assignments.read', 'see_grades');
    return present(tx, context, course);
  });
}

/** All changes or none: each failure is named by its place, so that the grid can mark them together (TCH-35). */
export async function putDatesGrid(
  context: Context,
  courseId: string,
  { changes }: DatesGridUpdate,
): Promise<DatesGrid> {
  return context.withTenant(async (tx) => {
    const { course } = await selectCourseForChange(tx, context, courseId);
    const assignments = await assignmentsOfCourse(tx, courseId);
    const lines = await loadDateLines(
      tx,
      assignments.map(({ id }) => id),
    );
    const { sections } = await queries.listTargets(tx, courseId);
    const merged = changes.map((change) => merge(change, lines.get(change.assignment_id) ?? []));
    const known = {
      assignments: new Map(assignments.map((assignment) => [assignment.id, assignment])),
      section_ids: new Set(sections.map(({ id }) => id)),
    };
    const errors = changes.flatMap((change, at) =>
      problemsOf(change, merged[at] as Merged, known, `/changes/${at}`),
    );
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    await store(tx, context, merged);
    const ids = [...new Set(changes.map(({ assignment_id }) => assignment_id))];
    for (const id of ids) await bumpAssignment(tx, context, id, null);
    await followDates(tx, context, course, ids);
    return present(tx, context, course);
  });
}

type Merged = queries.NewDateLine & { assignment_id: string };

/** The line as it will be: what the change says over what was set, or over what holds for everyone. */
function merge(change: DatesGridChange, lines: readonly AssignmentDate[]): Merged {
  const { assignment_id, section_id, lock_version: _version, ...times } = change;
  const target = section_id ? ('section' as const) : ('everyone' as const);
  const own = lines.find((line) => line.target === target && line.target_id === section_id);
  const base = own ?? lines.find((line) => line.target === 'everyone');
  const { available_from_at = null, due_at = null, due_rule = null, available_until_at = null } = base ?? {};
  const line = { available_from_at, due_at, due_rule, available_until_at, ...times };
  // A due time replaces a rule and the other way round.
  if (times.due_at) line.due_rule = null;
  if (times.due_rule) line.due_at = null;
  return { assignment_id, target, target_id: section_id, is_assigned: own?.is_assigned ?? true, ...line };
}

function problemsOf(
  change: DatesGridChange,
  merged: Merged,
  known: { assignments: ReadonlyMap<string, AssignmentRow>; section_ids: ReadonlySet<string> },
  place: string,
): FieldProblem[] {
  const assignment = known.assignments.get(change.assignment_id);
  if (!assignment) {
    return [{ pointer: `${place}/assignment_id`, code: 'unknown', detail: 'Is not in this course.' }];
  }
  if (change.section_id && !known.section_ids.has(change.section_id)) {
    return [{ pointer: `${place}/section_id`, code: 'unknown_section', detail: 'Is not in this course.' }];
  }
  if (assignment.lock_version !== change.lock_version) {
    const detail = 'Somebody else changed this assignment in the meantime.';
    return [{ pointer: `${place}/lock_version`, code: 'version_conflict', detail }];
  }
  return orderProblems(merged, place);
}

async function store(tx: Transaction, context: Context, merged: readonly Merged[]): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  const byTarget = new Map(merged.map((line) => [`${line.assignment_id} ${line.target_id}`, line]));
  const lines = [...byTarget.values()];
  // A section whose own dates are all taken away has those of everyone again.
  const gone = lines.filter((line) => line.target === 'section' && line.is_assigned && isEmpty(line));
  for (const line of gone) await queries.deleteSectionLine(tx, line.assignment_id, line.target_id ?? '');
  await queries.putDateLines(
    tx,
    lines.filter((line) => !gone.includes(line)),
    now,
  );
}

function isEmpty({ available_from_at, due_at, due_rule, available_until_at }: Merged): boolean {
  return !available_from_at && !due_at && !due_rule && !available_until_at;
}

async function present(tx: Transaction, context: Context, course: CourseRow): Promise<DatesGrid> {
  const assignments = await assignmentsOfCourse(tx, course.id);
  const [lines, targets, place, rights] = await Promise.all([
    loadDateLines(
      tx,
      assignments.map(({ id }) => id),
    ),
    queries.listTargets(tx, course.id),
    selectCoursePlace(tx, course.id),
    rightsIn(tx, context, course),
  ]);
  return {
    time_zone: place.time_zone,
    due_time: courseSettings(course).due_time,
    sections: targets.sections,
    rows: assignments.map((assignment) =>
      presentRow(assignment, lines.get(assignment.id) ?? [], targets.sections),
    ),
    can_update: rights.is_open && rights.may_write,
  };
}

function presentRow(
  assignment: AssignmentRow,
  lines: readonly AssignmentDate[],
  sections: readonly { id: string }[],
): DatesGridRow {
  const timesOf = (line: AssignmentDate | undefined) => line ?? null;
  return {
    assignment_id: assignment.id,
    title: assignment.title,
    state: assignment.state as DatesGridRow['state'],
    everyone: timesOf(lines.find(({ target }) => target === 'everyone')),
    sections: sections.map(({ id }) => ({
      section_id: id,
      times: timesOf(lines.find(({ target, target_id }) => target === 'section' && target_id === id)),
    })),
    others_count: lines.filter(({ target }) => target === 'group' || target === 'student').length,
    lock_version: assignment.lock_version,
  };
}
