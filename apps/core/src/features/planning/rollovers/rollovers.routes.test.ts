import { listSessions, updateSession } from '@k12/contracts/planning/lesson-sessions';
import { createPlacement, getPlacement } from '@k12/contracts/planning/placements';
import {
  createRollover,
  getRollover,
  listImprovements,
  previewRollover,
  updateImprovement,
} from '@k12/contracts/planning/plan-rollovers';
import { getUnitPlan, listUnitLessons } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { aTaughtYear, insertSection } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';
import { runRollover } from './run-rollover.service.ts';

const world = await aTaughtYear();
const { teacher, student, otherTenantTeacher, lead, ids, platform, tenant, school } = world;
const at = { created_at: '2026-11-16T12:00:00Z', updated_at: '2026-11-16T12:00:00Z' };

/** The year after, one week later and without Thanksgiving: two sections became one. */
async function aNextYear(ends_on = '2028-06-16') {
  const year = {
    tenant_id: tenant.id,
    id: newId(),
    name: `Next ${ends_on}`,
    starts_on: '2027-09-13',
    ends_on,
  };
  const course = newId();
  await build(platform, async (tx) => {
    await tx
      .insertInto('academic_years')
      .values({ ...year, state: 'planned' as never })
      .execute();
    await tx
      .insertInto('courses')
      .values({
        ...{ tenant_id: tenant.id, id: course, school_id: school.id, academic_year_id: year.id },
        ...{ name: 'Biology', subject: 'Science', grade_levels: ['9'], state: 'active' as const },
        ...at,
      })
      .execute();
    await insertSection(
      tx,
      { tenant_id: tenant.id, id: newId(), course_id: course, name: '9B', teacher_id: teacher.id },
      { starts_at: '09:00', ends_at: '09:50', days: [1, 2, 3, 4, 5] },
    );
  });
  return course;
}

async function place(starts_on: string, title: string) {
  const unit = await world.aUnit({ title, lessons: 3 });
  return teacher.call(createPlacement, { body: { unit_plan_id: unit.id, course_id: ids.course, starts_on } });
}

const run = (id: string) => runRollover(contextOf(platform, tenant), id);

test('PLN-149 PLN-172 PLN-173 only who may plan in the new course brings units there', async () => {
  const body = { from_course_id: ids.course, to_course_id: newId() };
  expect((await student.send(previewRollover, { body })).status).toBe(403);
  expect((await teacher.send(previewRollover, { body })).status).toBe(404);
  expect((await otherTenantTeacher.send(previewRollover, { body })).status).toBe(404);
  const same = await teacher.send(previewRollover, { body: { ...body, to_course_id: ids.course } });
  expect(same.body).toMatchObject({ errors: [{ pointer: '/to_course_id', code: 'same_year' }] });
});

test('PLN-149 PLN-183 PLN-192 units land by week of term, with their notes as a checklist, and last year stays as it was', async () => {
  const first = await place('2026-11-16', 'Cells');
  const late = await place('2027-06-07', 'Review');
  const [session] = (await teacher.call(listSessions, { query: { placement_id: first.id } })).data;
  if (!session) throw new Error('no session');
  await teacher.call(updateSession, {
    params: { id: session.id },
    body: { state: 'taught', taught_note: 'Bring more slides', lock_version: session.lock_version },
  });
  const before = await teacher.call(getPlacement, { params: { id: first.id } });
  const to = await aNextYear('2028-05-26');
  const body = { from_course_id: ids.course, to_course_id: to };

  const preview = await teacher.call(previewRollover, { body });
  expect(preview.data).toMatchObject([
    // Week 11 of the year, a Monday: not 365 days later.
    { title: 'Cells', becomes: { starts_on: '2027-11-22' }, reason: null, notes_count: 1 },
    { title: 'Review', becomes: null, reason: 'term_too_short' },
  ]);

  const { id } = await teacher.call(createRollover, { body });
  expect((await lead.send(getRollover, { params: { id } })).status).toBe(404);
  await run(id);
  const done = await teacher.call(getRollover, { params: { id } });
  expect(done).toMatchObject({
    state: 'done',
    items: [
      { placement_id: first.id, status: 'placed' },
      { placement_id: late.id, status: 'misfit', reason: 'term_too_short' },
    ],
  });
  const [item] = done.items;
  const copy = await teacher.call(getUnitPlan, { params: { id: item?.unit_plan_id ?? '' } });
  expect(copy.id).not.toBe(first.unit_plan_id);
  expect((await teacher.call(listUnitLessons, { params: { id: copy.id } })).data).toHaveLength(3);
  const placed = await teacher.call(getPlacement, { params: { id: item?.new_placement_id ?? '' } });
  expect(placed).toMatchObject({ course_id: to, unit_plan_id: copy.id, starts_on: '2027-11-22' });
  const { starts_on, ends_on, lock_version } = before;
  expect(await teacher.call(getPlacement, { params: { id: first.id } })).toMatchObject({
    ...{ starts_on, ends_on, lock_version },
  });

  const { data: notes } = await teacher.call(listImprovements, { params: { id: copy.id } });
  expect(notes).toMatchObject([{ session_id: session.id, note: 'Bring more slides', done_at: null }]);
  const params = { id: notes[0]?.id ?? '' };
  expect((await otherTenantTeacher.send(updateImprovement, { params, body: { done: true } })).status).toBe(
    404,
  );
  expect((await teacher.call(updateImprovement, { params, body: { done: true } })).done_at).not.toBeNull();
});

test('PLN-149 a job that runs again places nothing twice', async () => {
  const to = await aNextYear('2028-06-17');
  const { id } = await teacher.call(createRollover, {
    body: { from_course_id: ids.course, to_course_id: to, copy_units: false },
  });
  await run(id);
  const once = await teacher.call(getRollover, { params: { id } });
  await build(platform, (tx) =>
    tx
      .updateTable('plan_rollovers')
      .set({ state: 'running', finished_at: null })
      .where('id', '=', id)
      .execute(),
  );
  await run(id);
  const { items } = await teacher.call(getRollover, { params: { id } });
  expect(items).toEqual(once.items);
  expect(items.every(({ status }) => status === 'placed')).toBe(true);
});
