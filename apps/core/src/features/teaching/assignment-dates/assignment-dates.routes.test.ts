import { createAccommodation } from '@k12/contracts/teaching/accommodations';
import {
  createExtensions,
  getAssignmentDates,
  getDatesGrid,
  previewDue,
  putAssignmentDates,
  putDatesGrid,
} from '@k12/contracts/teaching/assignment-dates';
import { createEnrollment } from '@k12/contracts/teaching/enrollments';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';
import { insert } from '../../../test/record-tools.ts';
import { anAssignment, contextOfTests, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { followEnrollment, followSchoolDays } from './dates-follow.service.ts';

const world = await aTaughtYear({ rotation: true });
const { teacher, platform, ids } = world;
const course_id = ids.course;
const inCourse = { params: { id: course_id } };

async function aStudent(section: string, given: object = {}) {
  const actor = await actorOf(world.server, world.tenant, { role: 'student', school_ids: [world.school.id] });
  const id = actor.person?.id ?? '';
  await enroll(world, section, id, given);
  return id;
}
const inB = await aStudent(ids.nine_b);
const inD = await aStudent(ids.nine_d);

function workOf(assignment_id: string, student_id: string) {
  return build(platform, (tx) =>
    tx
      .selectFrom('student_work')
      .selectAll()
      .where('assignment_id', '=', assignment_id)
      .where('student_id', '=', student_id)
      .executeTakeFirstOrThrow(),
  );
}

async function put(id: string, lines: object[]) {
  const { lock_version } = await teacher.call(getAssignmentDates, { params: { id } });
  return teacher.send(putAssignmentDates, { params: { id }, body: { lines, lock_version } as never });
}

const friday = '2026-11-20T22:00:00Z';

test('TCH-30 a student’s line goes before the section’s, and that before everyone’s', async () => {
  const id = await anAssignment(world, course_id, { due_at: '2026-11-30T12:00:00Z' });
  const reply = await put(id, [
    { target: 'everyone', due_at: '2026-11-30T12:00:00Z' },
    { target: 'section', target_id: ids.nine_d, due_at: '2026-12-01T12:00:00Z' },
    { target: 'student', target_id: inD, due_at: '2026-12-04T12:00:00Z' },
  ]);
  expect(reply.status).toBe(200);
  expect((await workOf(id, inB)).due_at).toBe('2026-11-30T12:00:00Z');
  expect(await workOf(id, inD)).toMatchObject({ due_at: '2026-12-04T12:00:00Z', dates_from: 'student' });
  const stale = await teacher.send(putAssignmentDates, {
    params: { id },
    body: { lines: [], lock_version: 0 },
  });
  expect([stale.status, stale.body.code, stale.body.current.lines.length]).toEqual([
    409,
    'version_conflict',
    3,
  ]);
});

test('TCH-31 taking an assignment from a section keeps the rows, out of the count', async () => {
  const id = await anAssignment(world, course_id);
  await put(id, [
    { target: 'everyone', is_assigned: false },
    { target: 'section', target_id: ids.nine_b },
  ]);
  expect((await workOf(id, inB)).is_assigned).toBe(true);
  expect((await workOf(id, inD)).is_assigned).toBe(false);
});

test('TCH-32 start of class on or after a day is each section’s own, and follows the school’s days', async () => {
  const id = await anAssignment(world, course_id);
  await put(id, [{ target: 'everyone', due_rule: { kind: 'class_start', on: '2026-11-23' } }]);
  const before = [(await workOf(id, inB)).due_at, (await workOf(id, inD)).due_at];
  expect(new Set(before).size).toBe(2);
  const day = (before[0] ?? '').slice(0, 10);
  await insert(world, 'school_days', {
    school_id: world.school.id,
    day_on: day,
    is_instructional: false,
    note: 'Snow',
  });
  const context = contextOfTests(world);
  await context.withTenant((tx) => followSchoolDays(tx, context, world.school.id));
  const after = await workOf(id, inB);
  expect(Date.parse(after.due_at ?? '')).toBeGreaterThan(Date.parse(before[0] ?? ''));
  const told = await build(platform, (tx) =>
    tx
      .selectFrom('notifications')
      .select('kind')
      .where('user_id', '=', inB)
      .where('subject_id', '=', id)
      .execute(),
  );
  expect(told.map(({ kind }) => kind)).toEqual(['assignment.due_changed']);
});

test('TCH-188 TCH-171 while choosing, a rule says when each section is due, and how many students have other work', async () => {
  const chosen = await anAssignment(world, course_id, { due_at: '2026-12-09T15:00:00Z' });
  await anAssignment(world, course_id, { due_at: '2026-12-09T20:00:00Z', kind: 'assessment' });
  await anAssignment(world, course_id, { due_at: '2026-12-09T20:00:00Z', state: 'draft' });
  const ask = (actor: TestActor, query: object) => actor.send(previewDue, { ...inCourse, query } as never);
  const query = { on: '2026-12-09', rule: 'class_start', assignment_id: chosen };
  expect((await ask(world.student, query)).status).toBe(403);
  expect((await ask(world.otherTenantTeacher, query)).status).toBe(404);
  const { body } = await ask(teacher, query);
  await put(chosen, [{ target: 'everyone', due_rule: { kind: 'class_start', on: '2026-12-09' } }]);
  const dueIn = (section: string) =>
    body.sections.find(({ section_id }: { section_id: string }) => section_id === section).due_at;
  expect(Date.parse(dueIn(ids.nine_b))).toBe(Date.parse((await workOf(chosen, inB)).due_at ?? ''));
  expect(Date.parse(dueIn(ids.nine_d))).toBe(Date.parse((await workOf(chosen, inD)).due_at ?? ''));
  expect(dueIn(ids.nine_b)).not.toBe(dueIn(ids.nine_d));
  expect(body.days.map(({ on }: { on: string }) => on)).toEqual(
    [7, 8, 9, 10, 11, 12, 13].map((day) => `2026-12-${String(day).padStart(2, '0')}`),
  );
  expect(body.days[2]).toMatchObject({
    is_school_day: true,
    busy_students: body.students_count,
    test_students: body.students_count,
  });
  expect(body.days[5]).toMatchObject({ is_school_day: false, busy_students: 0 });
  expect(JSON.stringify(body)).not.toContain(chosen);
});

test('TCH-08 TCH-36 two extra days, joined late: on time everywhere, and earlier work is not missing', async () => {
  const early = await anAssignment(world, course_id, { due_at: '2026-10-02T12:00:00Z' });
  const late = await anAssignment(world, course_id, { due_at: friday });
  const joined = await aStudent(ids.nine_b, { starts_on: '2026-10-12' });
  await teacher.call(createAccommodation, { ...inCourse, body: { student_id: joined, extra_days: 2 } });
  expect(await workOf(early, joined)).toMatchObject({ is_before_enrollment: true });
  expect(await workOf(late, joined)).toMatchObject({
    is_before_enrollment: false,
    due_at: '2026-11-22T22:00:00Z',
  });
  await teacher.call(createExtensions, {
    ...inCourse,
    body: { assignment_ids: [early], student_ids: [joined], due_at: '2026-12-01T12:00:00Z' },
  });
  expect(await workOf(early, joined)).toMatchObject({ is_before_enrollment: false, dates_from: 'student' });
  const again = await teacher.send(createAccommodation, { ...inCourse, body: { student_id: joined } });
  expect([again.status, again.body.code]).toEqual([409, 'conflict']);
  const refused = await world.lead.send(createAccommodation, { ...inCourse, body: { student_id: inB } });
  expect(refused.status).toBe(403);
});

test('TCH-08 who is put into a section today has earlier work before enrollment', async () => {
  const early = await anAssignment(world, course_id, { due_at: '2026-10-02T12:00:00Z' });
  const someone = await actorOf(world.server, world.tenant, {
    role: 'student',
    school_ids: [world.school.id],
  });
  const user_id = someone.person?.id ?? '';
  const made = await world.admin.call(createEnrollment, {
    body: { section_id: ids.nine_d, user_id, role: 'student' },
  });
  expect(made.starts_on).toBe('2026-11-16');
  const context = contextOfTests(world);
  await context.withTenant((tx) => followEnrollment(tx, context, made.id));
  expect(await workOf(early, user_id)).toMatchObject({ is_before_enrollment: true, section_id: ids.nine_d });
});

test('TCH-34 one act extends many students on many assignments, and the deduction follows at once', async () => {
  const one = await anAssignment(world, course_id, {
    due_at: '2026-11-10T12:00:00Z',
    points_possible: '20',
    late_policy: 'own',
    own_late_policy: JSON.stringify({
      grace_minutes: 0,
      deduction_percent: 10,
      deduction_per: 'day',
      floor_percent: 0,
      hard_stop_days: null,
    }),
  });
  const two = await anAssignment(world, course_id);
  const context = contextOfTests(world);
  await build(platform, (tx) =>
    tx
      .updateTable('student_work')
      .set({ submitted_at: '2026-11-12T11:00:00Z', submission_state: 'submitted', late_seconds: 169_200 })
      .where('assignment_id', '=', one)
      .where('student_id', '=', inB)
      .execute(),
  );
  const course = await build(platform, (tx) =>
    tx.selectFrom('courses').selectAll().where('id', '=', course_id).executeTakeFirstOrThrow(),
  );
  await context.withTenant((tx) =>
    writeGrades(tx, context, {
      course,
      source: 'typed',
      cells: [{ assignment_id: one, student_id: inB, grade_version: 0, entry: '18' }],
    }),
  );
  expect(Number((await workOf(one, inB)).effective_score)).toBe(14);
  const { data } = await teacher.call(createExtensions, {
    ...inCourse,
    body: { assignment_ids: [one, two], student_ids: [inB, inD], extra_days: 3, reason: 'Ill' },
  });
  expect(data.map(({ status, code }) => code ?? status)).toEqual([
    'done',
    'done',
    'no_due_date',
    'no_due_date',
  ]);
  const after = await workOf(one, inB);
  expect([after.late_seconds, Number(after.effective_score)]).toEqual([0, 18]);
});

test('TCH-35 the grid changes many dates at once, or none with every failure named', async () => {
  const one = await anAssignment(world, course_id, { due_at: friday });
  const two = await anAssignment(world, course_id, { state: 'draft' });
  const grid = await teacher.call(getDatesGrid, inCourse);
  const rowOf = (id: string) => grid.rows.find(({ assignment_id }) => assignment_id === id);
  const version = (id: string) => rowOf(id)?.lock_version ?? -1;
  const change = (assignment_id: string, section_id: string | null, times: object) => ({
    assignment_id,
    section_id,
    lock_version: version(assignment_id),
    ...times,
  });
  const failed = await teacher.send(putDatesGrid, {
    ...inCourse,
    body: {
      changes: [
        change(one, ids.nine_b, { available_from_at: '2026-12-24T00:00:00Z' }),
        change(two, null, { due_at: friday }),
        { ...change(two, newId(), { due_at: friday }), lock_version: 0 },
        { ...change(two, null, { due_at: friday }), lock_version: 99 },
      ],
    },
  });
  expect([failed.status, failed.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['/changes/0/due_at', '/changes/2/section_id', '/changes/3/lock_version'],
  ]);
  const saved = await teacher.call(putDatesGrid, {
    ...inCourse,
    body: {
      changes: [
        change(one, ids.nine_d, { due_at: '2026-12-01T12:00:00Z' }),
        change(two, null, { due_at: friday }),
      ],
    },
  });
  const shown = saved.rows.find(({ assignment_id }) => assignment_id === one);
  expect(shown?.sections.find(({ section_id }) => section_id === ids.nine_d)?.times?.due_at).toBe(
    '2026-12-01T12:00:00Z',
  );
  expect((await workOf(one, inD)).due_at).toBe('2026-12-01T12:00:00Z');
  expect((await workOf(one, inB)).due_at).toBe(friday);
});

test('TCH-121 a due date does not move into a locked period', async () => {
  const id = await anAssignment(world, course_id, { due_at: friday });
  await insert(world, 'grading_periods', {
    id: newId(),
    school_id: world.school.id,
    academic_year_id: ids.year,
    name: 'Quarter 1',
    starts_on: '2026-09-07',
    ends_on: '2026-09-30',
    state: 'locked',
    created_at: friday,
    updated_at: friday,
  });
  const reply = await put(id, [{ target: 'everyone', due_at: '2026-09-20T12:00:00Z' }]);
  expect([reply.status, reply.body.code]).toEqual([409, 'period_locked']);
  expect((await workOf(id, inB)).due_at).toBe(friday);
});

test('TCH-12 a helper of one section neither sees nor undoes the dates of single students of another', async () => {
  const helper = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.school.id],
  });
  await enroll(world, ids.nine_b, helper.id, { role: 'co_teacher', is_limited: true });
  const id = await anAssignment(world, course_id, { due_at: '2026-11-30T12:00:00Z' });
  const everyone = { target: 'everyone', due_at: '2026-11-30T12:00:00Z' };
  const own = { target: 'student', target_id: inB, due_at: '2026-12-03T12:00:00Z' };
  await put(id, [everyone, own, { target: 'student', target_id: inD, due_at: '2026-12-04T12:00:00Z' }]);
  const seen = await helper.call(getAssignmentDates, { params: { id } });
  expect(seen.lines.map(({ target_id }) => target_id)).toEqual([null, inB]);
  const { lock_version } = seen;
  const save = (lines: object[]) =>
    helper.send(putAssignmentDates, { params: { id }, body: { lines, lock_version } as never });
  expect((await save([everyone, { ...own, target_id: inD }])).status).toBe(422);
  expect((await save([{ ...everyone, due_at: '2026-12-01T12:00:00Z' }, own])).status).toBe(403);
  expect((await save([everyone, { ...own, due_at: '2026-12-05T12:00:00Z' }])).status).toBe(200);
  expect((await workOf(id, inB)).due_at).toBe('2026-12-05T12:00:00Z');
  expect((await workOf(id, inD)).due_at).toBe('2026-12-04T12:00:00Z');
});
