import { updateMe } from '@k12/contracts/identity/me';
import { createUser, getUser, listUsers, updateUser } from '@k12/contracts/identity/users';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { getStudentPanel } from '@k12/contracts/teaching/student-panel';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { nextNumber } from '../../../test/people.ts';
import { aTaughtCourse, enroll } from '../../../test/records.teaching.ts';

const world = await aSchool();
const { districtAdmin, tenant, school } = world;
const course = await aTaughtCourse(world, { students: [1] });

function aStudent(names: { given_name: string; family_name?: string; pronounced_as?: string }) {
  const username = `pupil.${nextNumber()}`;
  const place = { role_id: tenant.roles.student as string, school_id: school.id, grade_level: '9' };
  return districtAdmin.call(createUser, { body: { ...names, ...place, username } });
}

test('UXP-96 one name is enough, and how it is said is told wherever teachers read it: person, people, roster, panel', async () => {
  const person = await aStudent({ given_name: 'Suharto', pronounced_as: 'soo-HAR-toe' });
  expect(person).toMatchObject({
    ...{ family_name: '', display_name: 'Suharto', pronounced_as: 'soo-HAR-toe' },
  });
  const { data } = await districtAdmin.call(listUsers, { query: { q: 'suharto' } });
  expect(data).toMatchObject([{ id: person.id, display_name: 'Suharto', pronounced_as: 'soo-HAR-toe' }]);
  await enroll(world, course.sections[0] as string, person.id);
  const roster = await course.teacher.call(listEnrollments, { query: { course_id: course.course_id } });
  expect(roster.data.find(({ user_id }) => user_id === person.id)).toMatchObject({
    ...{ user_name: 'Suharto', pronounced_as: 'soo-HAR-toe' },
  });
  const panel = await course.teacher.call(getStudentPanel, {
    params: { id: course.course_id, student_id: person.id },
  });
  expect(panel.student).toMatchObject({ name: 'Suharto', pronounced_as: 'soo-HAR-toe' });
  const { rows } = await course.teacher.call(getGradebook, { params: { id: course.course_id }, query: {} });
  expect(rows.find(({ student_id }) => student_id === person.id)).toMatchObject({
    ...{ name: 'Suharto', sort_name: 'Suharto' },
  });
});

test('UXP-96 people with one name stand among the others by that name, in lists and on rosters', async () => {
  const people = [
    await aStudent({ given_name: 'Zed', family_name: 'Aaltonen' }),
    await aStudent({ given_name: 'Aabid' }),
    await aStudent({ given_name: 'Ada', family_name: 'Aaker' }),
  ];
  for (const { id } of people) await enroll(world, course.sections[0] as string, id);
  const ids = new Set(people.map(({ id }) => id));
  const { data } = await course.teacher.call(listEnrollments, {
    query: { course_id: course.course_id, role: 'student' },
  });
  const expected = ['Aabid', 'Ada Aaker', 'Zed Aaltonen'];
  expect(data.filter(({ user_id }) => ids.has(user_id)).map(({ user_name }) => user_name)).toEqual(expected);
  const list = await districtAdmin.call(listUsers, { query: { sort: 'name', limit: 200 } });
  expect(list.data.filter(({ id }) => ids.has(id)).map(({ display_name }) => display_name)).toEqual(expected);
});

test('UXP-96 the family part can be taken away again; the person alone or the school says how the name is said', async () => {
  const person = await aStudent({ given_name: 'Prince', family_name: 'Mistake' });
  const body = { family_name: '', lock_version: person.lock_version };
  await districtAdmin.call(updateUser, { params: { id: person.id }, body });
  expect(await districtAdmin.call(getUser, { params: { id: person.id } })).toMatchObject({
    ...{ family_name: '', display_name: 'Prince' },
  });
  const { ada } = { ada: course.students[0] };
  const { user } = await ada!.call(updateMe, { body: { lock_version: 0, pronounced_as: 'AH-dah' } });
  expect(user.pronounced_as).toBe('AH-dah');
  const known = await districtAdmin.call(getUser, { params: { id: ada!.id } });
  expect(known.pronounced_as).toBe('AH-dah');
});
