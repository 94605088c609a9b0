import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import { postGrades } from '@k12/contracts/teaching/posting';
import { explainTotal } from '@k12/contracts/teaching/totals';
import { getWhatIf, type WhatIfCourse } from '@k12/contracts/teaching/what-if';
import { labelOf } from '@k12/grading/scheme';
import { trialCourse, trialTotal } from '@k12/grading/trial-total';
import { beforeAll, expect, test } from 'vitest';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import type { TestActor } from '../../../test/test-server.ts';

const late_policy = {
  grace_minutes: 0,
  deduction_percent: 10,
  deduction_per: 'day',
  floor_percent: 0,
  hard_stop_days: null,
};
const settings = { calculation: 'weighted', posting: 'manual', late_policy };

let world: AGradebook;
let ada: TestActor;
let work: { first: string; second: string; late: string; exam: string };
beforeAll(async () => {
  world = await aGradebook(2);
  [ada] = world.pupils as [TestActor];
  await world.changeSettings(settings);
  const homework = await world.insert('grade_categories', {
    name: 'Homework',
    weight_percent: '40',
    drop_lowest: 1,
  });
  const tests = await world.insert('grade_categories', { name: 'Tests', weight_percent: '60' });
  const column = (category_id: string, points: string) =>
    world.anAssignment({ category_id, points, due_at: '2026-11-10T23:00:00Z' });
  work = {
    first: await column(homework, '10'),
    second: await column(homework, '10'),
    late: await column(homework, '20'),
    exam: await column(tests, '100'),
  };
  await world.changeWork(work.late, ada.id, {
    submitted_at: '2026-11-12T10:00:00Z',
    submission_state: 'submitted',
    late_seconds: 126_000,
  });
  await enter({ [work.first]: '9', [work.second]: '5' });
  await post(work.first);
  await post(work.second);
});

const versions = new Map<string, number>();
async function enter(entries: Record<string, string>): Promise<void> {
  const cells = Object.entries(entries).map(([assignment_id, entry]) => {
    const grade_version = versions.get(assignment_id) ?? 0;
    versions.set(assignment_id, grade_version + 1);
    return { assignment_id, student_id: ada.id, grade_version, entry };
  });
  const params = { id: world.course_id };
  const reply = await world.teacher.call(updateGradebookCells, { params, body: { cells } });
  expect(reply).toMatchObject({ results: cells.map(() => ({ status: 'saved' })) });
}

const post = (id: string) => world.teacher.call(postGrades, { params: { id }, body: { target: 'everyone' } });

const ask = (actor: TestActor, student = ada.id) =>
  actor.send(getWhatIf, { params: { id: student, course_id: world.course_id } });

async function read(): Promise<WhatIfCourse> {
  const { status, body } = await ask(ada);
  expect(status).toBe(200);
  return body as WhatIfCourse;
}

function totalWith(course: WhatIfCourse, scores: Record<string, string>) {
  const { calculation, category_cap, total_cap, categories, items, kind, periods, scheme } = course;
  const rules = { calculation, category_cap, total_cap, categories };
  const tried = trialCourse(rules, items, { kind, periods });
  const { percent } = trialTotal(tried, { scores: new Map(Object.entries(scores)), imaginary: [] });
  return { percent, label: labelOf(scheme, percent) };
}

async function shown() {
  const params = { id: world.course_id, student_id: ada.id };
  const { percent, label } = await ada.call(explainTotal, { params, query: {} });
  return { percent, label };
}

test('PPL-18 PPL-21 a grade, an excuse and a mark that are not posted change nothing of what is tried with', async () => {
  const before = await read();
  expect(before.items.map(({ state }) => state)).toEqual(['graded', 'graded', 'none', 'none']);
  await enter({ [work.late]: '12', [work.exam]: 'EX' });
  await world.changeWork(work.late, ada.id, { status_override: 'not_late' });
  expect(await read()).toEqual(before);
  await world.changeWork(work.late, ada.id, { status_override: null });
  await enter({ [work.late]: '', [work.exam]: '' });
});

test('PPL-21 TCH-108 what is tried gives the total that the gradebook gives once the teacher enters and posts it', async () => {
  const course = await read();
  expect(totalWith(course, {})).toEqual(await shown());
  const tried = totalWith(course, { [work.late]: '16', [work.exam]: '85' });
  // 16 of 20 a day and a half late is 12; 5 of 10 is the one that goes.
  expect(tried).toEqual({ percent: '79.0000', label: 'C' });
  await enter({ [work.late]: '16', [work.exam]: '85' });
  await post(work.late);
  await post(work.exam);
  expect(await shown()).toEqual(tried);
  expect(totalWith(await read(), {})).toEqual(tried);
});

test('PPL-23 nobody but the student is given it, and PPL-24 nobody where the course shows no totals', async () => {
  const { pupils, teacher, otherTenantTeacher, anonymous } = world;
  const others = [teacher, pupils[1] as TestActor, otherTenantTeacher];
  for (const actor of others) expect([403, 404]).toContain((await ask(actor)).status);
  expect((await ask(anonymous)).status).toBe(401);
  for (const totals_for_students of ['no', 'letter_only']) {
    await world.changeSettings({ ...settings, totals_for_students });
    expect(await ask(ada)).toMatchObject({ status: 403, body: { code: 'totals_hidden' } });
  }
  await world.changeSettings(settings);
});

test('PPL-18 TCH-37 work that does not show before it opens is not among what can be tried', async () => {
  const hidden = await world.anAssignment({ title: 'Surprise' });
  await world.changeWork(hidden, ada.id, { available_from_at: '2099-01-01T00:00:00Z' });
  const isThere = async () => (await read()).items.some(({ id }) => id === hidden);
  expect(await isThere()).toBe(true);
  await world.changeSettings({ ...settings, before_available: 'nothing' });
  expect(await isThere()).toBe(false);
  await world.changeSettings(settings);
});
