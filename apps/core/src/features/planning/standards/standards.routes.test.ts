import { createAlignment } from '@k12/contracts/planning/alignments';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import {
  createFramework,
  deleteFramework,
  getSubscriptions,
  listFrameworks,
  putSubscriptions,
  updateFramework,
} from '@k12/contracts/planning/standard-frameworks';
import {
  createStandard,
  deleteStandard,
  getFrameworkTree,
  getStandard,
  reinstateStandard,
  retireStandard,
  searchStandards,
  updateStandard,
} from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';

const world = await aSchool({ RATE_LIMITS: '{"general":1000,"search":1000}' });
const {
  anonymous,
  teacher,
  lead,
  student,
  districtAdmin,
  otherSchoolAdmin,
  otherTenantAdmin,
  school,
  platform,
  tenant,
} = world;
const framework = await districtAdmin.call(createFramework, {
  body: { title: 'District framework', subjects: ['Mathematics'] },
});
const add = (fields: object, framework_id = framework.id) =>
  districtAdmin.call(createStandard, {
    body: { framework_id, statement: `Statement ${nextNumber()}`, ...fields },
  });

describe('frameworks', () => {
  test('401, 403 for students, and what another tenant has is not there', async () => {
    expect((await anonymous.send(listFrameworks, { query: {} })).status).toBe(401);
    expect((await student.send(listFrameworks, { query: {} })).status).toBe(403);
    expect(
      (await otherTenantAdmin.send(getFrameworkTree, { params: { id: framework.id }, query: {} })).status,
    ).toBe(404);
  });

  test('PLN-82 the platform’s are read-only, the district’s take the district’s right, a school adds to them as its own', async () => {
    const platformId = newId();
    await build(platform, (tx) =>
      tx
        .insertInto('standard_frameworks')
        .values({
          tenant_id: tenant.id,
          id: platformId,
          identifier: newId(),
          title: 'National',
          scope: 'platform',
          created_at: new Date(),
          updated_at: new Date(),
        })
        .execute(),
    );
    for (const actor of [districtAdmin, lead]) {
      expect(
        (
          await actor.send(updateFramework, {
            params: { id: platformId },
            body: { title: 'Mine', lock_version: 0 },
          })
        ).status,
      ).toBe(403);
      expect(
        (await actor.send(createStandard, { body: { framework_id: platformId, statement: 'x' } })).status,
      ).toBe(403);
    }
    expect(
      (await lead.send(createStandard, { body: { framework_id: framework.id, statement: 'x' } })).status,
    ).toBe(403);
    const own = await lead.call(createStandard, {
      body: {
        framework_id: framework.id,
        statement: 'Local history of our town',
        code: 'LOCAL.1',
        school_id: school.id,
      },
    });
    expect([own.school_id, own.can.update]).toEqual([school.id, true]);
    expect((await otherSchoolAdmin.send(getStandard, { params: { id: own.id } })).status).toBe(404);
    const { data } = await otherSchoolAdmin.call(getFrameworkTree, {
      params: { id: framework.id },
      query: {},
    });
    expect(data.map(({ code }) => code)).not.toContain('LOCAL.1');
    expect((await teacher.send(createFramework, { body: { title: 'x' } })).status).toBe(403);
    const ofSchool = await lead.call(createFramework, {
      body: { title: 'School framework', school_id: school.id },
    });
    expect(
      (await otherSchoolAdmin.send(getFrameworkTree, { params: { id: ofSchool.id }, query: {} })).status,
    ).toBe(404);
    await lead.call(deleteFramework, { params: { id: ofSchool.id } });
  });

  test('PLN-82 each school subscribes to what its pickers show', async () => {
    expect(await teacher.call(getSubscriptions, { params: { id: school.id } })).toEqual({
      framework_ids: null,
      can: { update: false },
    });
    const other = await districtAdmin.call(createFramework, { body: { title: 'Other framework' } });
    await add({ code: 'SUB.1', statement: 'Subscribed zebra' });
    await add({ code: 'SUB.2', statement: 'Unsubscribed zebra' }, other.id);
    await lead.call(putSubscriptions, { params: { id: school.id }, body: { framework_ids: [framework.id] } });
    expect(
      (
        await otherSchoolAdmin.send(putSubscriptions, {
          params: { id: school.id },
          body: { framework_ids: [] },
        })
      ).status,
    ).toBe(404);
    const { data } = await teacher.call(searchStandards, { query: { q: 'zebra', school_id: school.id } });
    expect(data.map(({ code }) => code)).toEqual(['SUB.1']);
    await lead.call(putSubscriptions, { params: { id: school.id }, body: { framework_ids: [] } });
  });
});

describe('search', () => {
  test('PLN-85 by code without case, dots, spaces and the publisher’s prefix, the exact code first', async () => {
    for (const code of [
      'CCSS.Math.Content.6.RP.A.3.a',
      'CCSS.Math.Content.6.RP.A.3',
      'CCSS.ELA-Literacy.RL.5.1',
    ])
      await add({ code });
    const codes = async (q: string) =>
      (await teacher.call(searchStandards, { query: { q } })).data.map(({ code }) => code);
    for (const q of ['6rpa3', '6.RP.A.3', '6 rp a 3', 'ccss.math.content.6.rp.a.3'])
      expect((await codes(q)).slice(0, 2)).toEqual([
        'CCSS.Math.Content.6.RP.A.3',
        'CCSS.Math.Content.6.RP.A.3.a',
      ]);
    expect((await codes('rl51'))[0]).toBe('CCSS.ELA-Literacy.RL.5.1');
  });

  test('PLN-85 by words with stemming, then by words of the parent; retired ones are not offered', async () => {
    const parent = await add({ code: 'W.1', statement: 'Comparing watersheds' });
    const child = await add({ code: 'W.1.a', statement: 'Draw a map of rivers', parent_id: parent.id });
    const found = async (q: string) =>
      (await teacher.call(searchStandards, { query: { q } })).data.map(({ code, matched }) => [
        code,
        matched,
      ]);
    expect(await found('compare watershed')).toEqual([
      ['W.1', 'words'],
      ['W.1.a', 'parent_words'],
    ]);
    await districtAdmin.call(retireStandard, { params: { id: child.id } });
    expect(await found('compare watershed')).toEqual([['W.1', 'words']]);
    await districtAdmin.call(reinstateStandard, { params: { id: child.id } });
  });
});

describe('the tree', () => {
  test('PLN-84 one level at a time with breadcrumb, filters by grade and subject, and alignments of what the caller may read', async () => {
    const own = await districtAdmin.call(createFramework, { body: { title: 'Tree' } });
    const root = await add({ code: 'T' }, own.id);
    const branch = await add({ code: 'T.1', parent_id: root.id }, own.id);
    const leaf = await add(
      { code: 'T.1.a', parent_id: branch.id, grade_levels: ['6'], subjects: ['Science'] },
      own.id,
    );
    await add({ code: 'T.2', parent_id: root.id, grade_levels: ['3'] }, own.id);
    const level = async (actor: typeof teacher, query: object) =>
      (await actor.call(getFrameworkTree, { params: { id: own.id }, query })).data.map(
        ({ code, children_count, alignments_count }) => [code, children_count, alignments_count],
      );
    const unit = await teacher.call(createUnitPlan, { body: { title: 'Mine alone' } });
    await teacher.call(createAlignment, {
      body: { standard_id: leaf.id, target_type: 'unit_plan', target_id: unit.id },
    });
    expect(await level(teacher, {})).toEqual([['T', 2, 1]]);
    expect(await level(otherSchoolAdmin, {})).toEqual([['T', 2, 0]]);
    expect(await level(teacher, { parent: root.id })).toEqual([
      ['T.1', 1, 1],
      ['T.2', 0, 0],
    ]);
    expect(await level(teacher, { parent: root.id, grade_level: '6' })).toEqual([['T.1', 1, 1]]);
    expect(await level(teacher, { parent: root.id, subject: 'Science' })).toEqual([
      ['T.1', 1, 1],
      ['T.2', 0, 0],
    ]);
    const { breadcrumb } = await teacher.call(getFrameworkTree, {
      params: { id: own.id },
      query: { parent: branch.id },
    });
    expect(breadcrumb.map(({ code }) => code)).toEqual(['T', 'T.1']);
    expect(await teacher.call(getStandard, { params: { id: leaf.id } })).toMatchObject({
      framework_title: 'Tree',
      alignments_count: 1,
    });
  });

  test('PLN-83 moving takes the branch along; below itself is refused; a code is unique in its framework; every edit is audited', async () => {
    const own = await districtAdmin.call(createFramework, { body: { title: 'Edited' } });
    const [a, b] = [await add({ code: 'A' }, own.id), await add({ code: 'B' }, own.id)];
    const child = await add({ code: 'A.1', parent_id: a.id }, own.id);
    const grandchild = await add({ code: 'A.1.x', parent_id: child.id }, own.id);
    const below = await districtAdmin.send(updateStandard, {
      params: { id: a.id },
      body: { parent_id: grandchild.id, lock_version: a.lock_version },
    });
    expect([below.status, below.body.errors[0].code]).toEqual([422, 'cycle']);
    const moved = await districtAdmin.call(updateStandard, {
      params: { id: child.id },
      body: { parent_id: b.id, position: 0, lock_version: child.lock_version },
    });
    expect(moved).toMatchObject({ parent_id: b.id, depth: 1 });
    expect(
      (await districtAdmin.call(getStandard, { params: { id: grandchild.id } })).breadcrumb.map(
        ({ code }) => code,
      ),
    ).toEqual(['B', 'A.1']);
    expect((await districtAdmin.call(getStandard, { params: { id: a.id } })).is_leaf).toBe(true);
    const taken = await districtAdmin.send(createStandard, {
      body: { framework_id: own.id, code: 'A', statement: 'Again' },
    });
    expect([taken.status, taken.body.code]).toEqual([422, 'standard.code_taken']);
    const edit = { statement: 'New words', lock_version: moved.lock_version };
    await districtAdmin.call(updateStandard, { params: { id: child.id }, body: edit });
    expect(
      (await districtAdmin.send(updateStandard, { params: { id: child.id }, body: edit })).body.code,
    ).toBe('version_conflict');
    const events = await build(platform, (tx) =>
      tx
        .selectFrom('audit_events')
        .select(['action', 'changes'])
        .where('target_id', '=', child.id)
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ action }) => action)).toEqual([
      'standard.created',
      'standard.moved',
      'standard.updated',
    ]);
    expect(events[2]?.changes).toEqual({ statement: [child.statement, 'New words'] });
    expect((await districtAdmin.send(deleteStandard, { params: { id: b.id } })).body.code).toBe(
      'standard.in_use',
    );
    await districtAdmin.call(deleteStandard, { params: { id: grandchild.id } });
    expect((await districtAdmin.send(getStandard, { params: { id: grandchild.id } })).status).toBe(404);
  });
});
