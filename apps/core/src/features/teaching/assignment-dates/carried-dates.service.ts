import type { AssignmentDate } from '@k12/contracts/teaching/assignment-date-records';
import type { Transaction } from '@k12/db';
import type { SchoolCalendar } from '@k12/grading/shift-days';
import { indexOnOrAfter } from '@k12/plan-content/school-dates';
import type { Context } from '../../../platform/context.ts';
import { bumpAssignment } from '../assignments/assignment-versions.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import * as queries from './assignment-dates.queries.ts';
import { followDates } from './assignment-dates.service.ts';
import { listLinkedWork, selectCourseOf } from './carried-dates.queries.ts';
import { selectCoursePlace } from './course-place.queries.ts';
import { loadDateLines } from './date-lines.service.ts';
import { shiftedLine } from './shifted-line.rules.ts';

/** A lesson that goes to another day in a section. */
export interface LessonMove {
  lesson_plan_id: string;
  section_id: string;
  from_on: string;
  to_on: string;
}

/** The due time of work that belongs to a moved lesson, and where it would go. */
export interface CarriedDate {
  assignment_id: string;
  title: string;
  /** Null for everyone. */
  section_id: string | null;
  from_at: string;
  to_at: string;
  /** Somebody has handed in: the date stays. */
  is_blocked: boolean;
}

interface Carried {
  dates: CarriedDate[];
  /** By assignment: how its dates were, how they are, and its version once they are written. */
  changes: {
    assignment_id: string;
    title: string;
    before: AssignmentDate[];
    after: AssignmentDate[];
    lock_version: number;
  }[];
}

/**
 * Due dates keep their distance in school days from their lesson. What is due for everyone moves when the lesson moves
 * in every section that has it, by the widest step (PLN-186).
 */
export async function planCarriedDates(
  tx: Transaction,
  courseId: string,
  moves: readonly LessonMove[],
  sectionsOf: (lessonId: string) => ReadonlySet<string>,
): Promise<Carried> {
  const work = await listLinkedWork(
    tx,
    courseId,
    moves.map(({ lesson_plan_id }) => lesson_plan_id),
  );
  if (work.length === 0) return { dates: [], changes: [] };
  const place = await selectCoursePlace(tx, courseId);
  const year = await schoolYear(tx, place.school_id, place.academic_year_id);
  const calendar = { time_zone: place.time_zone, days: year.dates.map(({ day }) => day) };
  const lines = await loadDateLines(
    tx,
    work.map(({ id }) => id),
  );
  const carried: Carried = { dates: [], changes: [] };
  for (const one of work) {
    const steps = stepsOf(moves, one.lesson_plan_id ?? '', calendar.days);
    const covers = sectionsOf(one.lesson_plan_id ?? '');
    const everyone = [...covers].every((id) => steps.has(id)) ? widest([...steps.values()]) : 0;
    const stepOf = (line: AssignmentDate) =>
      line.target === 'everyone'
        ? everyone
        : line.target === 'section'
          ? (steps.get(line.target_id ?? '') ?? 0)
          : 0;
    const before = lines.get(one.id) ?? [];
    const after = before.map((line) => shifted(line, stepOf(line), calendar));
    const dates = before.flatMap((line, at) => dateOf(one, line, after[at]));
    carried.dates.push(...dates);
    if (dates.length > 0 && !one.has_work) {
      const { id: assignment_id, title, lock_version } = one;
      carried.changes.push({ assignment_id, title, before, after, lock_version: lock_version + 1 });
    }
  }
  return carried;
}

/** Writes what was planned; students learn of it as of every change of a due date. */
export async function carryDates(
  tx: Transaction,
  context: Context,
  course: { id: string; school_id: string },
  changes: Carried['changes'],
): Promise<void> {
  for (const { assignment_id, after } of changes) await writeLines(tx, context, assignment_id, after);
  const ids = changes.map(({ assignment_id }) => assignment_id);
  if (ids.length > 0) await followDates(tx, context, course, ids);
}

/** Back to how they were, unless somebody changed the assignment since. */
export async function restoreDates(
  tx: Transaction,
  context: Context,
  given: { assignment_id: string; lock_version: number; lines: readonly AssignmentDate[] },
): Promise<boolean> {
  const { assignment_id, lock_version, lines } = given;
  const course = await selectCourseOf(tx, assignment_id);
  if (!course || !(await bumpAssignment(tx, context, assignment_id, lock_version))) return false;
  await putLines(tx, context, assignment_id, lines);
  await followDates(tx, context, course, [assignment_id]);
  return true;
}

async function writeLines(tx: Transaction, context: Context, id: string, lines: readonly AssignmentDate[]) {
  await bumpAssignment(tx, context, id, null);
  await putLines(tx, context, id, lines);
}

function putLines(
  tx: Transaction,
  context: Context,
  assignment_id: string,
  lines: readonly AssignmentDate[],
) {
  const rows = lines.map(({ target_name: _name, ...line }) => ({ ...line, assignment_id }));
  return queries.putDateLines(tx, rows, context.platform.clock.now().toISOString());
}

/** School days that a lesson goes on in each section; of several meetings the first counts. */
function stepsOf(
  moves: readonly LessonMove[],
  lessonId: string,
  days: readonly string[],
): Map<string, number> {
  const slots = days.map((day) => ({ day }));
  const steps = new Map<string, number>();
  for (const { lesson_plan_id, section_id, from_on, to_on } of moves) {
    if (lesson_plan_id !== lessonId || steps.has(section_id)) continue;
    steps.set(section_id, indexOnOrAfter(slots, to_on) - indexOnOrAfter(slots, from_on));
  }
  return steps;
}

function widest(steps: readonly number[]): number {
  return steps.reduce((most, step) => (Math.abs(step) > Math.abs(most) ? step : most), 0);
}

/** What would leave the school year stays as it is, whole. */
function shifted(line: AssignmentDate, step: number, calendar: SchoolCalendar): AssignmentDate {
  if (step === 0) return line;
  return shiftedLine(line, ['due_at', 'available_until_at'], step, calendar) ?? line;
}

function dateOf(
  work: { id: string; title: string; has_work: boolean },
  before: AssignmentDate,
  after: AssignmentDate | undefined,
): CarriedDate[] {
  if (!before.due_at || !after?.due_at || before.due_at === after.due_at) return [];
  return [
    {
      assignment_id: work.id,
      title: work.title,
      section_id: before.target === 'section' ? before.target_id : null,
      from_at: before.due_at,
      to_at: after.due_at,
      is_blocked: work.has_work,
    },
  ];
}
