import { readCells } from '@k12/contracts/teaching/cell-codes';
import { newId, type Transaction } from '@k12/db';
import { courseTotals } from '@k12/grading/course-total';
import { yearGrade } from '@k12/grading/periods';
import { labelOf } from '@k12/grading/scheme';
import type { Cell } from '@k12/grading/types';
import type { Context } from '../../../platform/context.ts';
import { listCodedCells } from '../gradebook/gradebook-records.service.ts';
import type { GradedCourse } from '../student-work/grade-facts.service.ts';
import { type CourseRulesFound, loadCourseRules } from './course-rules.service.ts';
import { gradingCell } from './student-cells.rules.ts';
import * as queries from './totals.queries.ts';

/** For the job: a course that was deleted meanwhile has no totals to follow. */
export async function recalculateCourse(context: Context, courseId: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const course = await queries.selectOptionalCourse(tx, courseId);
    if (course) await recalculate(tx, context, course, null);
  });
}

/** Null students: everybody who was ever in the course. Answers how many totals were others before. */
export async function recalculate(
  tx: Transaction,
  context: Context,
  course: GradedCourse,
  students: readonly string[] | null,
): Promise<number> {
  await queries.lockTotals(tx, context.actor.tenant_id, course.id);
  const found = await loadCourseRules(tx, context, course);
  const ids = students ?? (await queries.listCourseStudentIds(tx, course.id));
  const coded = await listCodedCells(tx, {
    course_id: course.id,
    columns: found.columns,
    student_ids: ids,
    reveals: true,
  });
  const codeOf = new Map(coded.map((row) => [row.student_id, row.cells]));
  const overrides = found.year_by_periods
    ? await queries.listPeriodOverrides(tx, course.id, students)
    : new Map<string, string>();
  const values = ids.flatMap((student_id) =>
    totalsOf(student_id, cellsOf(codeOf.get(student_id) ?? '', found), { found, overrides }),
  );
  const now = context.platform.clock.now().toISOString();
  const keys = values.map(({ student_id, grading_period_id }) => ({ student_id, grading_period_id }));
  const saved = await queries.saveTotals(tx, course.id, found.scheme.id, values, now);
  return saved + (await queries.clearOtherTotals(tx, course.id, keys, now));
}

/** The cells of one student in the order of the columns, as the calculation reads them. */
function cellsOf(code: string, { columns, settings, periods }: CourseRulesFound): (Cell | null)[] {
  const cells = readCells(code, columns.length);
  return columns.map((column, at) => gradingCell(cells[at], column, { settings, spans: periods.spans }));
}

/** Those of one student, whatever of them is posted. */
export async function studentCells(
  tx: Transaction,
  courseId: string,
  studentId: string,
  found: CourseRulesFound,
): Promise<(Cell | null)[]> {
  const [coded] = await listCodedCells(tx, {
    course_id: courseId,
    columns: found.columns,
    student_ids: [studentId],
    reveals: true,
  });
  return cellsOf(coded?.cells ?? '', found);
}

interface Facts {
  found: CourseRulesFound;
  /** Set by hand, by student and period. */
  overrides: ReadonlyMap<string, string>;
}

function totalsOf(
  student_id: string,
  cells: (Cell | null)[],
  { found, overrides }: Facts,
): queries.TotalValues[] {
  const used = new Set(cells.map((cell) => cell?.period_id));
  const periods = found.periods.periods.map(({ id }) => id).filter((id) => used.has(id));
  const ofPeriods = periods.map((id) => valuesOf(student_id, id, cells, found));
  const year = valuesOf(student_id, null, cells, found);
  return [found.year_by_periods ? byPeriods(year, ofPeriods, { found, overrides }) : year, ...ofPeriods];
}

function valuesOf(
  student_id: string,
  grading_period_id: string | null,
  cells: (Cell | null)[],
  found: CourseRulesFound,
): queries.TotalValues {
  const total = (view: 'staff' | 'posted') =>
    courseTotals(found.prepared, cells, { view, period_id: grading_period_id });
  const staff = total('staff');
  const posted = total('posted');
  const percents = {
    so_far_percent: staff.so_far.percent,
    if_nothing_more_percent: staff.if_nothing_more.percent,
    posted_so_far_percent: posted.so_far.percent,
    posted_if_nothing_more_percent: posted.if_nothing_more.percent,
  };
  return {
    id: newId(),
    student_id,
    grading_period_id,
    ...percents,
    counted_cells: cells.filter((cell) => cell?.score != null).length,
    ...labelsOf(percents, found),
    details: {
      categories: staff.so_far.categories.map(({ category_id, percent }) => ({ id: category_id, percent })),
      dropped: staff.so_far.dropped,
    },
  };
}

type Percents = Pick<queries.TotalValues, (typeof percentKeys)[number]>;
const percentKeys = [
  'so_far_percent',
  'if_nothing_more_percent',
  'posted_so_far_percent',
  'posted_if_nothing_more_percent',
] as const;

function labelsOf(percents: Percents, { scheme, settings }: CourseRulesFound) {
  const isSoFar = settings.total_shown === 'so_far';
  return {
    label: labelOf(scheme, isSoFar ? percents.so_far_percent : percents.if_nothing_more_percent),
    posted_label: labelOf(
      scheme,
      isSoFar ? percents.posted_so_far_percent : percents.posted_if_nothing_more_percent,
    ),
  };
}

/** The year from its periods, as calculated or set by hand (TCH-115). */
function byPeriods(
  year: queries.TotalValues,
  ofPeriods: readonly queries.TotalValues[],
  { found, overrides }: Facts,
): queries.TotalValues {
  const percentOf = (key: (typeof percentKeys)[number]) =>
    yearGrade(
      found.periods.periods.map(({ id, weight_percent }) => ({
        period_id: id,
        weight: weight_percent,
        percent:
          overrides.get(`${year.student_id}/${id}`) ??
          ofPeriods.find(({ grading_period_id }) => grading_period_id === id)?.[key] ??
          null,
      })),
    ).percent;
  const percents = Object.fromEntries(percentKeys.map((key) => [key, percentOf(key)])) as unknown as Percents;
  return { ...year, ...percents, ...labelsOf(percents, found) };
}
