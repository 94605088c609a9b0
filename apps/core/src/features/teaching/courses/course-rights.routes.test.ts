import {
  createAssignment,
  deleteAssignment,
  getAssignment,
  updateAssignment,
} from '@k12/contracts/teaching/assignments';
import { archiveCourse, copyCourse } from '@k12/contracts/teaching/course-copy';
import { getCourse, updateCourse } from '@k12/contracts/teaching/courses';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { countInbox, listInbox } from '@k12/contracts/teaching/inbox';
import { createModule, listModules, updateModule } from '@k12/contracts/teaching/modules';
import { updateGradebookSettings } from '@k12/contracts/teaching/totals';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { insert } from '../../../test/record-tools.ts';
import { anAssignment, aTaughtCourse, enroll } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { lead } = world;

async function anotherTeacher(): Promise<TestActor> {
  return actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [world.school.id] });
}

async function statusOf(actor: TestActor, courseId: string): Promise<number> {
  return (await actor.send(getGradebook, { params: { id: courseId } } as never)).status;
}

test('IDN-49 what somebody may do in a course comes from their enrollment in it, not from another course', async () => {
  const parent = await anotherTeacher();
  const taught = await aTaughtCourse(world, { teacher: parent });
  const other = await aTaughtCourse(world, { students: [2] });
  const [child, classmate] = other.students;
  await insert(world, 'guardian_links', {
    id: newId(),
    guardian_id: parent.id,
    student_id: child?.id,
    state: 'active',
  });
  await insert(world, 'role_assignments', {
    id: newId(),
    user_id: parent.id,
    role_id: world.tenant.roles.guardian,
    scope: 'tenant',
  });

  expect(await statusOf(parent, taught.course_id)).toBe(200);
  const theirs = await parent.call(getCourse, { params: { id: other.course_id } });
  expect(theirs).toMatchObject({ my_role: null, can: { update: false, plan: false } });
  expect(await statusOf(parent, other.course_id)).toBe(403);
  const people = await parent.call(listEnrollments, { query: { course_id: other.course_id } });
  const ids = people.data.map(({ user_id }) => user_id);
  expect(ids).toContain(child?.id);
  expect(ids).not.toContain(classmate?.id);
});

test('IDN-49 who leads one school sees in the inbox nobody of the course their child learns in at another', async () => {
  const { course_id, students } = await aTaughtCourse(world, { students: [2] });
  await anAssignment(world, course_id);
  const parent = await actorOf(world.server, world.tenant, {
    role: 'admin',
    school_ids: [world.otherSchool.id],
  });
  await insert(world, 'guardian_links', {
    id: newId(),
    guardian_id: parent.id,
    student_id: students[0]?.id,
    state: 'active',
  });
  await insert(world, 'role_assignments', {
    id: newId(),
    user_id: parent.id,
    role_id: world.tenant.roles.guardian,
    scope: 'tenant',
  });
  expect((await parent.send(getCourse, { params: { id: course_id } })).status).toBe(200);
  const query = { course_id };
  expect((await parent.call(listInbox, { query } as never)).data).toEqual([]);
  expect((await parent.call(countInbox, { query } as never)).all).toBe(0);
  expect((await world.admin.call(countInbox, { query } as never)).all).toBe(2);
});

test('IDN-49 an assistant has the rights that were ticked, and none once the enrollment has ended', async () => {
  const { teacher, course_id, sections, students } = await aTaughtCourse(world);
  const assignment_id = await anAssignment(world, course_id);
  const assistant = await anotherTeacher();
  const section = sections[0] as string;
  await enroll(world, section, assistant.id, { role: 'assistant', assistant_rights: ['see_grades'] });
  expect(await statusOf(assistant, course_id)).toBe(200);
  const cell = { assignment_id, student_id: students[0]?.id as string, grade_version: 0, entry: '7' };
  const write = { params: { id: course_id }, body: { cells: [cell] } };
  expect((await assistant.send(updateGradebookCells, write)).status).toBe(403);
  expect((await teacher.send(updateGradebookCells, write)).status).toBe(200);

  const former = await anotherTeacher();
  await enroll(world, section, former.id, { role: 'co_teacher', ends_on: '2001-01-01' });
  expect(await statusOf(former, course_id)).toBe(404);
});

test('TCH-13 an assistant does not become the teacher of a course by copying it', async () => {
  const { teacher, course_id, sections } = await aTaughtCourse(world);
  const assistant = await anotherTeacher();
  const rights = ['see_grades', 'edit_content'];
  await enroll(world, sections[0] as string, assistant.id, { role: 'assistant', assistant_rights: rights });
  const { academic_year_id } = await teacher.call(getCourse, { params: { id: course_id } });
  const body = { academic_year_id, parts: ['modules' as const], shift_school_days: 0 };
  const copy = (actor: TestActor) => actor.send(copyCourse, { params: { id: course_id }, body } as never);
  expect((await copy(assistant)).status).toBe(403);
  expect((await copy(teacher)).status).toBeLessThan(300);
});

test('IDN-49 the roster finds a student of the course by a part of the name, in either order, and nobody else', async () => {
  const { teacher, course_id, students } = await aTaughtCourse(world, { students: [2] });
  const { data } = await teacher.call(listEnrollments, { query: { course_id, role: 'student' } });
  const wanted = data.find(({ user_id }) => user_id === students[0]?.id);
  const found = async (q: string) =>
    (await teacher.call(listEnrollments, { query: { course_id, role: 'student', q } })).data.map(
      ({ user_name }) => user_name,
    );
  const [given = '', family = ''] = (wanted?.user_name ?? '').split(' ');
  expect(await found(`${given} ${family}`.toUpperCase())).toEqual([wanted?.user_name]);
  expect(await found(family)).toEqual([wanted?.user_name]);
  expect(await found('100%')).toEqual([]);
});

test('TCH-12 the roster of a co-teacher of one section has the students of that section alone', async () => {
  const { teacher, course_id, sections, students } = await aTaughtCourse(world, { students: [1, 1] });
  const helper = await anotherTeacher();
  await enroll(world, sections[1] as string, helper.id, { role: 'co_teacher', is_limited: true });
  const rosterOf = async (actor: TestActor) => {
    const { data } = await actor.call(listEnrollments, { query: { course_id, role: 'student' } });
    return data.map(({ user_id }) => user_id).sort();
  };
  expect(await rosterOf(helper)).toEqual([students[1]?.id]);
  expect(await rosterOf(teacher)).toEqual(students.map(({ id }) => id).sort());
});

test('TCH-12 a co-teacher of one section changes nothing that counts for the students of another', async () => {
  const { teacher, course_id, sections } = await aTaughtCourse(world, { students: [1, 1] });
  const helper = await anotherTeacher();
  await enroll(world, sections[1] as string, helper.id, { role: 'co_teacher', is_limited: true });
  const id = await anAssignment(world, course_id, { points_possible: '10' });
  const assignment = await helper.call(getAssignment, { params: { id } });
  expect(assignment.can).toMatchObject({ update: false });
  const module = await teacher.call(createModule, { params: { id: course_id }, body: { title: 'Cells' } });
  const [seen] = (await helper.call(listModules, { params: { id: course_id }, query: {} })).data;
  expect(seen).toMatchObject({ title: 'Cells', can: { update: false } });
  const course = await teacher.call(getCourse, { params: { id: course_id } });
  const { lock_version } = course;
  const params = { id: course_id };
  const tries = [
    helper.send(updateAssignment, {
      params: { id },
      body: { points_possible: '20', lock_version: assignment.lock_version },
    }),
    helper.send(deleteAssignment, { params: { id }, query: { confirm: true } } as never),
    helper.send(createAssignment, { params, body: { title: 'For all' } }),
    helper.send(createModule, { params, body: { title: 'For all' } }),
    helper.send(updateModule, {
      params: { id: module.id },
      body: { title: 'Renamed', lock_version: module.lock_version },
    }),
    helper.send(updateGradebookSettings, {
      params,
      body: { settings: { calculation: 'weighted' }, lock_version } as never,
    }),
    helper.send(updateCourse, { params, body: { name: 'Renamed', lock_version } }),
    helper.send(archiveCourse, { params, body: {} }),
  ];
  for (const reply of await Promise.all(tries))
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  expect(await teacher.call(getCourse, { params })).toMatchObject({
    name: course.name,
    state: course.state,
  });
});

test('IDN-51 a curriculum lead reads the course but no work and no grade of a student', async () => {
  const { course_id } = await aTaughtCourse(world);
  expect((await lead.send(getCourse, { params: { id: course_id } })).status).toBe(200);
  expect(await statusOf(lead, course_id)).toBe(403);
  expect((await lead.send(listInbox, { query: { course_id } } as never)).status).toBe(403);
  expect((await lead.send(countInbox, { query: { course_id } } as never)).status).toBe(403);
});
