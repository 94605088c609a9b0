import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createResource,
  deleteResource,
  getResource,
  getResourceContent,
  getResourceStorage,
  listResources,
  listResourceVersions,
  replaceResource,
  restoreResource,
  shareResource,
  updateResource,
} from '@k12/contracts/planning/resources';
import { search } from '@k12/contracts/planning/search';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aFile, aLink, aPdf, upload } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { indexChanges } from '../search/search.index.service.ts';
import { purgeResources } from './purge.service.ts';

const world = await aSchool({ STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`) });
const { anonymous, teacher, lead, admin, student, guardian, districtAdmin, otherTenantTeacher } = world;
const colleague = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
const stranger = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.otherSchool.id],
});

const get = (actor: TestActor, id: string) => actor.send(getResource, { params: { id } });
const titles = async (actor: TestActor, query: object = {}) =>
  (await actor.call(listResources, { query: { limit: 200, ...query } as never })).data.map(
    ({ title }) => title,
  );

function rowsOf(table: 'audit_events' | 'domain_events', id: string) {
  return build(world.platform, (tx) =>
    table === 'audit_events'
      ? tx
          .selectFrom('audit_events')
          .select('action as name')
          .where('target_id', '=', id)
          .orderBy('id')
          .execute()
      : tx
          .selectFrom('domain_events')
          .select('name')
          .where('payload', '@>', JSON.stringify({ resource_id: id }) as never)
          .orderBy('id')
          .execute(),
  ).then((rows) => rows.map(({ name }) => name));
}

test('PLN-173 without a session 401, students and guardians 403', async () => {
  const { id } = await aLink(teacher, { visibility: 'tenant' });
  expect((await get(anonymous, id)).status).toBe(401);
  for (const actor of [student, guardian]) {
    expect((await get(actor, id)).status).toBe(403);
    expect((await actor.send(listResources, { query: {} })).status).toBe(403);
    const body = { kind: 'link' as const, title: 'x', url: 'https://example.test' };
    expect((await actor.send(createResource, { body })).status).toBe(403);
  }
});

test('PLN-133 who may open what: its owner, a team, a school, the tenant, and never another tenant', async () => {
  const link = await aLink(teacher);
  const seenBy = async () => {
    const people = [teacher, colleague, lead, stranger, districtAdmin, otherTenantTeacher];
    return (await Promise.all(people.map((actor) => get(actor, link.id)))).map(({ status }) => status);
  };
  expect(link.visibility).toBe('private');
  expect(await seenBy()).toEqual([200, 404, 404, 404, 404, 404]);
  const shared = await teacher.call(shareResource, {
    params: { id: link.id },
    body: { visibility: 'school', lock_version: 0 },
  });
  expect(shared.school_id).toBe(world.school.id);
  expect(await seenBy()).toEqual([200, 200, 200, 404, 200, 404]);
  await teacher.call(shareResource, {
    params: { id: link.id },
    body: { visibility: 'tenant', lock_version: 1 },
  });
  expect(await seenBy()).toEqual([200, 200, 200, 200, 200, 404]);
  expect(await titles(stranger)).toContain(link.title);
  expect(await titles(otherTenantTeacher)).toEqual([]);
});

test('PLN-133 a colleague may not change what is shared, a lead may; nobody else makes it private', async () => {
  const link = await aLink(teacher, { visibility: 'school' });
  const change = (actor: TestActor) =>
    actor.send(updateResource, { params: { id: link.id }, body: { title: 'Renamed', lock_version: 0 } });
  expect((await get(colleague, link.id)).body.can).toEqual({
    update: false,
    share: false,
    delete: false,
    replace: false,
  });
  expect((await change(colleague)).status).toBe(403);
  const hide = await lead.send(shareResource, {
    params: { id: link.id },
    body: { visibility: 'private', lock_version: 0 },
  });
  expect(hide.status).toBe(403);
  expect((await change(lead)).status).toBe(200);
});

test('PLN-133 a team opens things to its members only', async () => {
  const team = newId();
  const at = world.clock.now().toISOString();
  const tenant_id = world.tenant.id;
  await build(world.platform, async (tx) => {
    const year = newId();
    await tx
      .insertInto('academic_years')
      .values({ tenant_id, id: year, name: 'Y', starts_on: '2026-08-01', ends_on: '2027-06-30' } as never)
      .execute();
    const by = { created_by: teacher.id, created_at: at, updated_at: at };
    const place = { school_id: world.school.id, academic_year_id: year };
    await tx
      .insertInto('planning_contexts')
      .values({ tenant_id, id: team, kind: 'grade_team', name: 'Grade 7', ...place, ...by })
      .execute();
    const members = [teacher.id, colleague.id].map((user_id) => ({
      tenant_id,
      planning_context_id: team,
      user_id,
    }));
    await tx.insertInto('planning_context_members').values(members).execute();
  });
  const link = await aLink(teacher, { visibility: 'team', planning_context_id: team });
  const outside = await actorOf(world.server, world.tenant, {
    role: 'teacher',
    school_ids: [world.school.id],
  });
  expect((await get(colleague, link.id)).status).toBe(200);
  expect((await get(outside, link.id)).status).toBe(404);
  const body = {
    kind: 'link' as const,
    title: 'x',
    url: 'https://example.test',
    visibility: 'team' as const,
    planning_context_id: team,
  };
  expect((await outside.send(createResource, { body })).status).toBe(403);
});

test('PLN-134 links are http or https; an upload must be one’s own; unknown fields are refused', async () => {
  const refused = async (body: object) => {
    const reply = await teacher.send(createResource, { body: body as never });
    return [reply.status, reply.body.errors?.[0]?.pointer];
  };
  expect(await refused({ kind: 'link', title: 'x', url: 'javascript:alert(1)' })).toEqual([422, '/url']);
  expect(await refused({ kind: 'link', title: 'x', url: 'file:///etc/passwd' })).toEqual([422, '/url']);
  expect(await refused({ kind: 'link', title: 'x' })).toEqual([422, '/url']);
  expect(await refused({ kind: 'file' })).toEqual([422, '/file_id']);
  const foreign = await upload(colleague);
  expect(await refused({ kind: 'file', file_id: foreign })).toEqual([422, '/file_id']);
  expect((await refused({ kind: 'drive_file', title: 'x' }))[0]).toBe(422);
  expect(await refused({ kind: 'link', title: 'x', url: 'https://a.test', folder_id: newId() })).toEqual([
    422,
    '/folder_id',
  ]);
});

test('PLN-127 a file has its type, size and checksum from its content, and identical content lies there once', async () => {
  const content = aPdf('the same for both');
  const [first, second] = [await upload(teacher, content), await upload(colleague, content, 'Copy.pdf')];
  const file = await aFile(teacher, { file_id: first });
  await aFile(colleague, { file_id: second });
  expect(file).toMatchObject({
    title: 'Lab sheet',
    format: 'pdf',
    content_type: 'application/pdf',
    size_bytes: content.length,
    version_number: 1,
  });
  const keys = await build(world.platform, (tx) =>
    tx.selectFrom('files').select('storage_key').where('id', 'in', [first, second]).execute(),
  );
  expect(new Set(keys.map(({ storage_key }) => storage_key)).size).toBe(1);
});

test('PLN-138 content is sent as something to save, to those who may open it only', async () => {
  const content = aPdf();
  const file = await aFile(teacher, { file_id: await upload(teacher, content) });
  const path = `/resources/${file.id}/content`;
  const reply = await teacher.fetch('GET', path);
  expect([reply.status, reply.body]).toEqual([200, content.toString()]);
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(reply.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect((await colleague.fetch('GET', path)).status).toBe(404);
  expect((await anonymous.fetch('GET', path)).status).toBe(401);
});

test('PLN-132 replacing a file keeps what it was as an earlier version that can still be opened', async () => {
  const [old, fresh] = [aPdf(), aPdf()];
  const file = await aFile(teacher, { file_id: await upload(teacher, old) });
  const body = { file_id: await upload(teacher, fresh), lock_version: file.lock_version };
  expect((await colleague.send(replaceResource, { params: { id: file.id }, body })).status).toBe(404);
  const replaced = await teacher.call(replaceResource, { params: { id: file.id }, body });
  expect(replaced).toMatchObject({ version_number: 2, size_bytes: fresh.length, lock_version: 1 });
  const { data } = await teacher.call(listResourceVersions, { params: { id: file.id } });
  expect(data.map((version) => [version.version_number, version.is_current])).toEqual([
    [2, true],
    [1, false],
  ]);
  const read = async (query: string) =>
    (await teacher.fetch('GET', `/resources/${file.id}/content${query}`)).body;
  expect(await read('')).toBe(fresh.toString());
  expect(await read(`?version_id=${data[1]?.id}`)).toBe(old.toString());
  const stale = await teacher.send(replaceResource, { params: { id: file.id }, body });
  expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  expect(getResourceContent.stream).toBe('download');
});

test('PLN-139 storage is shown in all and of one’s own; when it is full nothing new is kept: 507', async () => {
  const before = await colleague.call(getResourceStorage, {});
  const content = aPdf();
  await aFile(colleague, { file_id: await upload(colleague, content) });
  const after = await colleague.call(getResourceStorage, {});
  expect(after.own_bytes - before.own_bytes).toBe(content.length);
  expect(after.used_bytes - before.used_bytes).toBe(content.length);
  expect(after.people).toBeNull();
  const { people } = await districtAdmin.call(getResourceStorage, {});
  expect(people?.map(({ id }) => id)).toContain(colleague.id);
  const limit = (settings: object) =>
    build(world.platform, (tx) =>
      tx
        .updateTable('tenants')
        .set({ settings: JSON.stringify(settings) })
        .where('id', '=', world.tenant.id)
        .execute(),
    );
  await limit({ storage_limit_gb: 0 });
  const body = { kind: 'file' as const, file_id: await upload(colleague) };
  const full = await colleague.send(createResource, { body });
  expect([full.status, full.body.code]).toEqual([507, 'storage_full']);
  await limit({});
  expect((await colleague.send(createResource, { body })).status).toBe(201);
});

test('PLN-129 the library is found by words, kind, owner, tag, health and whether it is used', async () => {
  const owner = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [world.school.id] });
  await aLink(owner, { title: 'Volcano film', tags: ['Film', 'film', 'geology'] });
  await aFile(owner, { title: 'Volcano worksheet', tags: ['geology'] });
  expect(await titles(owner, { sort: 'title', of: 'mine' })).toEqual(['Volcano film', 'Volcano worksheet']);
  expect(await titles(owner, { of: 'mine', q: 'WORK' })).toEqual(['Volcano worksheet']);
  expect(await titles(owner, { of: 'mine', kind: 'link' })).toEqual(['Volcano film']);
  expect(await titles(owner, { of: 'mine', format: 'pdf' })).toEqual(['Volcano worksheet']);
  expect(await titles(owner, { of: 'mine', tag: 'film' })).toEqual(['Volcano film']);
  expect(await titles(owner, { of: 'mine', unused: 'true' })).toHaveLength(2);
  expect(await titles(owner, { of: 'mine', broken: 'true' })).toEqual([]);
  expect(await titles(owner, { owner_id: teacher.id, of: 'mine' })).toEqual([]);
  expect(await titles(owner, { of: 'mine', q: '%' })).toEqual([]);
  const first = await owner.call(listResources, { query: { of: 'mine', limit: 1 } });
  const rest = await owner.call(listResources, {
    query: { of: 'mine', limit: 1, cursor: first.next_cursor ?? '' },
  });
  expect([...first.data, ...rest.data].map(({ title }) => title).sort()).toEqual([
    'Volcano film',
    'Volcano worksheet',
  ]);
  expect(rest.next_cursor).toBeNull();
});

test('PLN-129 what is put away is out of the list until it is asked for', async () => {
  const link = await aLink(teacher);
  const body = { state: 'archived' as const, lock_version: 0 };
  await teacher.call(updateResource, { params: { id: link.id }, body });
  expect(await titles(teacher)).not.toContain(link.title);
  expect(await titles(teacher, { state: 'archived' })).toContain(link.title);
  const stale = await teacher.send(updateResource, { params: { id: link.id }, body });
  expect([stale.status, stale.body.code, stale.body.current?.lock_version]).toEqual([
    409,
    'version_conflict',
    1,
  ]);
});

test('PLN-177 each change is in the log and told as an event, without words', async () => {
  const link = await aLink(teacher);
  const params = { id: link.id };
  await teacher.call(updateResource, { params, body: { title: 'Other', lock_version: 0 } });
  await teacher.call(shareResource, { params, body: { visibility: 'school', lock_version: 1 } });
  await admin.send(deleteResource, { params, query: {} });
  const actions = ['resource.created', 'resource.updated', 'resource.shared', 'resource.deleted'];
  expect(await rowsOf('audit_events', link.id)).toEqual(actions);
  expect(await rowsOf('domain_events', link.id)).toEqual(actions);
});

test('PLN-154 PLN-156 search finds resources by title, tag and description, for those who may open them', async () => {
  await aLink(teacher, { title: 'Plate tectonics film', visibility: 'school', tags: ['subduction'] });
  await aLink(teacher, { title: 'Plate tectonics marks', description: 'tectonics, my notes' });
  await indexChanges(contextOf(world.platform, world.tenant));
  const found = async (actor: TestActor, q: string) =>
    (await actor.call(search, { query: { q } as never })).data.map(({ kind, title }) => [kind, title]);
  expect((await found(teacher, 'tectonics')).length).toBe(2);
  expect(await found(colleague, 'tectonics')).toEqual([['resource', 'Plate tectonics film']]);
  expect(await found(colleague, 'subduction')).toEqual([['resource', 'Plate tectonics film']]);
  expect(await found(stranger, 'tectonics')).toEqual([]);
  expect(await found(otherTenantTeacher, 'tectonics')).toEqual([]);
});

test('PLN-131 the bin gives back what was deleted, then forgets it with its bytes', async () => {
  const content = aPdf();
  const file = await aFile(teacher, { file_id: await upload(teacher, content) });
  const params = { id: file.id };
  expect((await colleague.send(deleteResource, { params, query: {} })).status).toBe(404);
  expect((await teacher.send(deleteResource, { params, query: {} })).status).toBe(204);
  expect((await get(teacher, file.id)).status).toBe(404);
  expect(await titles(teacher, { state: 'deleted' })).toContain(file.title);
  expect((await teacher.call(restoreResource, { params })).deleted_at).toBeNull();
  await teacher.send(deleteResource, { params, query: {} });
  const key = await build(world.platform, (tx) =>
    tx
      .selectFrom('files')
      .select('storage_key')
      .orderBy('created_at', 'desc')
      .where('uploaded_by', '=', teacher.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  world.clock.advance({ days: 31 });
  await purgeResources(contextOf(world.platform, world.tenant));
  const left = await build(world.platform, (tx) =>
    tx.selectFrom('resources').select('id').where('id', '=', file.id).execute(),
  );
  expect(left).toEqual([]);
  await expect(world.platform.files.open(key.storage_key)).rejects.toThrow();
});
