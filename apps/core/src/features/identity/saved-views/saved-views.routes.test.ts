import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  updateSavedView,
} from '@k12/contracts/identity/saved-views';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, admin, teacher, student, school, otherSchool, otherTenantAdmin } = world;
const page = '/admin/users';
const namesFor = async (actor: TestActor) =>
  (await actor.call(listSavedViews, { query: { page } })).data.map(({ name }) => name);

test('UXP-08 a view keeps filters, sort and columns with the account, page by page', async () => {
  expect((await anonymous.send(listSavedViews, { query: { page } })).status).toBe(401);
  const view = { page, name: 'Suspended', filters: { state: 'suspended' }, sort: '-name', columns: ['name'] };
  const kept = await admin.call(createSavedView, { body: view });
  expect(kept).toMatchObject({ ...view, can: { update: true, delete: true }, lock_version: 0 });
  expect((await admin.call(listSavedViews, { query: { page } })).data).toEqual([kept]);
  expect((await admin.call(listSavedViews, { query: { page: '/admin/schools' } })).data).toEqual([]);
  const again = await admin.send(createSavedView, { body: view });
  expect([again.status, again.body.errors[0].pointer]).toEqual([409, '/name']);
});

test('UXP-08 only words of the address are kept', async () => {
  const refused = { page: 'https://evil.example', name: ' ', filters: { 'a b': 'x', sort: 'name' } };
  const reply = await admin.send(createSavedView, { body: refused });
  expect(reply.status).toBe(422);
  const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect(pointers).toEqual(expect.arrayContaining(['/page', '/name', '/filters/a b', '/filters/sort']));
});

test('a view is its owner’s alone until it is shared with a school; then its staff reads it and nobody else', async () => {
  const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
  const elsewhere = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [otherSchool.id],
  });
  const { id } = await teacher.call(createSavedView, { body: { page, name: 'Ours' } });
  const params = { id };
  expect((await colleague.send(deleteSavedView, { params })).status).toBe(404);
  const body = { shared_with_school_id: school.id, lock_version: 0 };
  expect((await teacher.call(updateSavedView, { params, body })).lock_version).toBe(1);
  expect(await namesFor(colleague)).toEqual(['Ours']);
  for (const other of [elsewhere, student, otherTenantAdmin]) {
    expect(await namesFor(other)).toEqual([]);
    expect((await other.send(deleteSavedView, { params })).status).toBe(404);
  }
  expect((await colleague.send(deleteSavedView, { params })).status).toBe(403);
  const stale = await teacher.send(updateSavedView, { params, body: { name: 'Mine', lock_version: 0 } });
  expect([stale.status, stale.body.current.name]).toEqual([409, 'Ours']);
  await teacher.call(deleteSavedView, { params });
  expect(await namesFor(colleague)).toEqual([]);
});

test('nobody shares with a school they do not work at', async () => {
  for (const [actor, shared_with_school_id] of [
    [teacher, otherSchool.id],
    [student, school.id],
  ] as const) {
    const body = { page, name: 'Everywhere', shared_with_school_id };
    expect((await actor.send(createSavedView, { body })).status).toBe(403);
  }
});
