import {
  createUnitLesson,
  createUnitPlan,
  deleteUnitPlan,
  getLessonPlan,
  getUnitPlan,
  listUnitLessons,
  listUnitPlans,
  putLessonOrder,
  restoreDeletedUnitPlan,
  updateUnitPlan,
} from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, teacher, lead, admin, otherSchoolAdmin, otherTenantTeacher, student, guardian, school } =
  world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });

function aUnit(actor: TestActor = teacher, fields: object = {}) {
  return actor.call(createUnitPlan, { body: { title: `Unit ${nextNumber()}`, ...fields } });
}

function aLesson(actor: TestActor, unitId: string, title = `Lesson ${nextNumber()}`) {
  return actor.call(createUnitLesson, { params: { id: unitId }, body: { title, duration_minutes: 40 } });
}

describe('beginning a unit', () => {
  test('PLN-173 signed out: 401; students and guardians: 403', async () => {
    const body = { title: 'Fractions' };
    expect((await anonymous.send(createUnitPlan, { body })).status).toBe(401);
    for (const actor of [student, guardian]) {
      expect((await actor.send(createUnitPlan, { body })).status).toBe(403);
      expect((await actor.send(listUnitPlans, { query: {} })).status).toBe(403);
    }
  });

  test('PLN-01 the title is the only required field; school, pack and an empty draft are there', async () => {
    const unit = await aUnit(teacher, { title: 'Ratios in the kitchen' });
    expect(unit).toMatchObject({
      title: 'Ratios in the kitchen',
      school_id: school.id,
      home: 'personal',
      state: 'draft',
      pack_key: 'plain',
      schema_key: 'unit',
      draft_revision: 0,
      owner: { id: teacher.id },
    });
  });

  test('PLN-174 every fault of a body is named at once', async () => {
    const reply = await teacher.send(createUnitPlan, {
      body: { title: ' ', grade_levels: ['13'], colour: 'red' } as never,
    });
    expect(reply.status).toBe(422);
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(['/colour', '/grade_levels/0', '/title']);
  });
});

describe('who may see a unit', () => {
  test('PLN-172 another tenant, another school and a colleague get the 404 of an unknown id', async () => {
    const unit = await aUnit();
    const params = { id: unit.id };
    for (const actor of [otherTenantTeacher, otherSchoolAdmin, colleague]) {
      expect((await actor.send(getUnitPlan, { params })).status).toBe(404);
      const body = { title: 'Mine now', lock_version: 0 };
      expect((await actor.send(updateUnitPlan, { params, body })).status).toBe(404);
      expect((await actor.send(deleteUnitPlan, { params, query: {} })).status).toBe(404);
      const { data } = await actor.call(listUnitPlans, { query: { limit: 200 } });
      expect(data.map((row) => row.id)).not.toContain(unit.id);
    }
    expect((await teacher.send(getLessonPlan, { params })).status).toBe(404);
  });

  test('PLN-172 a readable unit of the school gives 403 to whoever has no right to change it', async () => {
    const unit = await aUnit(teacher, { home: 'school' });
    const params = { id: unit.id };
    expect(await colleague.call(getUnitPlan, { params })).toMatchObject({ can: { update: false } });
    const body = { title: 'Mine now', lock_version: 0 };
    expect((await colleague.send(updateUnitPlan, { params, body })).status).toBe(403);
    for (const actor of [lead, admin]) {
      expect(await actor.call(getUnitPlan, { params })).toMatchObject({ can: { update: true, share: true } });
    }
  });
});

describe('lessons of a unit', () => {
  test('PLN-27 the unit sums the minutes of its lessons', async () => {
    const unit = await aUnit();
    await aLesson(teacher, unit.id);
    await aLesson(teacher, unit.id);
    const found = await teacher.call(getUnitPlan, { params: { id: unit.id } });
    expect(found).toMatchObject({ lessons_count: 2, planned_minutes: 80 });
  });

  test('PLN-13 an order is one write; another set of lessons gets 409 with the present one', async () => {
    const unit = await aUnit();
    const ids = [];
    for (let at = 0; at < 3; at++) ids.push((await aLesson(teacher, unit.id)).id);
    const [a = '', b = '', c = ''] = ids;
    const params = { id: unit.id };
    const put = (lesson_plan_ids: string[]) =>
      teacher.send(putLessonOrder, { params, body: { lesson_plan_ids } });
    expect((await put([c, a, b])).status).toBe(200);
    const { data } = await teacher.call(listUnitLessons, { params });
    expect(data.map((row) => row.id)).toEqual([c, a, b]);
    for (const wrong of [
      [c, a],
      [c, a, a],
      [c, a, b, newId()],
    ]) {
      const reply = await put(wrong);
      expect([reply.status, reply.body.code]).toEqual([409, 'plan.lessons_changed']);
      expect(reply.body.current).toEqual({ lesson_plan_ids: [c, a, b] });
    }
    const both = await Promise.all([put([a, b, c]), put([b, c, a])]);
    expect(both.map((reply) => reply.status)).toEqual([200, 200]);
    const after = await teacher.call(listUnitLessons, { params });
    expect([`${a}${b}${c}`, `${b}${c}${a}`]).toContain(after.data.map((row) => row.id).join(''));
  });
});

describe('the bin', () => {
  test('PLN-19 PLN-20 a unit leaves lists with its lessons and comes back as it was, with another name when taken', async () => {
    const unit = await aUnit(teacher, { title: 'Volcanoes' });
    const lesson = await aLesson(teacher, unit.id);
    const params = { id: unit.id };
    await teacher.call(deleteUnitPlan, { params, query: {} });
    expect((await teacher.send(getUnitPlan, { params })).status).toBe(404);
    expect((await teacher.send(getLessonPlan, { params: { id: lesson.id } })).status).toBe(404);
    const bin = await teacher.call(listUnitPlans, { query: { deleted: 'true' } });
    expect(bin.data.find((row) => row.id === unit.id)).toMatchObject({
      can: { restore: true, update: false },
    });
    await aUnit(teacher, { title: 'Volcanoes' });
    const restored = await teacher.call(restoreDeletedUnitPlan, { params });
    expect(restored).toMatchObject({ title: 'Volcanoes (2)', lessons_count: 1, deleted_at: null });
    expect((await teacher.send(getLessonPlan, { params: { id: lesson.id } })).status).toBe(200);
  });

  test('PLN-176 PLN-177 creating and deleting leave audit events and domain events without text of the plan', async () => {
    const unit = await aUnit();
    await teacher.call(deleteUnitPlan, { params: { id: unit.id }, query: {} });
    const [audit, events] = await build(world.platform, async (tx) => [
      await tx
        .selectFrom('audit_events')
        .selectAll()
        .where('target_id', '=', unit.id)
        .orderBy('occurred_at')
        .orderBy('id')
        .execute(),
      await tx.selectFrom('domain_events').selectAll().where('name', 'like', 'unit_plan.%').execute(),
    ]);
    expect(audit.map((event) => [event.action, event.actor_id])).toEqual([
      ['plan.created', teacher.id],
      ['plan.deleted', teacher.id],
    ]);
    const mine = events.filter(
      (event) => (event.payload as { unit_plan_id: string }).unit_plan_id === unit.id,
    );
    expect(mine.map((event) => [event.name, event.payload]).sort()).toEqual([
      ['unit_plan.created', { unit_plan_id: unit.id }],
      ['unit_plan.deleted', { unit_plan_id: unit.id }],
    ]);
  });
});
