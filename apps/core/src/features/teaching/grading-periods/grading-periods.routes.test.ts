import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import {
  createGradingPeriod,
  finalizeGradingPeriod,
  listGradingPeriods,
  lockGradingPeriod,
  reopenGradingPeriod,
} from '@k12/contracts/teaching/grading-periods';
import { hideGrades, postGrades } from '@k12/contracts/teaching/posting';
import { listTotals } from '@k12/contracts/teaching/totals';
import { beforeAll, expect, test } from 'vitest';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';

let world: AGradebook;
let period: string;
let work: string;
beforeAll(async () => {
  world = await aGradebook(2);
  const { admin, school, ids } = world;
  const body = {
    ...{ school_id: school.id, academic_year_id: ids.year, name: 'Quarter 1' },
    ...{ starts_on: '2026-09-07', ends_on: '2026-10-30', weight_percent: 25 },
  };
  period = (await admin.call(createGradingPeriod, { body })).id;
  work = await world.anAssignment({ due_at: '2026-10-01T12:00:00Z' });
});

const grade = (entry: string, grade_version: number) =>
  world.teacher.call(updateGradebookCells, {
    params: { id: world.course_id },
    body: { cells: [{ assignment_id: work, student_id: world.pupils[0]?.id ?? '', grade_version, entry }] },
  });

test('TCH-121 an admin locks a period, a teacher cannot; then scores are refused until it is reopened, with reason and end', async () => {
  const { admin, teacher, otherTenantAdmin, school, ids, clock } = world;
  const lock = { params: { id: period }, body: { lock_version: 0 } };
  expect((await grade('15', 0)).results).toMatchObject([{ status: 'saved' }]);
  expect((await otherTenantAdmin.send(lockGradingPeriod, lock)).status).toBe(404);
  expect((await teacher.send(lockGradingPeriod, lock)).status).toBe(403);
  expect(await admin.call(lockGradingPeriod, lock)).toMatchObject({ state: 'locked', is_locked: true });
  expect((await grade('16', 1)).results).toMatchObject([{ status: 'refused', code: 'period_locked' }]);
  const until_at = new Date(clock.now().getTime() + 300_000).toISOString();
  const body = { course_id: world.course_id, until_at, reason: 'A test was marked late' };
  expect((await teacher.send(reopenGradingPeriod, { params: { id: period }, body })).status).toBe(403);
  await admin.call(reopenGradingPeriod, { params: { id: period }, body });
  expect((await grade('16', 1)).results).toMatchObject([{ status: 'saved' }]);
  clock.advance({ minutes: 6 });
  expect((await grade('17', 2)).results).toMatchObject([{ status: 'refused', code: 'period_locked' }]);
  const events = await build(world.platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['action', 'reason'])
      .where('target_id', '=', period)
      .orderBy('id')
      .execute(),
  );
  expect(events).toMatchObject([
    { action: 'grading_period.created' },
    { action: 'grading_period.locked' },
    { action: 'grading_period.reopened', reason: body.reason },
  ]);
  const query = { school_id: school.id, academic_year_id: ids.year };
  expect((await teacher.call(listGradingPeriods, { query })).data).toMatchObject([
    { id: period, can: { lock: false, reopen: false, finalize: false } },
  ]);
});

test('TCH-121 grades of a locked period are neither shown nor hidden, so that totals of families stay', async () => {
  for (const endpoint of [postGrades, hideGrades]) {
    const reply = await world.teacher.send(endpoint, { params: { id: work }, body: { target: 'everyone' } });
    expect([reply.status, reply.body.code]).toEqual([409, 'period_locked']);
  }
});

test('TCH-122 finalizing lists hidden and ungraded work first, then freezes the totals of the period', async () => {
  const { admin, teacher } = world;
  const target = { params: { id: period }, body: { lock_version: 1 } };
  const held = await admin.call(finalizeGradingPeriod, target);
  expect(held).toMatchObject({
    frozen_count: 0,
    period: { state: 'locked' },
    problems: [{ course_id: world.course_id, hidden_count: 1 }],
  });
  const done = await admin.call(finalizeGradingPeriod, {
    ...target,
    body: { lock_version: 1, accepts_problems: true },
  });
  expect(done).toMatchObject({ frozen_count: 1, period: { state: 'finalized' } });
  const query = { grading_period_id: period };
  const { data } = await teacher.call(listTotals, { params: { id: world.course_id }, query });
  expect(data).toMatchObject([{ so_far: '80.0000', finalized_at: expect.any(String) }]);
});
