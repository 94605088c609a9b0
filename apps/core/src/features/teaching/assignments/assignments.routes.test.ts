import { createUnitPlan } from '@k12/contracts/planning/plans';
import {
  createAssignment,
  getAssignment,
  listAssignments,
  publishAssignment,
  updateAssignment,
} from '@k12/contracts/teaching/assignments';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { anAssignment, aTaughtCourse } from '../../../test/records.teaching.ts';

const world = await aSchool();
const { teacher, lead, guardian, otherTenantTeacher, otherSchoolAdmin, admin } = world;
const course = await aTaughtCourse(world, { students: [2, 1] });
const {
  course_id,
  sections: [one = '', two = ''],
} = course;
const [student] = course.students;
if (!student) throw new Error('nobody');
const inCourse = { params: { id: course_id } };

function workOf(assignment_id: string) {
  return build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .selectAll()
      .where('assignment_id', '=', assignment_id)
      .orderBy('section_id')
      .orderBy('student_id')
      .execute(),
  );
}

test('TCH-16 assignments answer 404 to who has no relation to the course and 403 to its students', async () => {
  const id = await anAssignment(world, course_id);
  for (const actor of [otherTenantTeacher, otherSchoolAdmin, guardian]) {
    expect((await actor.send(getAssignment, { params: { id } })).status).toBe(404);
    expect((await actor.send(listAssignments, { ...inCourse, query: {} } as never)).status).toBe(404);
  }
  for (const [endpoint, request] of [
    [getAssignment, { params: { id } }],
    [listAssignments, inCourse],
  ] as const) {
    const { status, body } = await student.send(endpoint as never, request as never);
    expect([status, body.code]).toEqual([403, 'forbidden']);
  }
  expect((await lead.call(getAssignment, { params: { id } })).can.update).toBe(false);
  expect((await lead.send(createAssignment, { ...inCourse, body: { title: 'No' } })).status).toBe(403);
});

test('TCH-29 a draft begins with its title alone and everything about it can be written', async () => {
  const made = await teacher.call(createAssignment, { ...inCourse, body: { title: 'Leaf lab' } });
  expect(made).toMatchObject({
    state: 'draft',
    points_possible: '100.00',
    submission_types: ['text'],
    assigned_count: 0,
  });
  const { body } = await teacher.send(updateAssignment, {
    params: { id: made.id },
    body: {
      lock_version: made.lock_version,
      points_possible: '20',
      kind: 'lab',
      instructions: { type: 'doc', content: [] },
    },
  });
  expect(body).toMatchObject({ points_possible: '20.00', kind: 'lab', lock_version: made.lock_version + 1 });
  const stale = await teacher.send(updateAssignment, {
    params: { id: made.id },
    body: { lock_version: made.lock_version, title: 'Mine' },
  });
  expect([stale.status, stale.body.code, stale.body.current.kind]).toEqual([409, 'version_conflict', 'lab']);
});

test('TCH-47 an assignment belongs only to plans its writer may read, and shows standards of no other', async () => {
  const hidden = await lead.call(createUnitPlan, { body: { title: 'Not shown', home: 'personal' } });
  const own = await teacher.call(createUnitPlan, { body: { title: 'Own', home: 'personal' } });
  const id = await anAssignment(world, course_id);
  const { lock_version } = await teacher.call(getAssignment, { params: { id } });
  for (const field of ['unit_plan_id', 'lesson_plan_id']) {
    const body = { lock_version, [field]: hidden.id };
    const reply = await teacher.send(updateAssignment, { params: { id }, body });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, `/${field}`]);
  }
  const body = { lock_version, unit_plan_id: own.id };
  expect((await teacher.call(updateAssignment, { params: { id }, body })).unit_plan_id).toBe(own.id);
});

test('TCH-31 publishing gives a row of work to everyone assigned and to nobody else', async () => {
  const dates = [
    { target: 'everyone' as const, is_assigned: false },
    { target: 'section' as const, target_id: two, due_at: '2026-12-01T15:00:00Z' },
  ];
  const { id } = await teacher.call(createAssignment, { ...inCourse, body: { title: 'Only two', dates } });
  expect(await workOf(id)).toEqual([]);
  const published = await teacher.call(publishAssignment, { params: { id }, body: {} });
  expect(published).toMatchObject({ state: 'published', assigned_count: 1, own_dates_count: 1 });
  expect(await workOf(id)).toMatchObject([
    { section_id: two, is_assigned: true, dates_from: 'section', due_at: '2026-12-01T15:00:00Z' },
  ]);
  const all = await teacher.call(createAssignment, { ...inCourse, body: { title: 'All' } });
  await admin.call(publishAssignment, { params: { id: all.id }, body: { accept_warnings: true } });
  expect((await workOf(all.id)).map(({ section_id }) => section_id)).toEqual([one, one, two].sort());
});

test('TCH-30 dates out of order, unknown targets and targets named twice answer 422 naming each', async () => {
  const dates = [
    {
      target: 'everyone' as const,
      available_from_at: '2026-12-02T00:00:00Z',
      due_at: '2026-12-01T00:00:00Z',
    },
    { target: 'section' as const, target_id: course_id },
    { target: 'everyone' as const },
  ];
  const reply = await teacher.send(createAssignment, { ...inCourse, body: { title: 'Wrong', dates } });
  expect(reply.status).toBe(422);
  expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/dates/0/due_at',
    '/dates/1/target_id',
    '/dates/2/target_id',
  ]);
});
