import {
  createResourceFolder,
  deleteResourceFolder,
  getResourceFolder,
  listResourceFolders,
  restoreResourceFolder,
  updateResourceFolder,
} from '@k12/contracts/planning/resource-folders';
import { getResource, listResources } from '@k12/contracts/planning/resources';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, nextNumber } from '../../../test/people.ts';
import { aLink } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, teacher, lead, student, otherTenantTeacher } = world;
const colleague = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});

const folder = (given: object = {}, actor: TestActor = teacher) =>
  actor.call(createResourceFolder, { body: { name: `Folder ${nextNumber()}`, ...given } });
const change = (id: string, body: object, actor: TestActor = teacher) =>
  actor.send(updateResourceFolder, { params: { id }, body: { lock_version: 0, ...body } as never });
const names = async (actor: TestActor, state: 'active' | 'deleted' = 'active') =>
  (await actor.call(listResourceFolders, { query: { state } as never })).data.map(({ name }) => name);

test('PLN-128 without a session 401, students 403, another tenant and somebody’s own folder 404', async () => {
  const { id } = await folder();
  const get = async (actor: TestActor) => (await actor.send(getResourceFolder, { params: { id } })).status;
  expect(await get(anonymous)).toBe(401);
  expect(await get(student)).toBe(403);
  expect(await get(otherTenantTeacher)).toBe(404);
  expect(await get(colleague)).toBe(404);
  expect(await get(teacher)).toBe(200);
});

test('PLN-128 folders nest to eight levels and no deeper, by making and by moving', async () => {
  let parent_id: string | null = null;
  const chain: string[] = [];
  for (let level = 1; level <= 8; level++) {
    const made: { id: string; depth: number } = await folder({ parent_id });
    expect(made.depth).toBe(level);
    chain.push(made.id);
    parent_id = made.id;
  }
  const deeper = await teacher.send(createResourceFolder, { body: { name: 'Nine', parent_id } });
  expect([deeper.status, deeper.body.errors?.[0]?.code]).toEqual([422, 'too_deep']);
  const other = await folder();
  await folder({ parent_id: other.id });
  const moved = await change(other.id, { parent_id: chain[6] });
  expect([moved.status, moved.body.errors?.[0]?.code]).toEqual([422, 'too_deep']);
  expect((await change(other.id, { parent_id: chain[5] })).status).toBe(200);
});

test('PLN-128 a folder cannot be moved into itself or below itself: 422', async () => {
  const top = await folder();
  const below = await folder({ parent_id: top.id });
  for (const parent_id of [top.id, below.id]) {
    const reply = await change(top.id, { parent_id });
    expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, 'cycle']);
  }
});

test('PLN-128 a name is there once among siblings, whatever its case: 409; elsewhere it is free', async () => {
  const top = await folder();
  await folder({ name: 'Maps', parent_id: top.id });
  const again = await teacher.send(createResourceFolder, { body: { name: ' MAPS ', parent_id: top.id } });
  expect([again.status, again.body.code]).toEqual([409, 'resource_folder.name_taken']);
  expect((await teacher.send(createResourceFolder, { body: { name: 'Maps' } })).status).toBe(201);
  expect((await colleague.send(createResourceFolder, { body: { name: 'Maps' } })).status).toBe(201);
  const other = await folder({ name: 'Charts', parent_id: top.id });
  expect((await change(other.id, { name: 'maps' })).status).toBe(409);
});

test('PLN-128 a stale change is refused with the folder as it is', async () => {
  const { id } = await folder();
  expect((await change(id, { name: 'First' })).status).toBe(200);
  const stale = await change(id, { name: 'Second' });
  expect([stale.status, stale.body.current?.name]).toEqual([409, 'First']);
});

test('PLN-128 what is moved takes all below along, and is for whom its new place is', async () => {
  const school = await folder({ scope: 'school' }, lead);
  const top = await folder();
  const below = await folder({ parent_id: top.id });
  const link = await aLink(teacher, { folder_id: below.id, visibility: 'school' });
  expect(await names(colleague)).not.toContain(below.name);
  await change(top.id, { parent_id: school.id });
  expect(await names(colleague)).toEqual(expect.arrayContaining([school.name, top.name, below.name]));
  const { data } = await colleague.call(listResources, { query: { folder_id: school.id } });
  expect(data.map(({ id }) => id)).toEqual([link.id]);
  const shown = await teacher.call(getResourceFolder, { params: { id: below.id } });
  expect([shown.depth, shown.scope, shown.resources_count]).toEqual([3, 'school', 1]);
});

test('PLN-128 a deleted folder goes to the bin with its contents, and comes back with them', async () => {
  const top = await folder();
  const below = await folder({ parent_id: top.id });
  const link = await aLink(teacher, { folder_id: below.id });
  const params = { id: top.id };
  expect((await colleague.send(deleteResourceFolder, { params, query: {} })).status).toBe(404);
  expect((await teacher.send(deleteResourceFolder, { params, query: {} })).status).toBe(204);
  const open = async () => (await teacher.send(getResource, { params: { id: link.id } })).status;
  expect(await open()).toBe(404);
  expect(await names(teacher, 'deleted')).toContain(top.name);
  expect(await names(teacher, 'deleted')).not.toContain(below.name);
  await folder({ name: top.name });
  const back = await teacher.call(restoreResourceFolder, { params });
  expect(back.name).toBe(`${top.name} (2)`);
  expect(await open()).toBe(200);
  const { data } = await teacher.call(listResources, { query: { folder_id: top.id } });
  expect(data.map(({ id }) => id)).toEqual([link.id]);
  expect(await names(teacher)).toContain(below.name);
});

test('PLN-128 what a colleague put into a folder stays when the folder goes', async () => {
  const school = await folder({ scope: 'school' });
  const link = await aLink(colleague, { folder_id: school.id });
  await teacher.send(deleteResourceFolder, { params: { id: school.id }, query: {} });
  const kept = await colleague.call(getResource, { params: { id: link.id } });
  expect(kept.folder_id).toBeNull();
});

test('PLN-177 making, changing, deleting and restoring a folder is in the log', async () => {
  const { id } = await folder();
  await change(id, { name: 'Renamed' });
  await teacher.send(deleteResourceFolder, { params: { id }, query: {} });
  await teacher.call(restoreResourceFolder, { params: { id } });
  const events = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('action').where('target_id', '=', id).orderBy('id').execute(),
  );
  expect(events.map(({ action }) => action)).toEqual([
    'resource_folder.created',
    'resource_folder.updated',
    'resource_folder.deleted',
    'resource_folder.restored',
  ]);
});
