import type { Transaction } from '@k12/db';
import { type PeriodFacts, type PeriodSpan, periodOf, periodSpans } from '@k12/grading/periods';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './grading-periods.queries.ts';
import { covers, isLocked } from './period-locks.rules.ts';

export interface CoursePeriods {
  time_zone: string;
  periods: queries.PeriodRow[];
  spans: PeriodSpan[];
  /** Whether this student's grades of an item may not change any more, for whoever acts (TCH-121). */
  isLocked(facts: PeriodFacts, studentId: string): boolean;
}

interface Place {
  id: string;
  school_id: string;
  academic_year_id: string;
}

/** The periods a course is graded in, and which of them are closed to the caller. */
export async function coursePeriods(
  tx: Transaction,
  context: Context,
  course: Place,
): Promise<CoursePeriods> {
  const now = context.platform.clock.now();
  const [periods, { time_zone }] = await Promise.all([
    queries.listPeriods(tx, course),
    queries.selectSchoolZone(tx, course.school_id),
  ]);
  const locked = new Set(periods.filter((period) => isLocked(period, now)).map(({ id }) => id));
  const reopens = await queries.listReopens(tx, [...locked], now.toISOString());
  const spans = periodSpans(
    periods.map(({ id, starts_on, ends_on, weight_percent }) => ({
      id,
      starts_on,
      ends_on,
      weight: weight_percent,
    })),
    time_zone,
  );
  return {
    time_zone,
    periods,
    spans,
    isLocked: (facts, student_id) => {
      if (locked.size === 0) return false;
      const period = periodOf(facts, spans);
      if (period === null || !locked.has(period)) return false;
      const change = { course_id: course.id, teacher_id: context.actor.user_id, student_id };
      return !reopens.some((reopen) => reopen.grading_period_id === period && covers(reopen, change));
    },
  };
}

/** For what changes totals of everybody at once, weights for example: refused while one of the periods is locked. */
export function requireOpenPeriods({ periods }: CoursePeriods, now: Date): void {
  const closed = periods.filter((period) => isLocked(period, now));
  if (closed.length === 0) return;
  throw new Problem('period_locked', { context: { periods: closed.map(({ name }) => name) } });
}
