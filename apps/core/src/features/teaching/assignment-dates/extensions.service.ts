import type { ExtensionResult, ExtensionsCreate } from '@k12/contracts/teaching/assignment-dates';
import type { Transaction } from '@k12/db';
import { addLocalDays } from '@k12/grading/local-time';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import { assignmentsOfCourse, bumpAssignment } from '../assignments/assignment-versions.service.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { coursePeriods } from '../grading-periods/period-locks.service.ts';
import { refreshWork } from '../student-work/work-dates.service.ts';
import * as queries from './assignment-dates.queries.ts';
import { tellOfDates } from './assignment-dates.service.ts';

/** More time for students, each cell with its own result; lateness and deductions follow at once (TCH-34). */
export async function createExtensions(
  context: Context,
  courseId: string,
  input: ExtensionsCreate,
): Promise<{ data: ExtensionResult[] }> {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectCourseForChange(tx, context, courseId, { keeps_to_scope: true });
    if ((input.due_at === undefined) === (input.extra_days === undefined)) {
      throw invalid('/due_at', 'one_of_two', 'A new due time or days on top, one of the two.');
    }
    const inCourse = await assignmentsOfCourse(tx, courseId);
    const assignments = inCourse.filter(({ id }) => input.assignment_ids.includes(id));
    const rows = await queries.listResolvedDates(
      tx,
      input.assignment_ids,
      input.student_ids,
      scope.section_ids,
    );
    const periods = await coursePeriods(tx, context, course);
    const lines: queries.NewDateLine[] = [];
    const data = input.assignment_ids.flatMap((assignment_id) =>
      input.student_ids.map((student_id): ExtensionResult => {
        const refuse = (code: string): ExtensionResult => ({
          assignment_id,
          student_id,
          status: 'refused',
          code,
          due_at: null,
        });
        const assignment = assignments.find(({ id }) => id === assignment_id);
        const row = rows.find((one) => one.assignment_id === assignment_id && one.student_id === student_id);
        if (!assignment || !row?.is_assigned) return refuse('not_assigned');
        const due_at = newDue(input, row.due_at, periods.time_zone);
        if (due_at === null) return refuse('no_due_date');
        const { grading_period_id: assigned_period_id, published_at } = assignment;
        const isLocked = [row.due_at, due_at].some((due) =>
          periods.isLocked({ assigned_period_id, due_at: due, published_at }, student_id),
        );
        if (isLocked) return refuse('period_locked');
        lines.push(lineOf(input, row, due_at));
        return { assignment_id, student_id, status: 'done', code: null, due_at };
      }),
    );
    await store(tx, context, course, lines);
    return { data };
  });
}

type Resolved = Awaited<ReturnType<typeof queries.listResolvedDates>>[number];

function newDue(
  { due_at, extra_days = 0 }: ExtensionsCreate,
  before: string | null,
  timeZone: string,
): string | null {
  if (due_at !== undefined) return new Date(due_at).toISOString();
  return before && addLocalDays(timeZone, before, extra_days);
}

/** The student's other dates stay; what is open closes no earlier than the new due time. */
function lineOf(input: ExtensionsCreate, row: Resolved, due_at: string): queries.NewDateLine {
  const until = input.available_until_at === undefined ? row.available_until_at : input.available_until_at;
  const from = row.available_from_at;
  return {
    assignment_id: row.assignment_id,
    target: 'student',
    target_id: row.student_id,
    is_assigned: true,
    available_from_at: from && Date.parse(from) <= Date.parse(due_at) ? from : null,
    due_at,
    available_until_at: until && Date.parse(until) < Date.parse(due_at) ? due_at : until,
    reason: input.reason ?? null,
  };
}

async function store(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  lines: readonly queries.NewDateLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await queries.putDateLines(tx, lines, context.platform.clock.now().toISOString());
  const assignment_ids = [...new Set(lines.map(({ assignment_id }) => assignment_id))];
  const student_ids = [...new Set(lines.map(({ target_id }) => target_id ?? ''))];
  const changed = await refreshWork(tx, context, { course_id: course.id, assignment_ids, student_ids });
  for (const id of assignment_ids) {
    await bumpAssignment(tx, context, id, null);
    await recordAudit(tx, context, {
      action: 'assignment.extended',
      target_type: 'assignment',
      target_id: id,
      school_id: course.school_id,
      changes: { students_count: lines.filter(({ assignment_id }) => assignment_id === id).length },
    });
  }
  await tellOfDates(tx, context, course.id, changed);
}
