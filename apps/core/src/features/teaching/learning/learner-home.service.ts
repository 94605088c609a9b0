import type { LearnerHome } from '@k12/contracts/teaching/learning';
import type { Transaction } from '@k12/db';
import { instantOf } from '@k12/grading/local-time';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { selectTenant } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { meetingsOfSections } from '../courses/section-meetings.service.ts';
import { schoolYear } from '../school-days/school-years.service.ts';
import { selectLearner } from './learner-access.service.ts';
import { loadWork, toDosOf, workCourse } from './learner-work.service.ts';
import * as queries from './learning.queries.ts';
import { currentRows } from './learning.service.ts';

const shownToDos = 8;
const shownFeedback = 4;
const dayMs = 86_400_000;
const oldAfterMs = 14 * dayMs;

/** The note on the fridge: what is now, what is due, what was said (PPL-01). */
export async function getHome(context: Context, studentId: string): Promise<LearnerHome> {
  return context.readTenant(async (tx) => {
    const { student_id } = await selectLearner(tx, context, studentId);
    const student = await queries.selectStudent(tx, student_id);
    const rows = await currentRows(tx, context, student_id);
    const works = await loadWork(tx, context, student_id, workCourse(rows));
    const toDos = toDosOf(works);
    const now = context.platform.clock.now();
    const soon = now.getTime() + 7 * dayMs;
    const within = toDos.filter(({ due_at }) => due_at !== null && Date.parse(due_at) <= soon);
    const time_zone =
      rows[0]?.time_zone ?? (await selectTenant(context.platform, context.actor.tenant_id)).time_zone;
    return {
      student: { id: student.id, name: displayName(student) },
      given_name: student.preferred_name ?? student.given_name,
      today: dayIn(time_zone, now),
      time_zone,
      ...(await classesToday(tx, context, rows, time_zone)),
      to_dos: toDos.filter((item) => !isOld(item, now)).slice(0, shownToDos),
      older_count: toDos.filter((item) => isOld(item, now)).length,
      minutes: within.reduce((sum, { estimated_minutes }) => sum + (estimated_minutes ?? 0), 0),
      feedback: await feedbackOf(
        tx,
        student_id,
        works.map(({ item }) => item),
      ),
    };
  });
}

/** So long overdue that it would hide what can still be done (PPL-07). */
function isOld({ due_at, status }: { due_at: string | null; status: string }, now: Date): boolean {
  return status !== 'revision' && due_at !== null && Date.parse(due_at) < now.getTime() - oldAfterMs;
}

type Items = Parameters<typeof toDosOf>[0][number]['item'][];

async function feedbackOf(
  tx: Transaction,
  studentId: string,
  items: Items,
): Promise<LearnerHome['feedback']> {
  const posted = items
    .filter(({ posted_at }) => posted_at !== null)
    .sort((a, b) => (b.posted_at ?? '').localeCompare(a.posted_at ?? ''))
    .slice(0, shownFeedback);
  const ids = posted.map(({ assignment_id }) => assignment_id);
  const comments = new Map(
    (await queries.listPostedComments(tx, studentId, ids)).map(({ assignment_id, body }) => [
      assignment_id,
      body,
    ]),
  );
  return posted.map((item) => ({ ...item, comment: comments.get(item.assignment_id) ?? null }));
}

/** By the meetings of the student's sections and the days of the school (PPL-04). */
async function classesToday(
  tx: Transaction,
  context: Context,
  rows: readonly queries.EnrolledRow[],
  timeZone: string,
): Promise<Pick<LearnerHome, 'now' | 'next' | 'is_school_day' | 'rotation_day'>> {
  const [first] = rows;
  if (!first) return { now: null, next: null, is_school_day: false, rotation_day: null };
  const same = rows.filter(
    ({ school_id, academic_year_id }) =>
      school_id === first.school_id && academic_year_id === first.academic_year_id,
  );
  const year = await schoolYear(tx, first.school_id, first.academic_year_id);
  const sections = same.map(({ section_id, school_id }) => ({ id: section_id, school_id }));
  const meetings = await meetingsOfSections(tx, sections, new Map([[first.school_id, year]]));
  const now = context.platform.clock.now();
  const today = dayIn(timeZone, now);
  const date = year.dates.find(({ day }) => day === today);
  const classes = same
    .flatMap((row) =>
      (meetings.get(row.section_id) ?? [])
        .filter(({ day }) => day === today)
        .map((meeting) => ({
          course_id: row.id,
          course_name: row.name,
          section_name: row.section_name,
          starts_at: instantOf(timeZone, today, meeting.starts_at),
          ends_at: instantOf(timeZone, today, meeting.ends_at),
        })),
    )
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  const at = now.toISOString();
  return {
    now: classes.find(({ starts_at, ends_at }) => starts_at <= at && at < ends_at) ?? null,
    next: classes.find(({ starts_at }) => starts_at > at) ?? null,
    is_school_day: date !== undefined,
    rotation_day: date?.rotation_day ?? null,
  };
}
