import { updateGradebookCells } from '@k12/contracts/teaching/gradebook';
import {
  archiveGradingScheme,
  createGradingScheme,
  listGradingSchemes,
  updateGradingScheme,
} from '@k12/contracts/teaching/grading-schemes';
import { listTotals } from '@k12/contracts/teaching/totals';
import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../platform/auth/actor.ts';
import { createContext } from '../../../platform/context.ts';
import { type AGradebook, aGradebook } from '../../../test/a-gradebook.ts';
import { build } from '../../../test/people.ts';
import { recalculateCourse } from '../totals/totals.service.ts';

let world: AGradebook;
beforeAll(async () => {
  world = await aGradebook(2);
  const assignment_id = await world.anAssignment();
  const cells = world.pupils.map(({ id }, at) => ({
    ...{ assignment_id, student_id: id, grade_version: 0, entry: ['16', '12'][at] ?? '' },
  }));
  await world.teacher.call(updateGradebookCells, { params: { id: world.course_id }, body: { cells } });
});

const band = (label: string, lower_percent: string) => ({
  ...{ label, lower_percent, gpa_points: null, is_passing: lower_percent !== '0' },
});
const body = (changes: object = {}) => ({
  ...{ scope: 'school' as const, school_id: world.school.id, course_id: null, name: 'Words' },
  ...{ bands: [band('Strong', '70'), band('Growing', '0')], rounding: 'none' as const, is_default: true },
  ...changes,
});

async function labels() {
  const { platform, tenant } = world;
  const context = createContext({ platform, actor: systemActor(tenant.id, 'test'), request_id: 'test' });
  await recalculateCourse(context, world.course_id);
  const { data } = await world.teacher.call(listTotals, { params: { id: world.course_id }, query: {} });
  return world.pupils.map(({ id }) => data.find(({ student_id }) => student_id === id)?.label);
}

test('TCH-116 admins of a place make its schemes; bands fall to 0 and have a label each; teachers read them', async () => {
  const { admin, teacher, otherTenantAdmin, school } = world;
  expect((await teacher.send(createGradingScheme, { body: body() })).status).toBe(403);
  expect((await otherTenantAdmin.send(createGradingScheme, { body: body() })).status).toBe(404);
  expect((await admin.send(createGradingScheme, { body: body({ scope: 'tenant' }) })).status).toBe(403);
  const wrong = [band('A', '50'), band('a', '60'), band('C', '10')];
  const refused = await admin.send(createGradingScheme, { body: body({ bands: wrong }) });
  expect(refused.body.errors).toMatchObject([
    { pointer: '/bands/1/lower_percent', code: 'not_falling' },
    { pointer: '/bands/1/label', code: 'label_twice' },
    { pointer: '/bands/2/lower_percent', code: 'not_from_zero' },
  ]);
  expect(await labels()).toEqual(['B−', 'D']);
  await admin.call(createGradingScheme, { body: body() });
  expect(await labels()).toEqual(['Strong', 'Growing']);
  const query = { school_id: school.id };
  const listed = await teacher.call(listGradingSchemes, { query });
  expect(listed).toMatchObject({
    data: [{ name: 'Words', version: 1, totals_count: 2, can: { update: false } }],
    can: { create: false },
  });
  expect((await otherTenantAdmin.send(listGradingSchemes, { query })).status).toBe(404);
});

test('TCH-116 changing a scheme in use says first how many labels change, and makes the next version', async () => {
  const { admin, teacher, otherTenantAdmin, school } = world;
  const query = { school_id: school.id };
  const [scheme] = (await admin.call(listGradingSchemes, { query })).data;
  const params = { id: scheme?.id ?? '' };
  const bands = [band('Strong', '55'), band('Growing', '0')];
  const change = { params, body: { bands, lock_version: 0 } };
  expect((await teacher.send(updateGradingScheme, change)).status).toBe(403);
  expect((await otherTenantAdmin.send(updateGradingScheme, change)).status).toBe(404);
  const told = await admin.call(updateGradingScheme, { params, body: { ...change.body, dry_run: true } });
  expect(told).toMatchObject({ totals_count: 2, labels_changed_count: 1, scheme: { version: 1 } });
  expect(await labels()).toEqual(['Strong', 'Growing']);
  const done = await admin.call(updateGradingScheme, change);
  expect(done.scheme).toMatchObject({ version: 2, is_default: true });
  expect(await labels()).toEqual(['Strong', 'Strong']);
  expect((await admin.send(updateGradingScheme, change)).body.code).toBe('gone');
  const kept = await build(world.platform, (tx) =>
    tx.selectFrom('grading_schemes').select(['version', 'bands']).orderBy('version').execute(),
  );
  expect(kept.map(({ bands: of }) => (of as { lower_percent: string }[])[0]?.lower_percent)).toEqual([
    '70',
    '55',
  ]);
  const rename = { params: { id: done.scheme.id }, body: { name: 'Our words', lock_version: 0 } };
  expect((await admin.call(updateGradingScheme, rename)).scheme).toMatchObject({
    version: 2,
    lock_version: 1,
  });
  expect((await admin.send(updateGradingScheme, rename)).status).toBe(409);
});

test('TCH-116 a scheme that is put away is offered no more, and courses without a choice have the usual labels again', async () => {
  const { admin, school } = world;
  const query = { school_id: school.id };
  const [scheme] = (await admin.call(listGradingSchemes, { query })).data;
  await admin.call(archiveGradingScheme, { params: { id: scheme?.id ?? '' } });
  expect((await admin.call(listGradingSchemes, { query })).data).toEqual([]);
  expect(await labels()).toEqual(['B−', 'D']);
  const events = await build(world.platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select('action')
      .where('target_type', '=', 'grading_scheme')
      .orderBy('id')
      .execute(),
  );
  expect(events.map(({ action }) => action)).toEqual([
    ...['grading_scheme.created', 'grading_scheme.updated', 'grading_scheme.updated'],
    'grading_scheme.archived',
  ]);
});
