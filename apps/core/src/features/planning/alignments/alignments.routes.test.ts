import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bulkAlignments,
  createAlignment,
  deleteAlignment,
  getUnitAlignments,
  listAlignments,
  listMigrations,
  migrateAlignments,
  undoMigration,
} from '@k12/contracts/planning/alignments';
import { createUnitLesson, createUnitPlan } from '@k12/contracts/planning/plans';
import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard, retireStandard, suggestStandards } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';

const world = await aSchool({ STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`) });
const {
  anonymous,
  teacher,
  lead,
  student,
  districtAdmin,
  otherTenantAdmin,
  school,
  platform,
  tenant,
  clock,
} = world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });
const framework = await districtAdmin.call(createFramework, { body: { title: 'District mathematics' } });

const aStandard = (fields: object = {}) =>
  districtAdmin.call(createStandard, {
    body: {
      framework_id: framework.id,
      code: `M.${nextNumber()}`,
      statement: 'Use ratio language',
      ...fields,
    },
  });
const aUnit = () => teacher.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}` } });

test('401, 403 for students, 404 for what is not there, private to others or of another tenant', async () => {
  const [standard, unit] = [await aStandard(), await aUnit()];
  const body = { standard_id: standard.id, target_type: 'unit_plan' as const, target_id: unit.id };
  expect((await anonymous.send(createAlignment, { body })).status).toBe(401);
  expect((await student.send(createAlignment, { body })).status).toBe(403);
  for (const other of [colleague, otherTenantAdmin])
    expect((await other.send(createAlignment, { body })).status).toBe(404);
  expect(
    (await teacher.send(createAlignment, { body: { ...body, target_type: 'lesson_plan' } })).status,
  ).toBe(404);
  expect((await teacher.send(createAlignment, { body: { ...body, standard_id: newId() } })).status).toBe(404);
});

test('PLN-87 PLN-90 aligning twice gives the same record, and a parent is marked as one', async () => {
  const parent = await aStandard();
  await aStandard({ parent_id: parent.id });
  const unit = await aUnit();
  const body = { standard_id: parent.id, target_type: 'unit_plan' as const, target_id: unit.id };
  const first = await teacher.send(createAlignment, { body: { ...body, emphasis: 'introduced' } });
  const second = await teacher.send(createAlignment, { body });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toEqual(first.body);
  expect(first.body).toMatchObject({ is_parent: true, emphasis: 'introduced', standard: { id: parent.id } });
  const { data } = await teacher.call(listAlignments, {
    query: { target_id: unit.id, target_type: 'unit_plan' },
  });
  expect(data).toHaveLength(1);
  await teacher.call(deleteAlignment, { params: { id: first.body.id } });
  expect((await teacher.call(listAlignments, { query: { target_id: unit.id } })).data).toEqual([]);
});

test('PLN-89 PLN-88 a unit shows its own and its lessons’ alignments apart; a lesson is offered its unit’s first', async () => {
  const [own, taught] = [await aStandard(), await aStandard()];
  const unit = await aUnit();
  const lesson = await teacher.call(createUnitLesson, { params: { id: unit.id }, body: { title: 'Lesson' } });
  await teacher.call(createAlignment, {
    body: { standard_id: own.id, target_type: 'unit_plan', target_id: unit.id },
  });
  await teacher.call(createAlignment, {
    body: { standard_id: taught.id, target_type: 'lesson_plan', target_id: lesson.id },
  });
  const shown = await teacher.call(getUnitAlignments, { params: { id: unit.id } });
  expect(shown.own.map(({ standard }) => standard.id)).toEqual([own.id]);
  expect(
    shown.lessons.map(({ plan_id, data }) => [plan_id, data.map(({ standard }) => standard.id)]),
  ).toEqual([[lesson.id, [taught.id]]]);
  const offered = await teacher.call(suggestStandards, { query: { plan_id: lesson.id } });
  expect([offered.used.map(({ id }) => id), offered.of_unit.map(({ id }) => id)]).toEqual([
    [taught.id],
    [own.id],
  ]);
  expect(
    offered.recent
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([own.id, taught.id].sort());
  expect(offered.frameworks.map(({ id }) => id)).toContain(framework.id);
});

test('PLN-93 PLN-92 500 pairs at once with a result for each: a retired standard and a foreign plan fail alone', async () => {
  const [good, retired] = [await aStandard(), await aStandard()];
  await districtAdmin.call(retireStandard, { params: { id: retired.id } });
  const [unit, foreign] = [
    await aUnit(),
    await colleague.call(createUnitPlan, { body: { title: 'Private' } }),
  ];
  const pair = (standard_id: string, target_id: string) => ({
    standard_id,
    target_id,
    target_type: 'unit_plan' as const,
  });
  const pairs = [
    pair(good.id, unit.id),
    pair(good.id, unit.id),
    pair(retired.id, unit.id),
    pair(good.id, foreign.id),
  ];
  const done = await teacher.call(bulkAlignments, { body: { action: 'align', pairs } });
  expect(done.data.map(({ status, code }) => [status, code])).toEqual([
    ['done', null],
    ['unchanged', null],
    ['failed', 'standard_retired'],
    ['failed', 'not_found'],
  ]);
  const single = await teacher.send(createAlignment, { body: pair(retired.id, unit.id) });
  expect([single.status, single.body.code]).toEqual([422, 'standard_retired']);
  const many = Array.from({ length: 500 }, () => pair(good.id, unit.id));
  expect((await teacher.call(bulkAlignments, { body: { action: 'remove', pairs: many } })).done_count).toBe(
    1,
  );
  expect(
    (await teacher.send(bulkAlignments, { body: { action: 'remove', pairs: [...many, ...pairs] } })).status,
  ).toBe(422);
});

test('PLN-81 PLN-92 alignments of replaced standards move in one step, with a preview, and back within 30 days', async () => {
  const [old, fresh] = [await aStandard(), await aStandard()];
  const [one, both] = [await aUnit(), await aUnit()];
  for (const [standard, unit] of [
    [old, one],
    [old, both],
    [fresh, both],
  ] as const)
    await teacher.call(createAlignment, {
      body: { standard_id: standard.id, target_type: 'unit_plan', target_id: unit.id, emphasis: 'mastered' },
    });
  await districtAdmin.call(retireStandard, { params: { id: old.id } });
  await build(platform, (tx) =>
    tx
      .insertInto('standard_associations')
      .values({
        tenant_id: tenant.id,
        id: newId(),
        framework_id: framework.id,
        identifier: newId(),
        type: 'replaced_by',
        origin_identifier: old.identifier,
        destination_identifier: fresh.identifier,
      })
      .execute(),
  );
  const warned = await teacher.call(listAlignments, { query: { target_id: one.id } });
  expect(warned.data[0]).toMatchObject({ standard: { state: 'retired' }, replacement: { id: fresh.id } });
  expect((await lead.send(migrateAlignments, { body: { framework_id: framework.id } })).status).toBe(403);
  const preview = await districtAdmin.call(migrateAlignments, {
    body: { framework_id: framework.id, dry_run: true },
  });
  expect([
    preview.id,
    preview.moved_count,
    preview.offers.map(({ from, to, alignments_count }) => [from.id, to.id, alignments_count]),
  ]).toEqual([null, 2, [[old.id, fresh.id, 2]]]);
  const standardsOf = async (unit: { id: string }) =>
    (await teacher.call(listAlignments, { query: { target_id: unit.id } })).data
      .map(({ standard }) => standard.id)
      .sort();
  expect(await standardsOf(one)).toEqual([old.id]);
  const moved = await districtAdmin.call(migrateAlignments, { body: { framework_id: framework.id } });
  expect([moved.moved_count, await standardsOf(one), await standardsOf(both)]).toEqual([
    2,
    [fresh.id],
    [fresh.id],
  ]);
  const undone = await districtAdmin.call(undoMigration, { params: { id: moved.id ?? '' } });
  expect(undone.undone_at).not.toBeNull();
  expect([await standardsOf(one), await standardsOf(both)]).toEqual([[old.id], [old.id, fresh.id].sort()]);
  const again = await districtAdmin.call(migrateAlignments, { body: { framework_id: framework.id } });
  const query = { framework_id: framework.id };
  const { data } = await districtAdmin.call(listMigrations, { query });
  expect(data.map(({ id, undone_at }) => [id, undone_at !== null])).toEqual([
    [again.id, false],
    [moved.id, true],
  ]);
  expect((await lead.send(listMigrations, { query })).status).toBe(403);
  clock.advance({ days: 31 });
  const admin = await actorOf(world.server, tenant, { role: 'district_admin' });
  expect((await admin.send(undoMigration, { params: { id: again.id ?? '' } })).status).toBe(410);
  expect((await admin.call(listMigrations, { query })).data).toEqual([]);
});
