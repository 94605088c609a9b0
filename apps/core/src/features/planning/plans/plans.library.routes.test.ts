import { getLessonDraft, patchLessonDraft } from '@k12/contracts/planning/drafts';
import { copyLesson, moveLesson } from '@k12/contracts/planning/lesson-moves';
import { createPlanBulkAction, getPlanBulkAction } from '@k12/contracts/planning/plan-bulk';
import {
  createLessonPlan,
  createUnitLesson,
  createUnitPlan,
  deleteUnitPlan,
  getLessonPlan,
  getUnitPlan,
  listLessonPlans,
  listUnitLessons,
  listUnitPlans,
  restoreDeletedUnitPlan,
  updateUnitPlan,
} from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aPlacement } from '../../../test/a-course.ts';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { purgeBin } from './purge.service.ts';

const world = await aSchool();
const { teacher, lead, student, otherTenantTeacher, school, otherSchool, clock } = world;
const colleague = await aTeacher();

function aTeacher() {
  return actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
}

async function aUnit(actor: TestActor = teacher, fields: object = {}): Promise<string> {
  return (await actor.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}`, ...fields } })).id;
}

async function aLesson(unitId: string, title = `Lesson ${nextNumber()}`): Promise<string> {
  return (await teacher.call(createUnitLesson, { params: { id: unitId }, body: { title } })).id;
}

const titles = async (unitId: string) =>
  (await teacher.call(listUnitLessons, { params: { id: unitId } })).data.map((row) => row.title);

const day = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

describe('the library', () => {
  test('PLN-16 PLN-24 filters by subject, grade, year, state, owner, tag and whose plans; subjects may be several', async () => {
    const owner = await aTeacher();
    const both = await aUnit(owner, {
      subjects: ['Science', 'Art'],
      grade_levels: ['6', '7'],
      tags: ['water'],
    });
    const school_unit = await aUnit(owner, { subjects: ['Art'], home: 'school', title: 'Colour wheels' });
    const find = async (query: object) =>
      (await owner.call(listUnitPlans, { query: { limit: 200, ...query } })).data.map((row) => row.id);
    for (const subject of ['Science', 'Art']) expect(await find({ subject })).toContain(both);
    expect(await find({ subject: 'Science', grade_level: '7', tag: 'water' })).toEqual([both]);
    expect(await find({ of: 'mine' })).toEqual([school_unit, both]);
    expect(await find({ of: 'mine', sort: 'title' })).toEqual([school_unit, both]);
    expect(await find({ of: 'school', owner_id: owner.id })).toEqual([school_unit]);
    expect(await find({ of: 'mine', state: 'published' })).toEqual([]);
    expect(await find({ of: 'mine', q: 'olour' })).toEqual([school_unit]);
    for (const query of [
      { framework_id: newId() },
      { template_id: newId() },
      { academic_year_id: newId() },
    ]) {
      expect(await find({ of: 'mine', ...query })).toEqual([]);
    }
    expect((await owner.send(listUnitPlans, { query: { sort: 'colour' } as never })).status).toBe(422);
  });

  test('PLN-24 pages by cursor in every order without gaps or repeats', async () => {
    const owner = await aTeacher();
    const placed = await aPlacement(world, owner.person as never, { starts_on: day(10), ends_on: day(20) });
    const ids = [placed.unit_id];
    for (let at = 0; at < 5; at++) {
      clock.advance({ minutes: 1 });
      ids.push(await aUnit(owner));
    }
    for (const sort of ['updated_at', '-updated_at', 'title', '-title', 'starts_on', '-starts_on'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { of: 'mine' as const, sort, limit: 2, ...(cursor ? { cursor } : {}) };
        const page = await owner.call(listUnitPlans, { query });
        seen.push(...page.data.map((row) => row.id));
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      expect([...seen].sort(), sort).toEqual([...ids].sort());
      if (sort.endsWith('starts_on')) expect(seen[0]).toBe(placed.unit_id);
    }
  });

  test('PLN-16 a unit belongs to a school one is at; another school or the district refuse', async () => {
    const send = (body: object) => teacher.send(createUnitPlan, { body: { title: 'X', ...body } });
    expect((await send({ school_id: otherSchool.id })).status).toBe(403);
    expect((await send({ home: 'district' })).status).toBe(403);
    expect((await send({ school_id: newId() })).status).toBe(422);
    expect((await send({ home: 'team' })).body.errors[0].pointer).toBe('/planning_context_id');
  });

  test('PLN-175 a repeated creation with one key makes one unit; another body is refused', async () => {
    const key = { 'idempotency-key': newId() };
    const body = { title: `Once ${nextNumber()}` };
    const first = await teacher.send(createUnitPlan, { body }, key);
    const again = await teacher.send(createUnitPlan, { body }, key);
    expect(again.body.id).toBe(first.body.id);
    expect((await teacher.send(createUnitPlan, { body: { title: 'Other' } }, key)).status).toBe(422);
  });

  test('PLN-174 a stale version is refused with the present record', async () => {
    const id = await aUnit();
    const change = (title: string) =>
      teacher.send(updateUnitPlan, { params: { id }, body: { title, lock_version: 0 } });
    expect((await change('First')).status).toBe(200);
    const stale = await change('Second');
    expect([stale.status, stale.body.code, stale.body.current.title]).toEqual([
      409,
      'version_conflict',
      'First',
    ]);
  });
});

describe('lessons on their way', () => {
  test('PLN-14 a lesson moves to a unit the caller can edit, to the place named, with its draft', async () => {
    const [from, to] = [await aUnit(), await aUnit()];
    await aLesson(to, 'A');
    await aLesson(to, 'B');
    const id = await aLesson(from, 'Moved');
    const objectives = [{ id: newId(), text: 'kept' }];
    await teacher.call(patchLessonDraft, {
      params: { id },
      body: {
        revision: 0,
        change_id: newId(),
        changes: [{ op: 'set', path: '/objectives', value: objectives }],
      },
    });
    const body = { unit_plan_id: to, position: 2 };
    await teacher.call(moveLesson, { params: { id }, body });
    expect(await titles(from)).toEqual([]);
    expect(await titles(to)).toEqual(['A', 'Moved', 'B']);
    expect((await teacher.call(getLessonDraft, { params: { id } })).content).toEqual({ objectives });
    expect((await colleague.send(moveLesson, { params: { id }, body })).status).toBe(404);
    const foreign = await aUnit(colleague);
    expect((await teacher.send(moveLesson, { params: { id }, body: { unit_plan_id: foreign } })).status).toBe(
      404,
    );
    expect((await otherTenantTeacher.send(moveLesson, { params: { id }, body })).status).toBe(404);
  });

  test('PLN-14 a copy has the words and not the history; changing it leaves the first alone', async () => {
    const unit = await aUnit();
    const id = await aLesson(unit, 'Original');
    const objectives = [{ id: newId(), text: 'same words' }];
    const write = (plan: string, revision: number, value: unknown) =>
      teacher.call(patchLessonDraft, {
        params: { id: plan },
        body: { revision, change_id: newId(), changes: [{ op: 'set', path: '/objectives', value }] },
      });
    await write(id, 0, objectives);
    const copy = await teacher.call(copyLesson, {
      params: { id },
      body: { unit_plan_id: unit, position: 1 },
    });
    expect(copy).toMatchObject({ source_plan_id: id, published_version_id: null });
    const draft = await teacher.call(getLessonDraft, { params: { id: copy.id } });
    expect(draft.content).toEqual({ objectives });
    await write(copy.id, draft.revision, [{ id: newId(), text: 'changed' }]);
    expect((await teacher.call(getLessonDraft, { params: { id } })).content).toEqual({ objectives });
  });

  test('PLN-15 a lesson stands alone, and can later be put into a unit', async () => {
    const alone = await teacher.call(createLessonPlan, {
      body: { title: 'Fire drill', duration_minutes: 20 },
    });
    expect(alone).toMatchObject({ unit_plan_id: null, position: null });
    const unit = await aUnit();
    await teacher.call(moveLesson, { params: { id: alone.id }, body: { unit_plan_id: unit } });
    expect(await titles(unit)).toEqual(['Fire drill']);
    const { data } = await teacher.call(listLessonPlans, { query: { unit_plan_id: unit } });
    expect(data.map((row) => row.id)).toEqual([alone.id]);
  });
});

describe('the calendar and the bin', () => {
  test('PLN-27 a placed unit says how many minutes it has', async () => {
    const placed = await aPlacement(world, teacher.person as never, { starts_on: day(0), ends_on: day(13) });
    const unit = await teacher.call(getUnitPlan, { params: { id: placed.unit_id } });
    expect(unit.available_minutes).toEqual(expect.any(Number));
    expect(unit).toMatchObject({ planned_minutes: 50, lessons_count: 1 });
  });

  test('PLN-22 PLN-20 what is on a calendar asks first, cancels what is to come, and brings it back', async () => {
    const placed = await aPlacement(world, teacher.person as never, { starts_on: day(5), ends_on: day(15) });
    const params = { id: placed.unit_id };
    const asked = await teacher.send(deleteUnitPlan, { params, query: {} });
    expect([asked.status, asked.body.code]).toEqual([409, 'plan.in_use']);
    expect(asked.body.current.placements).toMatchObject([{ id: placed.placement_id }]);
    const isThere = async () =>
      build(world.platform, async (tx) => {
        const rows = await tx
          .selectFrom('unit_placements')
          .select('deleted_at')
          .where('id', '=', placed.placement_id)
          .execute();
        return rows[0]?.deleted_at === null;
      });
    await teacher.call(deleteUnitPlan, { params, query: { confirm: 'true' } });
    expect(await isThere()).toBe(false);
    await teacher.call(restoreDeletedUnitPlan, { params });
    expect(await isThere()).toBe(true);
  });

  test('PLN-21 after its time in the bin a plan is purged with title and lineage in the log; later ones stay', async () => {
    const [old, recent] = [await aUnit(teacher, { title: 'Old one' }), await aUnit()];
    const lesson = await aLesson(old);
    for (const [id, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      await teacher.call(deleteUnitPlan, { params: { id }, query: {} });
      const deleted_at = new Date(clock.now().getTime() - days * 86_400_000).toISOString();
      await build(world.platform, (tx) =>
        tx
          .updateTable('plans')
          .set({ deleted_at })
          .where((eb) => eb.or([eb('id', '=', id), eb('unit_plan_id', '=', id)]))
          .execute(),
      );
    }
    await purgeBin(contextOf(world.platform, world.tenant));
    const bin = (await teacher.call(listUnitPlans, { query: { deleted: 'true' } })).data.map((row) => row.id);
    expect(bin).toContain(recent);
    expect(bin).not.toContain(old);
    const [gone, log] = await build(world.platform, async (tx) => [
      await tx.selectFrom('plans').select('id').where('id', 'in', [old, lesson]).execute(),
      await tx
        .selectFrom('audit_events')
        .selectAll()
        .where('target_id', '=', old)
        .where('action', '=', 'plan.purged')
        .execute(),
    ]);
    expect(gone).toEqual([]);
    expect(log).toMatchObject([{ actor_kind: 'system', changes: { title: ['Old one', null], lineage: {} } }]);
  });
});

describe('many at once', () => {
  test('PLN-23 one result for each plan; a failure leaves the others done', async () => {
    const own = [await aUnit(), await aUnit(teacher, { tags: ['kept'] })];
    const hidden = await aUnit(colleague);
    const shown = await aUnit(colleague, { home: 'school' });
    const plan_ids = [...own, hidden, shown, newId()];
    const body = { action: 'tag' as const, plan_ids, tags: ['autumn'] };
    expect((await student.send(createPlanBulkAction, { body })).status).toBe(403);
    const done = await teacher.call(createPlanBulkAction, { body });
    expect(done.results.map(({ status, code }) => [status, code])).toEqual([
      ['done', null],
      ['done', null],
      ['failed', 'not_found'],
      ['failed', 'forbidden'],
      ['failed', 'not_found'],
    ]);
    expect(done.results[2]?.title).toBeNull();
    const tagged = await teacher.call(getUnitPlan, { params: { id: own[1] ?? '' } });
    expect(tagged.tags).toEqual(['kept', 'autumn']);
    expect(await teacher.call(getPlanBulkAction, { params: { id: done.id } })).toEqual(done);
    expect((await colleague.send(getPlanBulkAction, { params: { id: done.id } })).status).toBe(404);
  });

  test('PLN-23 archives, moves, shares and deletes; 201 plans are refused', async () => {
    const [id, lesson_unit] = [await aUnit(), await aUnit()];
    const act = (body: object) =>
      teacher.call(createPlanBulkAction, { body: { plan_ids: [id], ...body } as never });
    const lessonId = await aLesson(lesson_unit);
    expect(
      (await act({ action: 'share', collaborators: [{ user_id: colleague.id, access: 'view' }] })).done_count,
    ).toBe(1);
    expect((await colleague.send(getUnitPlan, { params: { id } })).status).toBe(200);
    expect((await act({ action: 'move', plan_ids: [lesson_unit], home: 'school' })).done_count).toBe(1);
    expect((await colleague.send(getLessonPlan, { params: { id: lessonId } })).status).toBe(200);
    expect((await act({ action: 'archive' })).results).toMatchObject([{ status: 'done' }]);
    expect((await act({ action: 'tag', tags: ['x'] })).results).toMatchObject([{ code: 'conflict' }]);
    expect((await act({ action: 'delete' })).done_count).toBe(1);
    expect((await act({ action: 'restore' })).done_count).toBe(1);
    const many = Array.from({ length: 201 }, () => newId());
    const reply = await lead.send(createPlanBulkAction, { body: { action: 'unarchive', plan_ids: many } });
    expect(reply.status).toBe(422);
  });
});
