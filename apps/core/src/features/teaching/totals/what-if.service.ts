import type { WhatIfCourse, WhatIfItem } from '@k12/contracts/teaching/what-if';
import type { Transaction } from '@k12/db';
import type { Cell, Penalty } from '@k12/grading/types';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { courseOfLearner } from '../learning/learning.service.ts';
import { loadGradeFacts } from '../student-work/grade-facts.service.ts';
import { latePenalty } from '../student-work/late-deduction.rules.ts';
import { type CourseRulesFound, loadCourseRules } from './course-rules.service.ts';
import * as queries from './totals.queries.ts';
import { studentCells } from './totals.service.ts';

/**
 * What a student's own total is worked out from, so that they can try scores. Posted grades alone, of work they may
 * know of; what they try never leaves their device (PPL-21, PPL-23, PPL-24).
 */
export async function whatIfCourse(
  context: Context,
  studentId: string,
  courseId: string,
): Promise<WhatIfCourse> {
  if (context.actor.user_id !== studentId) throw new Problem('not_found');
  return context.readTenant(async (tx) => {
    const { items: known } = await courseOfLearner(tx, context, studentId, courseId);
    const course = await queries.selectOptionalCourse(tx, courseId);
    if (!course) throw new Problem('not_found');
    const found = await loadCourseRules(tx, context, course);
    if (found.settings.totals_for_students !== 'yes') throw new Problem('totals_hidden');
    const cells = await studentCells(tx, courseId, studentId, found);
    const penalties = await penaltiesOf(tx, context, course, found, studentId);
    const kept = await queries.listTotalsOf(tx, courseId, [studentId]);
    const isKnown = new Set(known.map(({ assignment_id }) => assignment_id));
    return {
      ...sharedByAll(found),
      course_id: courseId,
      items: found.columns.flatMap((column, at) => {
        const cell = cells[at];
        return cell && isKnown.has(column.id) ? [itemOf(column, cell, penalties.get(column.id) ?? null)] : [];
      }),
      periods: periodsOf(found, kept),
      is_overridden: kept.some((total) => total.grading_period_id === null && isSetByHand(total)),
    };
  });
}

type Kept = Awaited<ReturnType<typeof queries.listTotalsOf>>;

const isSetByHand = ({ override_percent, override_label }: Kept[number]) =>
  override_percent !== null || override_label !== null;

function sharedByAll({ prepared, settings, scheme, categories }: CourseRulesFound) {
  const { calculation, category_cap, total_cap } = prepared.rules;
  const { bands, rounding, letter_value } = scheme;
  return {
    calculation,
    category_cap,
    total_cap,
    kind: settings.total_shown,
    categories: categories.map(
      ({ id, name, weight_percent, drop_lowest, drop_highest, is_extra_credit }) => ({
        ...{ id, name, drop_lowest, drop_highest },
        weight: weight_percent,
        extra_credit: is_extra_credit,
      }),
    ),
    scheme: { bands: [...bands], rounding, letter_value },
  };
}

function itemOf(
  column: CourseRulesFound['columns'][number],
  cell: Cell,
  penalty: Penalty | null,
): WhatIfItem {
  const { id, title, category_id, points_possible, grading_type, counts_toward_total } = column;
  const { period_id, due_at, is_posted, outstanding } = cell;
  const { state, entered_score, deduction, score } = is_posted ? cell : withoutGrade;
  return {
    ...{ id, title, category_id, points_possible, grading_type, counts_toward_total },
    extra_credit: column.is_extra_credit,
    never_drop: column.is_never_dropped,
    ...{ state, entered_score, deduction, score, period_id, due_at, outstanding, penalty },
    // A mark without a grade is nothing that the student has not seen.
    is_posted: is_posted && state !== 'none',
  };
}

const withoutGrade = { state: 'none', entered_score: null, deduction: null, score: null } as const;

/** By when work came in; what a teacher set by hand only once it is posted, for it would tell of a grade (PPL-18). */
async function penaltiesOf(
  tx: Transaction,
  context: Context,
  course: NonNullable<Awaited<ReturnType<typeof queries.selectOptionalCourse>>>,
  { columns }: CourseRulesFound,
  studentId: string,
): Promise<Map<string, Penalty | null>> {
  const facts = await loadGradeFacts(tx, context, course, columns);
  const works = await queries.listWorkTimes(tx, course.id, studentId);
  const workOf = new Map(works.map((work) => [work.assignment_id, work]));
  return new Map(
    columns.map((column) => {
      const work = workOf.get(column.id);
      if (!work) return [column.id, null];
      const isPosted = work.posted_at !== null;
      const grade = {
        grade_state: 'graded' as const,
        status_override: isPosted ? work.status_override : null,
        late_minutes_override: isPosted ? work.late_minutes_override : null,
      };
      return [column.id, latePenalty(work, column, grade, facts)];
    }),
  );
}

function periodsOf({ year_by_periods, periods }: CourseRulesFound, kept: Kept): WhatIfCourse['periods'] {
  if (!year_by_periods) return null;
  return periods.periods.map(({ id, name, weight_percent }) => ({
    ...{ id, name },
    weight: weight_percent,
    override: kept.find(({ grading_period_id }) => grading_period_id === id)?.override_percent ?? null,
  }));
}
