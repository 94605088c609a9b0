import { readCells } from '@k12/contracts/teaching/cell-codes';
import { newId, type Transaction } from '@k12/db';
import { courseTotals } from '@k12/grading/course-total';
import { labelOf } from '@k12/grading/scheme';
import type { Cell, Totals } from '@k12/grading/types';
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

/** Null students: everybody who was ever in the course. */
export async function recalculate(
  tx: Transaction,
  context: Context,
  course: GradedCourse,
  students: readonly string[] | null,
): Promise<void> {
  await queries.lockTotals(tx, context.actor.tenant_id, course.id);
  const found = await loadCourseRules(tx, context, course);
  const ids = students ?? (await queries.listCourseStudentIds(tx, course.id));
  const coded = await listCodedCells(tx, {
    course_id: course.id,
    columns: found.columns,
    student_ids: students,
    since: null,
    reveals: true,
  });
  const codeOf = new Map(coded.map((row) => [row.student_id, row.cells]));
  const values = ids.flatMap((student_id) => totalsOf(student_id, codeOf.get(student_id) ?? '', found));
  const now = context.platform.clock.now().toISOString();
  await queries.saveTotals(tx, course.id, found.scheme.id, values, now);
}

/** The cells of one student in the order of the columns, as the calculation reads them. */
export function cellsOf(code: string, { columns, settings, periods }: CourseRulesFound): (Cell | null)[] {
  const cells = readCells(code, columns.length);
  return columns.map((column, at) => gradingCell(cells[at], column, { settings, spans: periods.spans }));
}

function totalsOf(student_id: string, code: string, found: CourseRulesFound): queries.TotalValues[] {
  const cells = cellsOf(code, found);
  const used = new Set(cells.map((cell) => cell?.period_id));
  const spans = [null, ...found.periods.periods.map(({ id }) => id).filter((id) => used.has(id))];
  return spans.map((grading_period_id) => {
    const total = (view: 'staff' | 'posted') =>
      courseTotals(found.prepared, cells, { view, period_id: grading_period_id });
    const staff = total('staff');
    const posted = total('posted');
    const shown = ({ so_far, if_nothing_more }: Totals) =>
      found.settings.total_shown === 'so_far' ? so_far.percent : if_nothing_more.percent;
    return {
      id: newId(),
      student_id,
      grading_period_id,
      so_far_percent: staff.so_far.percent,
      if_nothing_more_percent: staff.if_nothing_more.percent,
      posted_so_far_percent: posted.so_far.percent,
      posted_if_nothing_more_percent: posted.if_nothing_more.percent,
      counted_cells: cells.filter((cell) => cell?.score != null).length,
      label: labelOf(found.scheme, shown(staff)),
      posted_label: labelOf(found.scheme, shown(posted)),
      details: {
        categories: staff.so_far.categories.map(({ category_id, percent }) => ({ id: category_id, percent })),
        dropped: staff.so_far.dropped,
      },
    };
  });
}
