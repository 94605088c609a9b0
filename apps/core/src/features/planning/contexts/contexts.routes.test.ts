import * as contract from '@k12/contracts/planning/contexts';
import { createUnitPlan, getUnitPlan } from '@k12/contracts/planning/plans';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';

const world = await aTaughtYear();
const { teacher, lead, student, guardian, anonymous, otherTenantTeacher, ids } = world;
const colleague = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
const elsewhere = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.otherSchool.id],
});
const team = { name: 'Biology team', kind: 'grade_team' as const, academic_year_id: ids.year };
const create = (body: object = {}) => teacher.call(contract.createContext, { body: { ...team, ...body } });

test('PLN-16 PLN-18 who plans at a school sees its teams and begins own ones; those that speak for it are for who leads', async () => {
  expect((await anonymous.send(contract.listContexts, { query: {} })).status).toBe(401);
  for (const actor of [student, guardian]) {
    expect((await actor.send(contract.listContexts, { query: {} })).status).toBe(403);
  }
  const made = await create({ member_ids: [colleague.id], course_ids: [ids.course] });
  expect(made.members.map(({ id }) => id).sort()).toEqual([teacher.id, colleague.id].sort());
  expect(made.courses).toMatchObject([{ id: ids.course, name: 'Biology' }]);
  const listed = async (actor: typeof teacher) =>
    (await actor.call(contract.listContexts, { query: {} })).data.map(({ id }) => id);
  expect(await listed(colleague)).toContain(made.id);
  for (const actor of [elsewhere, otherTenantTeacher]) {
    expect(await listed(actor)).not.toContain(made.id);
    expect((await actor.send(contract.getContext, { params: { id: made.id } })).status).toBe(404);
  }
  const change = { params: { id: made.id }, body: { name: 'Mine', lock_version: made.lock_version } };
  expect((await colleague.send(contract.updateContext, change)).status).toBe(403);
  expect((await otherTenantTeacher.send(contract.updateContext, change)).status).toBe(404);
  const wide = { body: { ...team, kind: 'school_wide' as const } };
  expect((await teacher.send(contract.createContext, wide)).status).toBe(403);
  expect((await lead.call(contract.createContext, wide)).kind).toBe('school_wide');
});

test('PLN-18 a team takes people and courses of its school alone, and changes once at a time', async () => {
  const refused = async (body: object) => {
    const reply = await teacher.send(contract.createContext, { body: { ...team, ...body } });
    return [reply.status, reply.body.errors?.[0]?.code];
  };
  for (const person of [student, elsewhere, otherTenantTeacher]) {
    expect(await refused({ member_ids: [person.id] })).toEqual([422, 'not_staff']);
  }
  expect(await refused({ course_ids: [ids.nine_b] })).toEqual([422, 'unknown_course']);
  const made = await create();
  const body = { name: 'Life sciences', lock_version: made.lock_version };
  const params = { id: made.id };
  expect((await teacher.call(contract.updateContext, { params, body })).name).toBe('Life sciences');
  const stale = await teacher.send(contract.updateContext, { params, body });
  expect([stale.status, stale.body.current.name]).toEqual([409, 'Life sciences']);
  const audit = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('action').where('target_id', '=', made.id).orderBy('id').execute(),
  );
  expect(audit.map(({ action }) => action)).toEqual(['planning_context.created', 'planning_context.updated']);
});

test('PLN-18 a plan of a team is its members’; who leaves loses it at once, and a team with plans is put away, not deleted', async () => {
  const made = await create({ member_ids: [colleague.id] });
  const unit = await teacher.call(createUnitPlan, {
    body: { title: 'Shared', home: 'team', school_id: world.school.id, planning_context_id: made.id },
  });
  const read = async () => (await colleague.send(getUnitPlan, { params: { id: unit.id } })).status;
  expect(await read()).toBe(200);
  const params = { id: made.id };
  expect((await teacher.send(contract.deleteContext, { params })).status).toBe(409);
  const body = { member_ids: [teacher.id], lock_version: made.lock_version };
  const without = await teacher.call(contract.updateContext, { params, body });
  expect(without.plans_count).toBe(1);
  expect(await read()).toBe(404);
  const away = { archived: true, lock_version: without.lock_version };
  await teacher.call(contract.updateContext, { params, body: away });
  const { data } = await teacher.call(contract.listContexts, { query: { mine: 'true' } } as never);
  expect(data.map(({ id }) => id)).not.toContain(made.id);
  const empty = await create();
  await teacher.call(contract.deleteContext, { params: { id: empty.id } });
  expect((await teacher.send(contract.getContext, { params: { id: empty.id } })).status).toBe(404);
});
