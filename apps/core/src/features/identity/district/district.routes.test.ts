import { listDistrictSchools } from '@k12/contracts/identity/district';
import { createSchool, updateSchool } from '@k12/contracts/identity/schools';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { build, buildPerson } from '../../../test/people.ts';

const world = await aWorkingCourse();
const { anonymous, districtAdmin, otherSchoolAdmin, lead, teacher, student, guardian } = world;
const { platform, tenant, school, otherSchool, clock } = world;

const schools = async (actor = districtAdmin) => (await actor.call(listDistrictSchools, {})).data;
const figures = async (actor = districtAdmin) =>
  (await schools(actor)).map(({ name, teachers_count, students_count, active_courses_count }) => [
    name,
    teachers_count,
    students_count,
    active_courses_count,
  ]);

test('signed out: 401; teachers, students and guardians: 403; another tenant sees its own schools alone', async () => {
  expect((await anonymous.send(listDistrictSchools, {})).status).toBe(401);
  for (const actor of [teacher, student, guardian]) {
    expect((await actor.send(listDistrictSchools, {})).body.code).toBe('forbidden');
  }
  const foreign = await schools(world.otherTenantAdmin);
  expect(foreign.map(({ id }) => id)).toEqual([world.otherTenantSchool.id]);
});

test('IDN-09 (figures) teachers, students and courses of each active school; an admin sees the own school, a chosen school narrows', async () => {
  await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id, otherSchool.id] });
  const archived = await districtAdmin.call(createSchool, {
    body: { name: 'Former School', code: 'OLD', time_zone: 'America/New_York' },
  });
  await setState(archived.id, 'archived');
  expect(await figures()).toEqual([
    ['Northside School', 2, expect.any(Number), 1],
    ['Southside School', 1, 0, 0],
  ]);
  expect((await figures(otherSchoolAdmin)).map(([name]) => name)).toEqual(['Southside School']);
  expect((await figures(lead)).map(([name]) => name)).toEqual(['Northside School']);
  const narrowed = await districtAdmin.send(listDistrictSchools, {}, { 'x-school-id': otherSchool.id });
  expect(narrowed.body.data.map(({ id }: { id: string }) => id)).toEqual([otherSchool.id]);
});

test('IDN-09 (activity) whoever used the product within seven days counts once, and not on the eighth', async () => {
  const activeAt = async () =>
    (await schools(await actorOf(world.server, tenant, { role: 'district_admin' }))).map(
      ({ active_users_count }) => active_users_count,
    );
  const [before = 0] = await activeAt();
  expect(before).toBeGreaterThan(0);
  await actorOf(world.server, tenant, { role: 'student', school_ids: [school.id] });
  expect((await activeAt())[0]).toBe(before + 1);
  clock.advance({ days: 8 });
  expect(await activeAt()).toEqual([0, 0]);
});

test('PRV-22 (by school) what is left to set up is told by facts, and comes back when a fact is undone', async () => {
  const fresh = await actorOf(world.server, tenant, { role: 'district_admin' });
  const of = async (id: string) => (await schools(fresh)).find((row) => row.id === id)?.onboarding;
  expect(await of(otherSchool.id)).toMatchObject({
    total_count: 7,
    missing: expect.arrayContaining(['school_configured', 'students_added', 'course_created']),
  });
  const before = await of(school.id);
  expect(before?.missing).toContain('school_configured');
  expect(before?.missing).not.toContain('teachers_added');
  const body = { address: '1 School Lane', lowest_grade: '9', highest_grade: '12', lock_version: 0 };
  await fresh.call(updateSchool, { params: { id: school.id }, body });
  expect(await of(school.id)).toMatchObject({ done_count: (before?.done_count ?? 0) + 1 });
  await fresh.call(updateSchool, { params: { id: school.id }, body: { address: null, lock_version: 1 } });
  expect(await of(school.id)).toEqual(before);
});

function setState(id: string, state: 'archived') {
  return build(platform, (tx) =>
    tx
      .updateTable('schools')
      .set({ state })
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', id)
      .execute(),
  );
}
