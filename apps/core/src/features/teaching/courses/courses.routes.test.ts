import {
  createCourse,
  getCourse,
  listCourses,
  listSections,
  updateCourse,
  updateSection,
} from '@k12/contracts/teaching/courses';
import { createEnrollment, listEnrollments } from '@k12/contracts/teaching/enrollments';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { aCourse } from '../../../test/a-course.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildSchool } from '../../../test/people.ts';
import { activeYear, yearOfTerms } from '../../../test/record-tools.ts';

const world = await aSchool();
const { admin, teacher, student, guardian, lead, otherSchoolAdmin, otherTenantAdmin } = world;
const academic_year_id = await activeYear(world);

const meeting = { weekday: 1, starts_at: '08:30', ends_at: '09:20' };

function body(given: object = {}) {
  return {
    school_id: world.school.id,
    academic_year_id,
    name: 'Algebra 1',
    subject: 'Mathematics',
    grade_levels: ['9' as const],
    sections: [{ name: 'Period 1', meetings: [meeting] }, { name: 'Period 3' }],
    ...given,
  };
}

async function aTaughtCourse() {
  if (!teacher.person) throw new Error('nobody');
  return aCourse(world, teacher.person);
}

function idsOf(list: { data: { id: string }[] }) {
  return list.data.map(({ id }) => id);
}

test('TCH-01 an admin adds a course with its sections and meetings in one request', async () => {
  const made = await admin.call(createCourse, { body: body() });
  expect(made.sections.map(({ name }) => name)).toEqual(['Period 1', 'Period 3']);
  expect(made).toMatchObject({ state: 'active', students_count: 0, my_role: null, can: { update: true } });
  const { data } = await admin.call(listSections, { params: { id: made.id } });
  expect(data[0]?.meetings).toMatchObject([{ ...meeting, rotation_day: null }]);
});

test('TCH-01 a teacher adds a course only where the school allows it', async () => {
  const refused = await teacher.send(createCourse, { body: body() });
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
});

test.each([
  ['a missing name', { name: ' ' }, '/name'],
  ['no section', { sections: [] }, '/sections'],
  ['a year nobody has', { academic_year_id: newId() }, '/academic_year_id'],
  ['two sections of one name', { sections: [{ name: 'A' }, { name: 'a' }] }, '/sections/1/name'],
  [
    'a meeting without a day',
    { sections: [{ name: 'A', meetings: [{ starts_at: '08:00', ends_at: '09:00' }] }] },
    '/sections/0/meetings/0/weekday',
  ],
  [
    'a meeting that ends before it starts',
    { sections: [{ name: 'A', meetings: [{ ...meeting, ends_at: '08:00' }] }] },
    '/sections/0/meetings/0/ends_at',
  ],
])('TCH-01 %s answers 422 naming the field', async (_title, given, pointer) => {
  const reply = await admin.send(createCourse, { body: body(given) as never });
  expect([reply.status, reply.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
    422,
    [pointer],
  ]);
});

test('TCH-01 a closed year and a term of another year answer 422 with the field named', async () => {
  const closed = newId();
  const term = newId();
  const other = await yearOfTerms(world);
  await build(world.platform, async (tx) => {
    const tenant_id = world.tenant.id;
    const dates = { starts_on: '2019-08-01', ends_on: '2020-06-30' };
    await tx
      .insertInto('academic_years')
      .values({ tenant_id, id: closed, name: 'Long ago', ...dates, state: 'closed' })
      .execute();
    await tx
      .insertInto('terms')
      .values({
        tenant_id,
        id: term,
        academic_year_id: other,
        name: 'Elsewhere',
        kind: 'semester',
        starts_on: '2031-08-01',
        ends_on: '2031-12-20',
      })
      .execute();
  });
  const inClosed = await admin.send(createCourse, { body: body({ academic_year_id: closed }) });
  expect([inClosed.status, inClosed.body.errors[0]]).toMatchObject([
    422,
    { pointer: '/academic_year_id', code: 'year_closed' },
  ]);
  const elsewhere = await admin.send(createCourse, {
    body: body({ sections: [{ name: 'A', term_ids: [term] }] }),
  });
  expect([elsewhere.status, elsewhere.body.errors[0]]).toMatchObject([
    422,
    { pointer: '/sections/0/term_ids/0', code: 'outside_year' },
  ]);
});

test('TCH-16 a course of another school or tenant is not there', async () => {
  const { course_id } = await aTaughtCourse();
  for (const actor of [otherTenantAdmin, otherSchoolAdmin]) {
    const reply = await actor.send(getCourse, { params: { id: course_id } });
    expect(reply.status).toBe(404);
  }
});

test('TCH-16 teachers see the courses they teach, students those they learn in, guardians their children’s', async () => {
  const mine = await aTaughtCourse();
  const colleague = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.school.id],
  });
  const children = await actorOf(world.server, world.tenant, {
    role: 'student',
    school_ids: [world.school.id],
  });
  await build(world.platform, async (tx) => {
    const base = { tenant_id: world.tenant.id, section_id: mine.section_id };
    const at = new Date().toISOString();
    for (const person of [student, children]) {
      await tx
        .insertInto('enrollments')
        .values({ ...base, id: newId(), user_id: person.id, role: 'student', created_at: at, updated_at: at })
        .execute();
    }
    await tx
      .insertInto('guardian_links')
      .values({
        tenant_id: world.tenant.id,
        id: newId(),
        guardian_id: guardian.id,
        student_id: children.id,
        state: 'active',
      })
      .execute();
  });
  const draft = await aCourse(world, student.person as never, { role: 'student', state: 'draft' });
  expect(idsOf(await teacher.call(listCourses, { query: {} }))).toContain(mine.course_id);
  expect(idsOf(await lead.call(listCourses, { query: {} }))).toContain(mine.course_id);
  expect(idsOf(await colleague.call(listCourses, { query: {} }))).toEqual([]);
  expect(idsOf(await student.call(listCourses, { query: {} }))).toEqual([mine.course_id]);
  expect(idsOf(await guardian.call(listCourses, { query: {} }))).toEqual([mine.course_id]);
  expect((await student.send(getCourse, { params: { id: draft.course_id } })).status).toBe(404);
  const seen = await student.call(getCourse, { params: { id: mine.course_id } });
  expect(seen).toMatchObject({ my_role: 'student', can: { update: false, plan: false } });
  expect((await teacher.call(getCourse, { params: { id: mine.course_id } })).can.plan).toBe(true);
});

test('IDN-17 TCH-07 an enrollment comes into force when its day begins at the school, whatever day it is elsewhere', async () => {
  const person = await actorOf(world.server, world.tenant, {
    role: 'student',
    school_ids: [world.school.id],
  });
  if (!person.person) throw new Error('nobody');
  // A day apart at every instant.
  const [ahead, behind] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const startsOn = dayIn(ahead, world.clock.now());
  const [begun, toCome] = await Promise.all(
    [ahead, behind].map(async (time_zone) => {
      const school = await buildSchool(world.platform, world.tenant, { time_zone });
      const course = await aCourse(world, person.person as never, { role: 'student' });
      await build(world.platform, async (tx) => {
        await tx
          .updateTable('courses')
          .set({ school_id: school.id })
          .where('tenant_id', '=', world.tenant.id)
          .where('id', '=', course.course_id)
          .execute();
        await tx
          .updateTable('enrollments')
          .set({ starts_on: startsOn })
          .where('tenant_id', '=', world.tenant.id)
          .where('id', '=', course.enrollment_id)
          .execute();
      });
      return course.course_id;
    }),
  );
  expect(idsOf(await person.call(listCourses, { query: {} }))).toEqual([begun]);
  expect((await person.send(getCourse, { params: { id: toCome as string } })).status).toBe(404);
});

test('TCH-07 an enrollment that has ended shows the course no longer', async () => {
  const person = await actorOf(world.server, world.tenant, {
    role: 'student',
    school_ids: [world.school.id],
  });
  if (!person.person) throw new Error('nobody');
  const { enrollment_id } = await aCourse(world, person.person, { role: 'student' });
  expect(idsOf(await person.call(listCourses, { query: {} }))).toHaveLength(1);
  await build(world.platform, (tx) =>
    tx
      .updateTable('enrollments')
      .set({ ends_on: '2001-01-01' })
      .where('tenant_id', '=', world.tenant.id)
      .where('id', '=', enrollment_id)
      .execute(),
  );
  expect(idsOf(await person.call(listCourses, { query: {} }))).toEqual([]);
});

test('a stale version is refused with the course as it is', async () => {
  const { course_id } = await aTaughtCourse();
  const params = { id: course_id };
  await teacher.call(updateCourse, { params, body: { name: 'Renamed', lock_version: 0 } });
  const stale = await teacher.send(updateCourse, { params, body: { name: 'Mine', lock_version: 0 } });
  expect([stale.status, stale.body.code, stale.body.current.name]).toEqual([
    409,
    'version_conflict',
    'Renamed',
  ]);
});

test('PLN-112 a section may meet on days of the rotation', async () => {
  const { section_id } = await aTaughtCourse();
  const meetings = [{ rotation_day: 'A', starts_at: '10:00', ends_at: '11:15' }];
  const params = { id: section_id };
  const section = await admin.call(updateSection, { params, body: { meetings, lock_version: 0 } });
  expect(section.meetings).toMatchObject([{ rotation_day: 'A', weekday: null, starts_at: '10:00' }]);
});

test('TCH-16 students see themselves and their teachers in the list of people, not classmates', async () => {
  const { section_id, course_id } = await aTaughtCourse();
  const one = await actorOf(world.server, world.tenant, { role: 'student', school_ids: [world.school.id] });
  const two = await actorOf(world.server, world.tenant, { role: 'student', school_ids: [world.school.id] });
  for (const person of [one, two]) {
    await admin.call(createEnrollment, { body: { section_id, user_id: person.id, role: 'student' } });
  }
  const again = await admin.send(createEnrollment, {
    body: { section_id, user_id: one.id, role: 'student' },
  });
  expect(again.status).toBe(409);
  const people = async (actor: typeof one) =>
    (await actor.call(listEnrollments, { query: { course_id } })).data.map(({ user_id }) => user_id).sort();
  expect(await people(one)).toEqual([one.id, teacher.id].sort());
  expect(await people(teacher)).toEqual([one.id, two.id, teacher.id].sort());
});
