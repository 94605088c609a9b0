import { getLessonPlan } from '@k12/contracts/planning/plans';
import { attachResource } from '@k12/contracts/planning/resource-attachments';
import { getResourceContent } from '@k12/contracts/planning/resources';
import * as contract from '@k12/contracts/planning/substitutions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';
import { insert, now } from '../../../test/record-tools.ts';
import { aFile, aLink } from '../../../test/resources.ts';

const world = await aTaughtYear();
const { teacher, admin, student, guardian, otherTenantTeacher, anonymous, ids } = world;
const person = (school: { id: string }) =>
  actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const substitute = await person(world.school);
const fellow = await person(world.school);
const elsewhere = await person(world.otherSchool);

// A personal unit: nobody else reads it, so whatever a substitute sees comes through the substitution.
const unit = await world.aUnit({ title: 'Cells', lessons: 5, home: 'personal' });
const [first = '', second = '', third = '', fourth = '', fifth = ''] = unit.lessons;
const by = { created_by: teacher.id, updated_by: teacher.id, created_at: now(world), updated_at: now(world) };
for (const [lesson_plan_id, meeting_on] of [
  [first, '2026-11-13'],
  [second, '2026-11-17'],
  [third, '2026-11-18'],
  [fourth, '2026-11-19'],
  [fifth, '2026-11-20'],
]) {
  const session = { id: newId(), lesson_plan_id, section_id: ids.nine_b, meeting_on, starts_at: '09:00' };
  await insert(world, 'lesson_sessions', { ...session, ends_at: '09:50', ...by });
}
for (const id of unit.lessons) {
  const content = JSON.stringify({ check: `Words of ${id}` });
  const last = { last_editor_id: teacher.id, last_edited_at: now(world) };
  await insert(world, 'plan_drafts', { plan_id: id, content, ...last });
}
const sheet = await aFile(teacher);
const secret = await aFile(teacher);
const link = await aLink(teacher, { title: 'Cell atlas' });
const attach = (resource_id: string, target_id: string) =>
  teacher.call(attachResource, {
    params: { id: resource_id },
    body: { target_type: 'lesson_plan', target_id },
  });
await attach(sheet.id, third);
await attach(link.id, third);
await attach(secret.id, fifth);

const oneDay = { section_ids: [ids.nine_b], starts_on: '2026-11-18', ends_on: '2026-11-18' };
const give = (body: object) => teacher.call(contract.createSubstitution, { body: { ...oneDay, ...body } });

test('PLN-126 standing in is arranged by the teacher or who leads, for staff of the school, for days to come', async () => {
  const body = { ...oneDay, substitute_id: substitute.id };
  expect((await anonymous.send(contract.createSubstitution, { body })).status).toBe(401);
  for (const actor of [student, guardian]) {
    expect((await actor.send(contract.createSubstitution, { body })).status).toBe(403);
  }
  const refused = async (given: object, actor = teacher) => {
    const reply = await actor.send(contract.createSubstitution, { body: { ...body, ...given } });
    return [reply.status, reply.body.errors?.[0]?.code];
  };
  // Sections that one does not teach do not exist here, also for a fellow who knows their ids.
  expect(await refused({}, fellow)).toEqual([422, 'unknown_section']);
  expect(await refused({}, otherTenantTeacher)).toEqual([422, 'unknown_section']);
  expect((await refused({ teacher_id: teacher.id }, fellow))[0]).toBe(403);
  expect((await refused({ teacher_id: teacher.id }, elsewhere))[0]).toBe(403);
  expect(await refused({ substitute_id: student.id })).toEqual([422, 'not_staff']);
  expect(await refused({ substitute_id: elsewhere.id })).toEqual([422, 'not_staff']);
  expect(await refused({ substitute_id: otherTenantTeacher.id })).toEqual([422, 'not_staff']);
  expect(await refused({ substitute_id: teacher.id })).toEqual([422, 'same_person']);
  expect(await refused({ ends_on: '2026-11-17' })).toEqual([422, 'ends_before_start']);
  expect(await refused({ ends_on: '2027-01-18' })).toEqual([422, 'too_long']);
  expect(await refused({ starts_on: '2026-11-10', ends_on: '2026-11-12' })).toEqual([422, 'past']);
  const made = await admin.call(contract.createSubstitution, { body: { ...body, teacher_id: teacher.id } });
  expect(made).toMatchObject({ state: 'open', teacher: { id: teacher.id }, can: { revoke: true } });
  const audit = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('action').where('target_id', '=', made.id).execute(),
  );
  expect(audit).toEqual([{ action: 'substitution.created' }]);
  const told = await build(world.platform, (tx) =>
    tx.selectFrom('notifications').select('kind').where('user_id', '=', substitute.id).execute(),
  );
  expect(told).toEqual([{ kind: 'substitution.given' }]);
});

test('PLN-126 a substitute sees the lessons of the day and the adjoining ones with their resources, and nothing else of the unit', async () => {
  expect((await substitute.send(getLessonPlan, { params: { id: third } })).status).toBe(404);
  const { id } = await give({ substitute_id: substitute.id, note: 'Keys are in the office' });
  const day = await substitute.call(contract.getSubstituteDay, { params: { id }, query: {} });
  expect(day.on).toBe('2026-11-18');
  expect(day.sessions.map((session) => [session.place, session.lesson_plan_id])).toEqual([
    ['before', second],
    ['day', third],
    ['next', fourth],
  ]);
  expect(day.sessions[1]?.resources.map(({ title }) => title).sort()).toEqual(
    [sheet.title, 'Cell atlas'].sort(),
  );
  const file = (resource_id: string) =>
    substitute.send(contract.getSubstituteFile, { params: { id, resource_id } });
  expect((await file(sheet.id)).status).toBe(200);
  expect((await file(secret.id)).status).toBe(404);
  expect((await substitute.send(getResourceContent, { params: { id: sheet.id }, query: {} })).status).toBe(
    404,
  );
  // It lets nobody into the plan itself: no reading of drafts, no writing, no list of it.
  expect((await substitute.send(getLessonPlan, { params: { id: third } })).status).toBe(404);
  expect(await substitute.send(contract.revokeSubstitution, { params: { id } })).toMatchObject({
    status: 403,
  });
  const outside = await substitute.send(contract.getSubstituteDay, {
    params: { id },
    query: { on: '2026-11-20' },
  });
  expect([outside.status, outside.body.errors?.[0]?.pointer]).toEqual([422, '/on']);
});

test('PLN-126 what is given to one person is nobody else’s, and ends with its days, its revoking and the section', async () => {
  const { id } = await give({ substitute_id: substitute.id });
  const read = async (actor: typeof teacher) =>
    (await actor.send(contract.getSubstituteDay, { params: { id }, query: {} })).status;
  for (const actor of [fellow, elsewhere, otherTenantTeacher]) expect(await read(actor)).toBe(404);
  for (const actor of [student, guardian]) expect(await read(actor)).toBe(403);
  expect(await read(substitute)).toBe(200);
  const later = await give({ substitute_id: substitute.id, starts_on: '2026-12-07', ends_on: '2026-12-07' });
  const early = { params: { id: later.id }, query: {} };
  expect((await substitute.call(contract.getSubstitution, { params: { id: later.id } })).state).toBe(
    'waiting',
  );
  expect((await substitute.send(contract.getSubstituteDay, early)).status).toBe(404);
  expect((await fellow.send(contract.getSubstitution, { params: { id: later.id } })).status).toBe(404);

  const gone = await give({ substitute_id: substitute.id });
  expect((await teacher.call(contract.revokeSubstitution, { params: { id: gone.id } })).state).toBe(
    'revoked',
  );
  for (const send of [
    substitute.send(contract.getSubstitution, { params: { id: gone.id } }),
    substitute.send(contract.getSubstituteDay, { params: { id: gone.id }, query: {} }),
    substitute.send(contract.getSubstitutePacket, { query: { substitution_id: gone.id } }),
    substitute.send(contract.getSubstituteFile, { params: { id: gone.id, resource_id: sheet.id } }),
  ]) {
    expect((await send).status).toBe(404);
  }
  const setEnrollment = (state: 'active' | 'inactive') =>
    build(world.platform, (tx) =>
      tx
        .updateTable('enrollments')
        .set({ state })
        .where('tenant_id', '=', world.tenant.id)
        .where('user_id', '=', teacher.id)
        .where('section_id', '=', ids.nine_b)
        .execute(),
    );
  await setEnrollment('inactive');
  const empty = await substitute.call(contract.getSubstituteDay, { params: { id }, query: {} });
  expect(empty.sessions).toEqual([]);
  await setEnrollment('active');
  const over = { starts_on: '2026-11-13', ends_on: '2026-11-15' };
  await build(world.platform, (tx) =>
    tx
      .updateTable('substitutions')
      .set(over)
      .where('tenant_id', '=', world.tenant.id)
      .where('id', '=', id)
      .execute(),
  );
  expect(await read(substitute)).toBe(404);
  expect((await teacher.call(contract.getSubstitution, { params: { id } })).state).toBe('ended');
});

test('PLN-191 without a name the dated link opens for those who teach at the school, and only for them', async () => {
  const { id } = await give({});
  const open = (actor: typeof teacher) =>
    actor.send(contract.getSubstituteDay, { params: { id }, query: {} });
  expect((await open(fellow)).body.sessions).toHaveLength(3);
  for (const actor of [elsewhere, otherTenantTeacher]) expect((await open(actor)).status).toBe(404);
  expect((await anonymous.send(contract.getSubstituteDay, { params: { id }, query: {} })).status).toBe(401);
  const { data } = await fellow.call(contract.listSubstitutions, {});
  expect(data.map((one) => one.id)).not.toContain(id);
});

test('PLN-191 PLN-126 one request is the packet of a day, from the plans as they are now', async () => {
  const { id } = await give({ substitute_id: substitute.id, note: 'Keys are in the office' });
  const packet = await substitute.call(contract.getSubstitutePacket, { query: { substitution_id: id } });
  const said = JSON.stringify(packet.blocks);
  for (const words of [
    'Keys are in the office',
    `Words of ${second}`,
    `Words of ${third}`,
    `Words of ${fourth}`,
  ]) {
    expect(said).toContain(words);
  }
  for (const lesson of [first, fifth]) expect(said).not.toContain(`Words of ${lesson}`);
  expect(said.indexOf(`Words of ${third}`)).toBeLessThan(said.indexOf(`Words of ${second}`));
  const changed = JSON.stringify({ check: 'Changed this morning' });
  await build(world.platform, (tx) =>
    tx
      .updateTable('plan_drafts')
      .set({ content: changed })
      .where('tenant_id', '=', world.tenant.id)
      .where('plan_id', '=', third)
      .execute(),
  );
  const again = await substitute.call(contract.getSubstitutePacket, { query: { substitution_id: id } });
  expect(JSON.stringify(again.blocks)).toContain('Changed this morning');
  const own = await teacher.call(contract.getSubstitutePacket, { query: { on: '2026-11-18', locale: 'fr' } });
  expect([own.title, JSON.stringify(own.blocks).includes('Changed this morning')]).toEqual([
    'Dossier de remplacement',
    true,
  ]);
  const others = await fellow.call(contract.getSubstitutePacket, { query: { on: '2026-11-18' } });
  expect(JSON.stringify(others.blocks)).not.toContain('Changed this morning');
});
