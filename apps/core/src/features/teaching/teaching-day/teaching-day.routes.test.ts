import { getTeachingDay } from '@k12/contracts/teaching/teaching-day';
import { newId } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import { expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse } from '../../../test/records.teaching.ts';

const world = await aSchool();
const { teacher, student, guardian, otherTenantTeacher, anonymous } = world;
const { course_id, sections, students } = await aTaughtCourse(world, { students: [2] });
const [done, absent] = students;
const isDue = await anAssignment(world, course_id, { due_at: now(world, 2), points_possible: 10 });
const wasDue = await anAssignment(world, course_id, { due_at: now(world, -2), points_possible: 10 });

async function setWork(assignmentId: string, studentId: string | undefined, change: object): Promise<void> {
  await build(world.platform, (tx) =>
    tx
      .updateTable('student_work')
      .set(change)
      .where('tenant_id', '=', world.tenant.id)
      .where('assignment_id', '=', assignmentId)
      .where('student_id', '=', studentId ?? '')
      .execute(),
  );
}

async function meetsEveryDay(): Promise<void> {
  for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
    await insert(world, 'section_meetings', {
      id: newId(),
      section_id: sections[0],
      weekday,
      starts_at: '08:00',
      ends_at: '08:50',
      location: 'Room 204',
      created_at: now(world),
    });
  }
}

test('TCH-15 the day of a teacher is for staff, and of their own courses', async () => {
  expect((await anonymous.send(getTeachingDay, {})).status).toBe(401);
  for (const actor of [student, guardian]) expect((await actor.send(getTeachingDay, {})).status).toBe(403);
  expect(await otherTenantTeacher.call(getTeachingDay, {})).toMatchObject({ meetings: [], work: [] });
});

test('TCH-15 it counts work to grade with the oldest, what is newly missing, what is due and what was never posted', async () => {
  await setWork(isDue, done?.id, {
    submission_state: 'submitted',
    submitted_at: now(world, -1),
    has_new_work: true,
  });
  await setWork(wasDue, done?.id, {
    submission_state: 'submitted',
    submitted_at: now(world, -3),
    grade_state: 'graded',
    effective_score: '8',
    graded_at: now(world, -8),
  });
  const { work } = await teacher.call(getTeachingDay, {});
  expect(work.find(({ assignment_id }) => assignment_id === isDue)).toMatchObject({
    to_grade: 1,
    newly_missing: 0,
    unposted: 0,
    expected: 2,
    handed_in: 1,
  });
  expect(work.find(({ assignment_id }) => assignment_id === wasDue)).toMatchObject({
    to_grade: 0,
    newly_missing: 1,
    unposted: 1,
    expected: 0,
  });
  await setWork(wasDue, absent?.id, { grade_state: 'excused' });
  const later = await teacher.call(getTeachingDay, {});
  expect(later.work.find(({ assignment_id }) => assignment_id === wasDue)?.newly_missing).toBe(0);
});

test('TCH-15 it shows the meetings of today, or of the next day with any, at the time of the school', async () => {
  await meetsEveryDay();
  const shown = await teacher.call(getTeachingDay, {});
  const today = dayIn(shown.time_zone, world.clock.now());
  expect(shown.today_on).toBe(today);
  expect(shown.shown_on && shown.shown_on >= today && shown.shown_on <= addDays(today, 28)).toBe(true);
  expect(shown.meetings).toHaveLength(1);
  expect(shown.meetings[0]).toMatchObject({
    course_id,
    location: 'Room 204',
    students_count: 2,
    lesson: null,
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: shown.time_zone,
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(clock.format(new Date(shown.meetings[0]?.starts_at ?? ''))).toBe('08:00');
});
