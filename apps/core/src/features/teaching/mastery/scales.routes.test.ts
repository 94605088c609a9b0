import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import { updateAssignmentStandards } from '@k12/contracts/teaching/assignment-standards';
import { createObservation, getMasterySheet } from '@k12/contracts/teaching/mastery';
import {
  getCourseScale,
  getProficiencyScale,
  type ProficiencyScale,
  updateCourseScale,
  updateProficiencyScale,
} from '@k12/contracts/teaching/proficiency-scales';
import { expect, test } from 'vitest';
import { aGradebook } from '../../../test/a-gradebook.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { build } from '../../../test/people.ts';
import { gatherMasteryJob } from './mastery.jobs.ts';

const world = await aGradebook(2);
const { teacher, admin, pupils, course_id, platform, tenant, school, districtAdmin, clock } = world;
const [ada, ben] = pupils as [(typeof pupils)[0], (typeof pupils)[0]];
const framework = await districtAdmin.call(createFramework, { body: { title: 'Science' } });
const standard = await districtAdmin.call(createStandard, {
  body: { framework_id: framework.id, code: 'S.1', statement: 'Statement' },
});
const at = { params: { id: course_id } };
const settings = () => teacher.call(getCourseScale, at);
const ofSchool = { query: { school_id: school.id } };

async function cellOf(student: { id: string }) {
  const { rows } = await teacher.call(getMasterySheet, { ...at, query: {} });
  return rows.find(({ student_id }) => student_id === student.id)?.cells[0];
}

/** What the worker does after a change of the school or the organisation. */
const work = () => gatherMasteryJob.run(contextOf(platform, tenant), { course_id }, undefined as never);

async function observe(student: { id: string }, value: string) {
  clock.advance({ minutes: 1 });
  const params = { id: course_id, student_id: student.id, standard_id: standard.id };
  await teacher.call(createObservation, { params, body: { value } });
}

test('TCH-125 401, 403, 404: students read no scale, teachers change that of their course alone', async () => {
  const { anonymous, otherTenantTeacher } = world;
  expect((await anonymous.send(getCourseScale, at)).status).toBe(401);
  expect((await ada.send(getCourseScale, at)).status).toBe(403);
  expect((await otherTenantTeacher.send(getCourseScale, at)).status).toBe(404);
  const body = { scale: null, lock_version: 0 };
  expect((await teacher.send(updateProficiencyScale, { ...ofSchool, body })).status).toBe(403);
  expect((await admin.send(updateProficiencyScale, { query: {}, body })).status).toBe(403);
  expect((await teacher.call(getProficiencyScale, ofSchool)).can).toEqual({ update: false, convert: false });
});

test('TCH-125 without any decision: mean of the latest three, mastered at 80 % of the top level', async () => {
  expect(await settings()).toMatchObject({
    source: 'product',
    scale: { method: { kind: 'mean', of_latest: 3 }, mastery_at: '3.2', conversion: null },
    lock_version: 0,
  });
});

test('TCH-125 a preview says how many results would change, and changes nothing; a stale version is refused', async () => {
  // Ada 4, 2, 3: mean 3, latest 3, highest 4. Ben 3, 1: mean 2, latest 1, highest 3.
  for (const value of ['4', '2', '3']) await observe(ada, value);
  for (const value of ['3', '1']) await observe(ben, value);
  const { scale } = await settings();
  const tried = (method: ProficiencyScale['method']) =>
    teacher.call(updateCourseScale, {
      ...at,
      body: { scale: { ...scale, method }, dry_run: true, lock_version: 0 },
    });
  expect(await tried({ kind: 'highest' })).toMatchObject({
    changed_count: 2,
    results_count: 2,
    courses_count: 1,
  });
  expect(await tried({ kind: 'latest' })).toMatchObject({
    changed_count: 1,
    settings: { source: 'product' },
  });
  expect(await cellOf(ada)).toMatchObject({ value: '3' });
  const body = { scale: { ...scale, method: { kind: 'highest' as const } }, lock_version: 0 };
  const done = await teacher.call(updateCourseScale, { ...at, body });
  expect([done.changed_count, done.settings.source, done.settings.lock_version]).toEqual([2, 'course', 1]);
  expect([await cellOf(ada), await cellOf(ben)]).toMatchObject([
    { value: '4', is_mastered: true },
    { value: '3', is_mastered: false },
  ]);
  expect((await teacher.send(updateCourseScale, { ...at, body })).status).toBe(409);
});

test('TCH-125 the most specific one counts: course before school before organisation; given up, the next one', async () => {
  const { scale } = await settings();
  const change = (method: ProficiencyScale['method'], mastery_at = '3') => ({
    scale: { ...scale, method, mastery_at },
    lock_version: 0,
  });
  await districtAdmin.call(updateProficiencyScale, { query: {}, body: change({ kind: 'mode' }) });
  await admin.call(updateProficiencyScale, { ...ofSchool, body: change({ kind: 'latest' }, '2') });
  expect(await settings()).toMatchObject({ source: 'course', inherited_from: 'school' });
  await teacher.call(updateCourseScale, { ...at, body: { scale: null, lock_version: 1 } });
  expect(await settings()).toMatchObject({ source: 'school', scale: { method: { kind: 'latest' } } });
  expect([await cellOf(ada), await cellOf(ben)]).toMatchObject([
    { value: '3', is_mastered: true },
    { value: '1', is_mastered: false },
  ]);
  const given = await admin.call(updateProficiencyScale, {
    ...ofSchool,
    body: { scale: null, lock_version: 1 },
  });
  expect([given.settings.source, given.courses_count]).toEqual(['tenant', 1]);
  await work();
  expect(await cellOf(ada)).toMatchObject({ value: '3' });
  expect(await settings()).toMatchObject({ source: 'tenant', scale: { method: { kind: 'mode' } } });
});

test('TCH-125 levels rise, names are their own, and mastery lies among them', async () => {
  const { scale, lock_version } = await settings();
  const [first, second, ...others] = scale.levels;
  const refused = async (changes: object) => {
    const body = { scale: { ...scale, ...changes }, lock_version };
    const reply = await teacher.send(updateCourseScale, { ...at, body: body as never });
    return (reply.body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer;
  };
  expect(await refused({ levels: [second, first, ...others] })).toBe('/scale/levels/1/value');
  expect(await refused({ mastery_at: '5' })).toBe('/scale/mastery_at');
  expect(await refused({ method: { kind: 'n_of_last_m', n: 4, m: 3 } })).toBe('/scale/method/n');
  expect(await refused({ levels: [first, { ...second, label: first?.label }, ...others] })).toBe(
    '/scale/levels/1/label',
  );
});

test('TCH-127 no score becomes a level until the school defines the table, and a course cannot make its own', async () => {
  const id = await world.anAssignment({ points: '20' });
  await build(platform, (tx) =>
    tx
      .updateTable('courses')
      .set({ settings: '{"gradebook": "both"}' })
      .where('id', '=', course_id)
      .execute(),
  );
  const other = await districtAdmin.call(createStandard, {
    body: { framework_id: framework.id, code: 'S.2', statement: 'Other' },
  });
  await world.changeWork(id, ada.id, {
    ...{ entered_score: '16', effective_score: '10', deduction: '6', grade_state: 'graded' },
    posted_at: clock.now().toISOString(),
  });
  await teacher.call(updateAssignmentStandards, {
    params: { id },
    body: { standards: [{ standard_id: other.id, assessed: 'overall' }], lock_version: 0 },
  });
  const scored = async () => {
    const { rows, columns } = await teacher.call(getMasterySheet, { ...at, query: {} });
    const place = columns.findIndex(({ code }) => code === 'S.2');
    return rows.flatMap(({ cells }) => cells).find(({ column }) => column === place);
  };
  expect(await scored()).toBeUndefined();
  const conversion = [
    { from_percent: '0', value: '1' },
    { from_percent: '80', value: '3' },
  ];
  const { scale, lock_version } = await settings();
  const own = await teacher.send(updateCourseScale, {
    ...at,
    body: { scale: { ...scale, conversion }, lock_version },
  });
  expect([own.status, own.body]).toMatchObject([422, { errors: [{ code: 'school_decides' }] }]);
  await admin.call(updateProficiencyScale, {
    ...ofSchool,
    body: { scale: { ...scale, conversion }, lock_version: 0 },
  });
  await work();
  // 16 of 20 is 80 %: what was handed in late still shows what was understood.
  expect(await scored()).toMatchObject({ value: '3', evidence_count: 1 });
});
