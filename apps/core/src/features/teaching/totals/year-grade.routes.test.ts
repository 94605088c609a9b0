import { getGradebook, updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import {
  createGradingPeriod,
  deleteGradingPeriod,
  getSchoolGrading,
  lockGradingPeriod,
  updateGradingPeriod,
  updateSchoolGrading,
} from '@k12/contracts/teaching/grading-periods';
import { listGradeHistory, listTotals, overrideCourseGrade } from '@k12/contracts/teaching/totals';
import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../platform/auth/actor.ts';
import { createContext } from '../../../platform/context.ts';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import { checkTotals } from './check-totals.service.ts';
import { recalculateCourse } from './totals.service.ts';

let world: AGradebook;
let first: string;
let second: string;
beforeAll(async () => {
  world = await aGradebook(1);
  const { admin, school, ids } = world;
  const place = { school_id: school.id, academic_year_id: ids.year };
  const add = async (name: string, starts_on: string, ends_on: string, weight_percent: number) =>
    (await admin.call(createGradingPeriod, { body: { ...place, name, starts_on, ends_on, weight_percent } }))
      .id;
  first = await add('Quarter 1', '2026-09-07', '2026-10-30', 60);
  second = await add('Quarter 2', '2026-10-31', '2026-12-18', 40);
  const early = await world.anAssignment({ due_at: '2026-10-01T12:00:00Z' });
  const late = await world.anAssignment({ due_at: '2026-11-10T12:00:00Z' });
  const cells = [
    { assignment_id: early, student_id: pupil(), grade_version: 0, entry: '20' },
    { assignment_id: late, student_id: pupil(), grade_version: 0, entry: '10' },
  ];
  await world.teacher.call(updateGradebookCells, { params: { id: world.course_id }, body: { cells } });
});

const pupil = () => world.pupils[0]?.id ?? '';
const context = () =>
  createContext({
    platform: world.platform,
    actor: systemActor(world.tenant.id, 'test'),
    request_id: 'test',
  });

async function totals(grading_period_id?: string) {
  const { data } = await world.teacher.call(listTotals, {
    params: { id: world.course_id },
    query: grading_period_id ? { grading_period_id } : {},
  });
  return data[0]?.so_far ?? null;
}

test('TCH-115 a school chooses whether the year comes from all work or from its periods by their weights', async () => {
  const { admin, teacher, otherTenantAdmin, school } = world;
  const params = { id: school.id };
  expect(await totals()).toBe('75.0000');
  const body = { year_grade: 'periods' as const, lock_version: 0 };
  expect((await otherTenantAdmin.send(updateSchoolGrading, { params, body })).status).toBe(404);
  expect((await teacher.send(updateSchoolGrading, { params, body })).status).toBe(403);
  expect(await teacher.call(getSchoolGrading, { params })).toMatchObject({
    ...{ year_grade: 'items', lock_version: 0, can: { update: false } },
  });
  await admin.call(updateSchoolGrading, { params, body });
  expect((await admin.send(updateSchoolGrading, { params, body })).status).toBe(409);
  await recalculateCourse(context(), world.course_id);
  expect(await totals()).toBe('80.0000');
});

test('TCH-115 TCH-120 a period set by hand counts in the year at once', async () => {
  const override = (percent: string | null, lock_version: number) =>
    world.teacher.call(overrideCourseGrade, {
      params: { id: world.course_id },
      body: {
        ...{ student_id: pupil(), grading_period_id: second, percent, label: null, lock_version },
        reason: 'Was ill for weeks',
      },
    });
  const { lock_version } = await override('90', 0);
  expect(await totals()).toBe('96.0000');
  await override(null, lock_version);
  expect(await totals()).toBe('80.0000');
});

test('TCH-103 TCH-115 dates and weights of an open period may change; totals and the history of courses follow', async () => {
  const { admin, teacher } = world;
  const params = { id: second };
  const change = { params, body: { weight_percent: 60, lock_version: 0 } };
  expect((await teacher.send(updateGradingPeriod, change)).status).toBe(403);
  const overlapping = await admin.send(updateGradingPeriod, {
    params,
    body: { starts_on: '2026-10-30', lock_version: 0 },
  });
  expect(overlapping.body.errors).toMatchObject([{ pointer: '/starts_on', code: 'overlaps' }]);
  await admin.call(updateGradingPeriod, change);
  expect((await admin.send(updateGradingPeriod, change)).status).toBe(409);
  await recalculateCourse(context(), world.course_id);
  expect(await totals()).toBe('75.0000');
  const query = { subject: 'period' as const };
  const { data } = await teacher.call(listGradeHistory, { params: { id: world.course_id }, query });
  expect(data[0]).toMatchObject({
    before: { name: 'Quarter 2', weight_percent: '40.000' },
    after: { weight_percent: '60' },
    changed_by: { id: admin.id },
  });
});

test('TCH-121 what a closed period is made of stays; it is not removed', async () => {
  const { admin } = world;
  const locked = await admin.call(lockGradingPeriod, { params: { id: first }, body: { lock_version: 0 } });
  const { lock_version } = locked;
  const send = (changes: object) =>
    admin.send(updateGradingPeriod, { params: { id: first }, body: { ...changes, lock_version } });
  for (const changes of [{ weight_percent: 10 }, { ends_on: '2026-10-29' }, { locks_at: null }]) {
    expect((await send(changes)).body.code).toBe('period_locked');
  }
  expect((await admin.send(deleteGradingPeriod, { params: { id: first } })).body.code).toBe('period_locked');
  expect((await send({ name: 'First quarter' })).status).toBe(200);
});

test('TCH-108 the nightly check finds totals that differ from what grades add up to, repairs them and says so', async () => {
  const spoil = () =>
    build(world.platform, (tx) =>
      tx
        .updateTable('course_grades')
        .set({ so_far_percent: '12.0000' })
        .where('course_id', '=', world.course_id)
        .execute(),
    );
  await spoil();
  const lines: unknown[] = [];
  const platform = {
    ...world.platform,
    log: { ...world.platform.log, warn: (line: unknown) => lines.push(line) },
  };
  const checked = { ...context(), platform } as ReturnType<typeof context>;
  await checkTotals(checked);
  expect(lines).toMatchObject([{ course_id: world.course_id, repaired_count: 3 }]);
  expect(await totals()).toBe('75.0000');
  await checkTotals(checked);
  expect(lines).toHaveLength(1);
});

test('TCH-115 a period that is removed leaves no total behind', async () => {
  const { admin, teacher } = world;
  await admin.call(deleteGradingPeriod, { params: { id: second } });
  const { totals: shown } = await teacher.call(getGradebook, { params: { id: world.course_id }, query: {} });
  expect(shown.some(({ grading_period_id }) => grading_period_id === second)).toBe(false);
});
