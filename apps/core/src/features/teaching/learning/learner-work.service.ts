import type { CourseSettings, LatePolicy } from '@k12/contracts/teaching/course-settings';
import type { LearnerItem } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import { cellStatus } from '@k12/grading/cell-status';
import { expectsWork } from '@k12/grading/missing';
import type { Context } from '../../../platform/context.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { latePolicyOf } from '../student-work/late-policy.rules.ts';
import { isToDo, type LearnerFacts, statusOf } from './learner-status.rules.ts';
import * as queries from './learning.queries.ts';

/** What of a course its work depends on. */
export interface WorkCourse {
  id: string;
  name: string;
  color: string | null;
  time_zone: string;
  settings: CourseSettings;
  section_ids: readonly string[];
}

export interface LearnerWork {
  item: LearnerItem;
  is_to_do: boolean;
}

/** All work of a student in these courses, as far as they may know of it. */
export async function loadWork(
  tx: Transaction,
  context: Context,
  studentId: string,
  courses: readonly WorkCourse[],
): Promise<LearnerWork[]> {
  if (courses.length === 0) return [];
  const byId = new Map(courses.map((course) => [course.id, course]));
  const rows = await queries.listLearnerWork(tx, studentId, [...byId.keys()]);
  const own = rows.filter(({ dates_from }) => dates_from === 'student').map((row) => row.assignment_id);
  const usual = own.length > 0 ? await queries.listUsualDates(tx, own) : [];
  const now = context.platform.clock.now().toISOString();
  return rows.flatMap((row): LearnerWork[] => {
    const course = byId.get(row.course_id);
    if (!course) return [];
    const work = presentWork(row, course, usualDue(row, course, usual), now);
    // Some courses show nothing before it opens (TCH-37).
    const isHidden = work.item.status === 'not_open' && course.settings.before_available === 'nothing';
    return isHidden ? [] : [work];
  });
}

type UsualDates = Awaited<ReturnType<typeof queries.listUsualDates>>;

/** What the student would have had without a date of their own; null when there is none. */
export function usualDue(
  row: Pick<queries.LearnerWorkRow, 'assignment_id' | 'dates_from'>,
  { section_ids }: Pick<WorkCourse, 'section_ids'>,
  dates: UsualDates,
): string | null {
  if (row.dates_from !== 'student') return null;
  const own = dates.filter(({ assignment_id }) => assignment_id === row.assignment_id);
  const section = own.find(({ section_id }) => section_id !== null && section_ids.includes(section_id));
  return (section ?? own.find(({ target }) => target === 'everyone'))?.due_at ?? null;
}

export function presentWork(
  row: queries.LearnerWorkRow,
  course: WorkCourse,
  usual_due_at: string | null,
  now: string,
): LearnerWork {
  const facts = factsOf(row, latePolicyOf(row, course.settings), now);
  const status = statusOf(facts);
  const item = {
    assignment_id: row.assignment_id,
    course_id: course.id,
    course_name: course.name,
    course_color: course.color,
    title: row.title,
    kind: row.kind,
    category_name: row.category_name,
    due_at: row.due_at,
    available_from_at: row.available_from_at,
    available_until_at: row.available_until_at,
    time_zone: course.time_zone,
    is_extended: isLater(row.due_at, usual_due_at),
    estimated_minutes: row.estimated_minutes,
    points_possible: row.points_possible,
    grading_type: row.grading_type,
    status,
    is_late: cellStatus(facts.cell, facts.column, now).is_late,
    submitted_at: row.submitted_at,
    ...{ entry: row.entry, entered_score: row.entered_score, score: row.score, posted_at: row.posted_at },
    deduction: row.deduction === '0' ? null : row.deduction,
    is_by_policy: row.grade_source === 'policy',
    is_extra_credit: row.is_extra_credit,
    counts_toward_total: row.counts_toward_total,
  };
  return { item, is_to_do: isToDo(status, facts) };
}

function isLater(own: string | null, usual: string | null): boolean {
  return own !== null && usual !== null && Date.parse(own) > Date.parse(usual);
}

function factsOf(row: queries.LearnerWorkRow, policy: LatePolicy | null, now: string): LearnerFacts {
  return {
    now,
    assignment_state: row.assignment_state,
    submission_types: row.submission_types,
    available_from_at: row.available_from_at,
    available_until_at: row.available_until_at,
    submission_state: row.submission_state,
    cell: {
      state: row.grade_state ?? 'none',
      score: row.score,
      is_submitted: row.submitted_at !== null,
      is_posted: row.posted_at !== null,
      is_policy: row.grade_source === 'policy',
      is_before_enrollment: row.is_before_enrollment,
      is_anonymous: false,
      override: row.status_override,
      late_minutes: Math.ceil(row.late_seconds / 60),
      due_at: undefined,
    },
    column: {
      due_at: row.due_at,
      late_policy: policy,
      expects_submission: expectsWork(row),
      has_automatic_labels: row.has_automatic_labels,
    },
  };
}

/** Overdue first, then by due time, then by title; without a due time last (PPL-10). */
export function toDosOf(works: readonly LearnerWork[]): LearnerItem[] {
  const order = (item: LearnerItem) =>
    item.due_at === null ? Number.MAX_SAFE_INTEGER : Date.parse(item.due_at);
  return works
    .filter(({ is_to_do }) => is_to_do)
    .map(({ item }) => item)
    .sort((a, b) => order(a) - order(b) || a.title.localeCompare(b.title));
}

export function workCourse(rows: readonly queries.EnrolledRow[]): WorkCourse[] {
  const courses = new Map<string, WorkCourse & { section_ids: string[] }>();
  for (const { id, name, color, time_zone, settings, section_id } of rows) {
    const known = courses.get(id);
    if (known) known.section_ids.push(section_id);
    else {
      const course = { id, name, color, time_zone, settings: courseSettings({ settings }) };
      courses.set(id, { ...course, section_ids: [section_id] });
    }
  }
  return [...courses.values()];
}
