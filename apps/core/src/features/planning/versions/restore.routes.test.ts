import {
  createUnitLesson,
  createUnitPlan,
  getUnitPlan,
  listUnitLessons,
} from '@k12/contracts/planning/plans';
import {
  cutUnitVersion,
  diffUnitVersions,
  getUnitFieldHistory,
  getUnitVersion,
  listUnitVersions,
  restoreUnitVersion,
} from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { newText, oldText } from '@k12/plan-content/word-diff';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';

const world = await aSchool();
const { teacher, otherTenantTeacher, platform, tenant, school } = world;
const colleague = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });

async function aUnit(...contents: object[]) {
  const { id } = await teacher.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}` } });
  for (const content of contents) {
    await writeDraft(world, id, content);
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
  }
  return id;
}

function change(id: string, changes: object) {
  return build(platform, (tx) =>
    tx.updateTable('plans').set(changes).where('tenant_id', '=', tenant.id).where('id', '=', id).execute(),
  );
}

const diff = (id: string, from: string, to: string) =>
  teacher.call(diffUnitVersions, { params: { id }, query: { from, to } });
const restore = (id: string, number: number, path?: string) =>
  teacher.call(restoreUnitVersion, { params: { id, number }, body: { path } });
const numbers = async (id: string) =>
  (await teacher.call(listUnitVersions, { params: { id }, query: {} })).data.map((row) => row.version_number);

describe('comparing', () => {
  test('PLN-33 PLN-35 two versions, a version and the draft, in either direction', async () => {
    const id = await aUnit(
      { overview: richText('Plants use light'), objectives: objectives('1Name it', '2Draw it', '3Use it') },
      {
        overview: richText('Plants need light'),
        objectives: objectives('3Use it', '1Name it', '2Draw them'),
      },
    );
    await writeDraft(world, id, { overview: richText('Plants need water') });
    const there = await diff(id, '1', '2');
    expect(there.from).toMatchObject({ name: '1', version_number: 1, plan_id: id });
    expect(there.changes.map(({ path, status }) => [path.split('/')[1], status])).toEqual([
      ['overview', 'changed'],
      ['objectives', 'moved'],
      ['objectives', 'changed'],
    ]);
    const back = await diff(id, '2', '1');
    const runs = (reply: typeof there) => reply.changes[0]?.runs ?? [];
    expect(newText(runs(there))).toBe('Plants need light');
    expect([oldText(runs(back)), newText(runs(back))]).toEqual(['Plants need light', 'Plants use light']);
    const draft = await diff(id, '2', 'draft');
    expect(draft.changes.map(({ status }) => status)).toEqual(['changed', 'removed', 'removed', 'removed']);
    expect((await diff(id, 'draft', 'draft')).changes).toEqual([]);
  });

  test('PLN-38 the diff of a unit holds what changed inside its lessons', async () => {
    const id = await aUnit();
    const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'Shade' } });
    await writeDraft(world, lesson.id, { check: 'What is left?' });
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    await writeDraft(world, lesson.id, { check: 'What remains?' });
    const draft = await diff(id, '1', 'draft');
    expect(draft.changes).toMatchObject([{ kind: 'lesson', status: 'changed', name: { en: 'Shade' } }]);
    expect(draft.lessons).toMatchObject([{ lesson_plan_id: lesson.id, changes: [{ path: '/check' }] }]);
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    expect((await diff(id, '1', '2')).lessons).toEqual(draft.lessons);
  });

  test('PLN-33 plans that are not related give 422, the recorded ancestor is allowed, PLN-172 strangers 404', async () => {
    const source = await aUnit({ overview: richText('The first') });
    const copy = await aUnit({ overview: richText('The second') });
    const [version] = (await teacher.call(listUnitVersions, { params: { id: source }, query: {} })).data;
    const query = { from: version?.id ?? '', to: '1' };
    const unrelated = await teacher.send(diffUnitVersions, { params: { id: copy }, query });
    expect([unrelated.status, unrelated.body.errors[0].code]).toEqual([422, 'unrelated_plans']);
    const none = { from: 'source', to: 'draft' };
    expect((await teacher.send(diffUnitVersions, { params: { id: copy }, query: none })).status).toBe(422);
    await change(copy, { source_plan_id: source, source_version_id: version?.id });
    expect((await diff(copy, version?.id ?? '', '1')).changes[0]?.path).toBe('/@title');
    expect((await diff(copy, 'source', 'draft')).from).toMatchObject({ name: 'source', plan_id: source });
    await change(copy, { owner_id: colleague.id });
    const ofColleague = await colleague.send(diffUnitVersions, { params: { id: copy }, query: none });
    expect(ofColleague.status).toBe(404);
    for (const side of ['9', newId(), 'published']) {
      const reply = await colleague.send(diffUnitVersions, {
        params: { id: copy },
        query: { from: side, to: 'draft' },
      });
      expect(reply.status).toBe(404);
    }
    expect((await otherTenantTeacher.send(diffUnitVersions, { params: { id: source }, query })).status).toBe(
      404,
    );
    const wrong = { from: 'yesterday', to: 'draft' };
    expect((await teacher.send(diffUnitVersions, { params: { id: source }, query: wrong })).status).toBe(422);
  });

  test('PLN-44 a field names the versions that changed it, and what each did', async () => {
    const id = await aUnit(
      { overview: richText('One'), objectives: objectives('1Name it') },
      { overview: richText('One'), objectives: objectives('1Name it', '2Draw it') },
      { overview: richText('Two'), objectives: objectives('1Name it', '2Draw it') },
      { overview: richText('Two'), objectives: objectives('1Name them', '2Draw it') },
    );
    const history = async (path: string) =>
      (await teacher.call(getUnitFieldHistory, { params: { id }, query: { path } })).data;
    expect((await history('/overview')).map((row) => [row.version.version_number, row.status])).toEqual([
      [3, 'changed'],
      [1, 'added'],
    ]);
    const entry = await history(`/objectives/${objectives('1')[0]?.id}`);
    expect(entry.map((row) => [row.version.version_number, row.previous_number])).toEqual([
      [4, 3],
      [1, null],
    ]);
    expect(entry[0]?.version.author.id).toBe(teacher.id);
    expect((await history('/objectives')).map((row) => row.version.version_number)).toEqual([4, 2, 1]);
    expect(await history('/support')).toEqual([]);
  });
});

describe('restoring', () => {
  test('PLN-40 an old version becomes the draft and a new version that names it; nothing is deleted', async () => {
    const id = await aUnit({ overview: richText('One') }, { overview: richText('Two') });
    const reply = await restore(id, 1);
    expect(reply.version).toMatchObject({
      version_number: 3,
      kind: 'restore',
      is_current: true,
      restored_from: { version_number: 1 },
    });
    expect(reply.snapshot).toBeNull();
    expect(await numbers(id)).toEqual([3, 2, 1]);
    expect((await teacher.call(getUnitVersion, { params: { id, number: 3 } })).content).toEqual({
      overview: richText('One'),
    });
    expect((await diff(id, '3', 'draft')).changes).toEqual([]);
    const unit = await teacher.call(getUnitPlan, { params: { id } });
    expect([unit.draft_ahead, unit.draft_revision]).toEqual([false, reply.draft_revision]);
  });

  test('PLN-41 a draft that no version holds is kept first', async () => {
    const id = await aUnit({ overview: richText('One') }, { overview: richText('Two') });
    await writeDraft(world, id, { overview: richText('Not kept yet') });
    const reply = await restore(id, 1);
    expect(reply.snapshot).toMatchObject({ version_number: 3, kind: 'snapshot' });
    const kept = await teacher.call(getUnitVersion, { params: { id, number: 3 } });
    expect(kept.content).toEqual({ overview: richText('Not kept yet') });
    expect(reply.version.version_number).toBe(4);
  });

  test('PLN-41 one field alone comes back, the others stay as they are', async () => {
    const id = await aUnit(
      { overview: richText('One'), objectives: objectives('1Name it', '2Draw it') },
      { overview: richText('Two'), objectives: objectives('1Name them') },
    );
    const path = `/objectives/${objectives('2')[0]?.id}`;
    await restore(id, 1, path);
    const restored = await teacher.call(getUnitVersion, { params: { id, number: 3 } });
    expect(restored.content).toEqual({
      overview: richText('Two'),
      objectives: objectives('1Name them', '2Draw it'),
    });
    const unknown = await teacher.send(restoreUnitVersion, {
      params: { id, number: 1 },
      body: { path: '/nothing' },
    });
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/path']);
  });

  test('PLN-42 what cannot be linked again is named, and the rest is restored', async () => {
    const id = await aUnit();
    const [kept, moved, gone] = await Promise.all(
      ['Kept', 'Moved', 'Gone'].map((title) =>
        teacher.call(createUnitLesson, { params: { id }, body: { title } }),
      ),
    );
    const [active, retired] = await standards(id);
    await writeDraft(world, id, { overview: richText('One') });
    await teacher.call(cutUnitVersion, { params: { id }, body: {} });
    const other = await aUnit({});
    await change(moved?.id ?? '', { unit_plan_id: other, position: 1 });
    await change(gone?.id ?? '', { deleted_at: world.clock.now().toISOString() });
    await retireAndUnalign(id, retired ?? '');
    await writeDraft(world, id, { overview: richText('Two') });
    const first = (await numbers(id)).at(-1) ?? 1;
    const reply = await restore(id, first);
    expect(reply.unlinked.map((one) => [one.kind, one.title, one.reason]).sort()).toEqual([
      ['lesson', 'Gone', 'deleted'],
      ['lesson', 'Moved', 'moved'],
      ['standard', 'RETIRED', 'retired'],
    ]);
    const version = await teacher.call(getUnitVersion, {
      params: { id, number: reply.version.version_number },
    });
    expect(version.content).toEqual({ overview: richText('One') });
    expect(version.alignments.map((one) => one.standard_id)).toEqual([active]);
    const lessons = await teacher.call(listUnitLessons, { params: { id } });
    expect(lessons.data.map((lesson) => lesson.id)).toEqual([kept?.id]);
  });

  test('PLN-43 the published version stays live; an archived plan refuses', async () => {
    const id = await aUnit({ overview: richText('One') }, { overview: richText('Two') });
    const [second] = (await teacher.call(listUnitVersions, { params: { id }, query: {} })).data;
    await change(id, { published_version_id: second?.id, state: 'published' });
    await restore(id, 1);
    const unit = await teacher.call(getUnitPlan, { params: { id } });
    expect(unit).toMatchObject({ published_version_id: second?.id, state: 'draft' });
    await change(id, { state: 'archived' });
    const refused = await teacher.send(restoreUnitVersion, { params: { id, number: 1 }, body: {} });
    expect(refused.status).toBe(409);
    expect(await numbers(id)).toEqual([3, 2, 1]);
  });

  test('PLN-26 a locked part is not restored over: 403 naming the path, and nothing has changed', async () => {
    const id = await aUnit({ overview: richText('One') }, { overview: richText('Two') });
    const locked = [{ path: '/overview', reason: 'District', locked_by: null }];
    await change(id, { locked_paths: JSON.stringify(locked) });
    const reply = await teacher.send(restoreUnitVersion, { params: { id, number: 1 }, body: {} });
    expect([reply.status, reply.body.code, reply.body.errors[0].pointer]).toEqual([
      403,
      'path_locked',
      '/overview',
    ]);
    expect(await numbers(id)).toEqual([2, 1]);
  });
});

/** Two standards the unit is aligned to. */
async function standards(planId: string): Promise<string[]> {
  const ids = [newId(), newId()];
  const now = world.clock.now().toISOString();
  await build(platform, async (tx) => {
    const framework_id = newId();
    await tx
      .insertInto('standard_frameworks')
      .values({
        tenant_id: tenant.id,
        id: framework_id,
        identifier: newId(),
        title: 'Science',
        scope: 'district',
        created_at: now,
        updated_at: now,
      } as never)
      .execute();
    for (const [at, id] of ids.entries()) {
      const code = at === 0 ? 'ACTIVE' : 'RETIRED';
      await tx
        .insertInto('standards')
        .values({
          tenant_id: tenant.id,
          id,
          identifier: id,
          framework_id,
          code,
          code_normalized: code.toLowerCase(),
          statement: 'Explain it',
          position: at,
          created_at: now,
          updated_at: now,
        } as never)
        .execute();
      await tx
        .insertInto('standard_alignments')
        .values({
          tenant_id: tenant.id,
          id: newId(),
          standard_id: id,
          target_type: 'unit_plan',
          target_id: planId,
          created_at: now,
        })
        .execute();
    }
  });
  return ids;
}

async function retireAndUnalign(planId: string, standardId: string): Promise<void> {
  await build(platform, async (tx) => {
    await tx
      .deleteFrom('standard_alignments')
      .where('tenant_id', '=', tenant.id)
      .where('target_id', '=', planId)
      .execute();
    await tx
      .updateTable('standards')
      .set({ state: 'retired' })
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', standardId)
      .execute();
  });
}
