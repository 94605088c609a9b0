import type { LearnerCourse, LearnerItem } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { presentWork, usualDue } from './learner-work.service.ts';
import * as queries from './learning.queries.ts';
import { courseOfLearner } from './learning.service.ts';

export { assignmentOfLearner } from './learner-assignment.service.ts';

interface StaffCourse {
  id: string;
  name: string;
  color: string | null;
  settings: unknown;
}

export interface StaffWork {
  item: LearnerItem;
  is_anonymous: boolean;
}

/** All work of a student with what is not posted, read in the same words as the student's own list. */
export async function staffWork(
  tx: Transaction,
  context: Context,
  course: StaffCourse,
  place: { student_id: string; section_ids: readonly string[]; time_zone: string },
): Promise<StaffWork[]> {
  const { student_id, section_ids, time_zone } = place;
  const rows = await queries.listLearnerWork(tx, student_id, [course.id]);
  const facts = await queries.listUnpostedFacts(tx, student_id, course.id);
  const factsOf = new Map(facts.map((fact) => [fact.assignment_id, fact]));
  const own = rows.flatMap((row) => (row.dates_from === 'student' ? row.assignment_id : []));
  const usual = own.length > 0 ? await queries.listUsualDates(tx, own) : [];
  const now = context.platform.clock.now().toISOString();
  const { id, name, color } = course;
  const shown = { id, name, color, time_zone, section_ids, settings: courseSettings(course) };
  return rows.map((row) => {
    const fact = factsOf.get(row.assignment_id);
    const is_anonymous = fact !== undefined && hidesNames(fact);
    const known = fact && !is_anonymous ? withGrade(row, fact) : { ...row, ...nothing };
    const { item } = presentWork(known, shown, usualDue(row, shown, usual), now);
    // Of the look of it: when the family gets to see it, if ever.
    return { item: { ...item, posted_at: is_anonymous ? null : row.posted_at }, is_anonymous };
  });
}

const nothing = {
  ...{ entry: null, entered_score: null, deduction: null, score: null, grade_source: null },
  ...{ grade_state: null, status_override: null, late_minutes_override: null, posted_at: null },
};

type Row = queries.LearnerWorkRow;

function withGrade(row: Row, fact: Awaited<ReturnType<typeof queries.listUnpostedFacts>>[number]): Row {
  const { entry, grade_source, grade_state, status_override, late_minutes_override } = fact;
  const { entered_score, deduction, score } = fact;
  const isGraded = grade_state !== 'none';
  return {
    ...row,
    ...{ entry, grade_source, grade_state, status_override, late_minutes_override },
    ...{ entered_score, deduction, score },
    // For the staff a grade counts from being given on.
    posted_at: row.posted_at ?? (isGraded ? (fact.graded_at ?? fact.changed_at) : null),
  };
}

/** The student's own page of the course, without work whose scores and names staff may not see together (TCH-78). */
export async function familyCourse(
  tx: Transaction,
  context: Context,
  studentId: string,
  courseId: string,
): Promise<{ course: LearnerCourse; items: LearnerItem[]; hidden_count: number }> {
  const shown = await courseOfLearner(tx, context, studentId, courseId);
  const facts = await queries.listUnpostedFacts(tx, studentId, courseId);
  const secret = new Set(facts.flatMap((fact) => (hidesNames(fact) ? [fact.assignment_id] : [])));
  const items = shown.items.filter(({ assignment_id }) => !secret.has(assignment_id));
  return { course: shown.course, items, hidden_count: shown.items.length - items.length };
}
