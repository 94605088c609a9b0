import { listNotifications } from '@k12/contracts/communication/notifications';
import { closeAcademicYear, getYearClosing, waiveOpenEnds } from '@k12/contracts/identity/academic-years';
import { getArchivedAccess, putArchivedAccess } from '@k12/contracts/identity/archived-access';
import { getCourse, listCourses } from '@k12/contracts/teaching/courses';
import { getMyFeedback } from '@k12/contracts/teaching/feedback';
import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { getLearnerCourse, getLearnerHome, listLearnerCourses } from '@k12/contracts/teaching/learning';
import { listMyModules } from '@k12/contracts/teaching/module-progress';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildSchool } from '../../../test/people.ts';
import { activeYear, insert, now } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { districtAdmin, admin, platform, clock, school, tenant, server } = world;
const reason = 'The year is over for all of us';
const taught = await aTaughtCourse(world, { students: [1] });
const clean = await aTaughtCourse(world);
const { course_id, teacher } = taught;
const student = taught.students[0] as TestActor;
const year = await activeYear(world);
const params = { id: year };
await insert(world, 'guardian_links', {
  id: newId(),
  guardian_id: world.guardian.id,
  student_id: student.id,
  state: 'active',
});
const graded = await anAssignment(world, course_id, { title: 'Graded', points_possible: '10' });
const waiting = await anAssignment(world, course_id, { title: 'Waiting' });
await anAssignment(world, course_id, { title: 'Draft', state: 'draft' });
await build(platform, (tx) =>
  tx
    .updateTable('student_work')
    .set({ submission_state: 'submitted', submitted_at: now(world) })
    .where('assignment_id', '=', waiting)
    .execute(),
);
await teacher.call(updateGradebookCells, {
  params: { id: course_id },
  body: { cells: [{ assignment_id: graded, student_id: student.id, grade_version: 0, entry: '8' }] },
});
await insert(world, 'grading_periods', {
  ...{ id: newId(), school_id: school.id, academic_year_id: year, name: 'Spring', state: 'open' },
  ...{ starts_on: now(world, -9).slice(0, 10), ends_on: now(world, 9).slice(0, 10) },
  ...{ created_at: now(world), updated_at: now(world) },
});

const rows = (table: 'courses' | 'grading_periods') =>
  build(platform, (tx) =>
    tx.selectFrom(table).select('state').where('academic_year_id', '=', year).execute(),
  );
const states = async (table: 'courses' | 'grading_periods') =>
  new Set((await rows(table)).map(({ state }) => state));

test('IDN-14 what is open is shown and waived by who closes years alone', async () => {
  const body = { items: [{ course_id, kind: 'drafts' as const }], reason };
  for (const [actor, status] of [
    [world.anonymous, 401],
    [admin, 403],
    [teacher, 403],
    [student, 403],
    [world.guardian, 403],
    [world.otherTenantAdmin, 404],
  ] as const) {
    expect((await actor.send(getYearClosing, { params })).status).toBe(status);
    expect((await actor.send(waiveOpenEnds, { params, body })).status).toBe(status);
    expect((await actor.send(closeAcademicYear, { params, body: { reason } })).status).toBe(status);
  }
});

test('IDN-14 closing is refused with the list by school and course until all is resolved or waived, then everything follows at once', async () => {
  const shown = await districtAdmin.call(getYearClosing, { params });
  expect(shown.is_ready).toBe(false);
  expect(shown.courses.find((course) => course.course_id === course_id)).toMatchObject({
    school_name: 'Northside School',
    ungraded_count: 1,
    unfinalized: ['Spring'],
    drafts_count: 1,
    waived: [],
  });
  const close = () => districtAdmin.send(closeAcademicYear, { params, body: { reason } });
  const refused = await close();
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('year_not_ready');
  expect(refused.body.context.courses).toHaveLength(2);
  expect(await states('courses')).toEqual(new Set(['active']));

  const foreign = { items: [{ course_id: newId(), kind: 'drafts' as const }], reason };
  expect((await districtAdmin.send(waiveOpenEnds, { params, body: foreign })).status).toBe(422);
  const short = { items: [{ course_id, kind: 'drafts' as const }], reason: 'no' };
  expect((await districtAdmin.send(waiveOpenEnds, { params, body: short })).status).toBe(422);
  const kinds = ['unfinalized', 'drafts'] as const;
  const items = [
    ...kinds.map((kind) => ({ course_id, kind })),
    { course_id: clean.course_id, kind: 'unfinalized' as const },
  ];
  const waived = await districtAdmin.call(waiveOpenEnds, { params, body: { items, reason } });
  expect(waived.is_ready).toBe(false);
  const left = await close();
  expect(left.body.context.courses).toMatchObject([{ course_id, ungraded_count: 1 }]);
  // Resolved instead of waived.
  await teacher.call(updateGradebookCells, {
    params: { id: course_id },
    body: { cells: [{ assignment_id: waiting, student_id: student.id, grade_version: 0, entry: '5' }] },
  });
  expect((await districtAdmin.call(getYearClosing, { params })).is_ready).toBe(true);

  const closed = await close();
  expect(closed.body).toMatchObject({ state: 'closed' });
  expect(await states('courses')).toEqual(new Set(['archived']));
  expect(await states('grading_periods')).toEqual(new Set(['locked']));
  const members = await build(platform, (tx) =>
    tx
      .selectFrom('enrollments')
      .select('state')
      .where('section_id', 'in', [...taught.sections, ...clean.sections])
      .execute(),
  );
  expect(new Set(members.map(({ state }) => state))).toEqual(new Set(['completed']));
  const late = await teacher.send(updateGradebookCells, {
    params: { id: course_id },
    body: { cells: [{ assignment_id: graded, student_id: student.id, grade_version: 1, entry: '10' }] },
  });
  expect(late.status).toBe(403);
  const audited = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['reason', 'changes'])
      .where('action', '=', 'academic_year.closed')
      .execute(),
  );
  expect(audited).toMatchObject([{ reason, changes: { courses_archived: 2, periods_locked: 1 } }]);
  const told = async (actor: TestActor) => {
    const { data } = await actor.call(listNotifications, { query: {} } as never);
    return data.filter(({ kind }) => kind === 'academic_year.closed').length;
  };
  expect([await told(teacher), await told(admin), await told(student), await told(world.guardian)]).toEqual([
    1, 1, 0, 0,
  ]);
});

test('IDN-16 what families open of archived courses is a setting with months: own work, the course, or nothing', async () => {
  const parent = world.guardian;
  const opens = async (actor: TestActor) => {
    const status = async (reply: Promise<{ status: number }>) => (await reply).status;
    return {
      list: (await actor.call(listLearnerCourses, { params: { id: student.id } })).data.length,
      work: await status(actor.send(getLearnerCourse, { params: { id: student.id, course_id } })),
      feedback: await status(
        actor.send(getMyFeedback, {
          params: { id: graded },
          query: actor === student ? {} : { student_id: student.id },
        }),
      ),
      course: await status(actor.send(getCourse, { params: { id: course_id } })),
      modules: await status(
        actor.send(listMyModules, {
          params: { id: course_id },
          query: actor === student ? {} : { student_id: student.id },
        } as never),
      ),
    };
  };
  const all = { list: 1, work: 200, feedback: 200, course: 200, modules: 200 };
  const own = { list: 1, work: 200, feedback: 200, course: 404, modules: 404 };
  const nothing = { list: 0, work: 404, feedback: 404, course: 404, modules: 404 };
  expect(await opens(student)).toEqual(all);

  await build(platform, (tx) =>
    tx
      .updateTable('academic_years')
      .set({ starts_on: now(world, -300).slice(0, 10), ends_on: now(world, -2).slice(0, 10) })
      .where('id', '=', year)
      .execute(),
  );
  const set = (actor: TestActor, body: object) => actor.send(putArchivedAccess, { body } as never);
  expect(await districtAdmin.call(getArchivedAccess, {})).toEqual({ learners: 'own_work', months: 12 });
  for (const actor of [admin, teacher, student, parent]) {
    expect((await set(actor, { learners: 'course', months: 120 })).status).toBe(403);
  }
  expect((await set(districtAdmin, { learners: 'course', months: 0 })).status).toBe(422);
  for (const actor of [student, parent]) expect(await opens(actor)).toEqual(own);
  await set(districtAdmin, { learners: 'course', months: 3 });
  for (const actor of [student, parent]) expect(await opens(actor)).toEqual(all);
  await set(districtAdmin, { learners: 'none', months: 3 });
  for (const actor of [student, parent]) expect(await opens(actor)).toEqual(nothing);
  await set(districtAdmin, { learners: 'course', months: 3 });
  const archived_at = now(world, -100);
  await build(platform, (tx) =>
    tx.updateTable('courses').set({ archived_at }).where('id', '=', course_id).execute(),
  );
  for (const actor of [student, parent]) expect(await opens(actor)).toEqual(nothing);
  expect((await teacher.send(getCourse, { params: { id: course_id } })).status).toBe(200);
});

test('IDN-06 courses of several schools are in one list with the school named, and each day is that of the school', async () => {
  const far = await buildSchool(platform, tenant, { name: 'Island School', time_zone: 'Pacific/Kiritimati' });
  const pupil = await actorOf(server, tenant, { role: 'student', school_ids: [school.id, far.id] });
  const both = await actorOf(server, tenant, { role: 'teacher', school_ids: [school.id, far.id] });
  const starts = clock.now().toISOString().slice(0, 10);
  const academic_year_id = newId();
  await insert(world, 'academic_years', {
    ...{ id: academic_year_id, name: 'Next', state: 'active' },
    ...{ starts_on: now(world, -30).slice(0, 10), ends_on: now(world, 200).slice(0, 10) },
  });
  for (const [place, name] of [
    [school.id, 'Here'],
    [far.id, 'There'],
  ] as const) {
    const ids = { course: newId(), section: newId() };
    const at = { created_at: now(world), updated_at: now(world) };
    await insert(world, 'courses', {
      id: ids.course,
      school_id: place,
      academic_year_id,
      name,
      state: 'active',
      ...at,
    });
    await insert(world, 'sections', { id: ids.section, course_id: ids.course, name: 'A', ...at });
    await enroll(world, ids.section, both.id, { role: 'teacher' });
    // In force from today on by the date of the island, which is a day ahead of New York for most of the day.
    const tomorrow = now(world, 1).slice(0, 10);
    await enroll(world, ids.section, pupil.id, {
      starts_on: starts === tomorrow ? starts : dayAt('Pacific/Kiritimati'),
    });
  }
  const taughtNow = await both.call(listCourses, { query: { mine: 'true', academic_year_id } } as never);
  expect(taughtNow.data.map(({ name, school_name }) => [name, school_name])).toEqual([
    ['Here', 'Northside School'],
    ['There', 'Island School'],
  ]);
  const { data } = await pupil.call(listLearnerCourses, { params: { id: pupil.id } });
  expect(data.map(({ name, school_name }) => [name, school_name])).toEqual([
    ['Here', 'Northside School'],
    ['There', 'Island School'],
  ]);
  const isAhead = dayAt('Pacific/Kiritimati') !== dayAt('America/New_York');
  expect(data.map(({ when }) => when)).toEqual([isAhead ? 'future' : 'current', 'current']);
  await pupil.call(getLearnerHome, { params: { id: pupil.id } });
});

function dayAt(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(clock.now());
}
