import {
  deleteSchoolDays,
  getSchoolCalendar,
  listSchoolDays,
  putSchoolCalendar,
  putSchoolDays,
} from '@k12/contracts/teaching/school-days';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { activeYear } from '../../../test/record-tools.ts';

const world = await aSchool();
const { admin, teacher, otherSchoolAdmin, otherTenantAdmin, school } = world;
const academic_year_id = await activeYear(world);
const winter = { school_id: school.id, from: '2027-12-20', to: '2027-12-31' };

test('only who manages the terms of a school changes its days', async () => {
  const body = { ...winter, is_instructional: false, note: 'Winter break' };
  expect((await teacher.send(putSchoolDays, { body })).status).toBe(403);
  expect((await otherSchoolAdmin.send(putSchoolDays, { body })).status).toBe(404);
  expect((await otherTenantAdmin.send(putSchoolDays, { body })).status).toBe(404);
});

test('PLN-112 a break is one request, read by all of the school, and can be taken back', async () => {
  const changed = await admin.call(putSchoolDays, {
    body: { ...winter, is_instructional: false, note: 'Winter break' },
  });
  expect(changed.data).toHaveLength(12);
  const seen = await teacher.call(listSchoolDays, { query: winter });
  expect(seen.data[0]).toMatchObject({ day_on: '2027-12-20', is_instructional: false, note: 'Winter break' });
  await admin.call(deleteSchoolDays, { query: { ...winter, to: '2027-12-21' } });
  expect((await teacher.call(listSchoolDays, { query: winter })).data).toHaveLength(10);
});

test('PLN-120 a range over 400 days or backwards is refused', async () => {
  for (const to of ['2029-03-01', '2027-01-01']) {
    const reply = await teacher.send(listSchoolDays, { query: { ...winter, to } });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, '/to']);
  }
});

test('PLN-112 the rotation of a school is set for a year; two at once leave one', async () => {
  const params = { id: school.id };
  const before = await teacher.call(getSchoolCalendar, { params, query: {} });
  expect(before).toMatchObject({ academic_year_id, weekdays: [1, 2, 3, 4, 5], rotation_days: [] });
  const { school_id: _, ...rest } = before;
  const body = { ...rest, rotation_days: ['A', 'B'], rotation_on_day_off: 'advance' as const };
  const replies = await Promise.all([1, 2].map(() => admin.send(putSchoolCalendar, { params, body })));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const after = await teacher.call(getSchoolCalendar, { params, query: {} });
  expect(after).toMatchObject({ rotation_days: ['A', 'B'], rotation_on_day_off: 'advance' });
});
