import { duplicateUnit } from '@k12/contracts/planning/copies';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import {
  attachResource,
  detachResource,
  listAttachments,
  updateAttachment,
} from '@k12/contracts/planning/resource-attachments';
import {
  bulkResources,
  deleteResource,
  getResource,
  getResourceUsage,
  listResourceVersions,
  replaceResource,
  shareResource,
} from '@k12/contracts/planning/resources';
import { getTemplateFindings, saveAsTemplate } from '@k12/contracts/planning/templates';
import { previewUnit } from '@k12/contracts/planning/transitions';
import { cutUnitVersion, getUnitVersion, restoreUnitVersion } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aFile, aLink, upload } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, teacher, student, otherTenantTeacher } = world;
const reader = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [world.school.id] });

const aUnit = async (home: 'personal' | 'school' = 'school', actor: TestActor = teacher) =>
  (await actor.call(createUnitPlan, { body: { title: 'Ratios', home } })).id;
const place = (target_id: string) => ({ target_type: 'unit_plan' as const, target_id });
const attach = (id: string, unit: string, given: object = {}, actor: TestActor = teacher) =>
  actor.send(attachResource, { params: { id }, body: { ...place(unit), ...given } });
const attached = async (unit: string, actor: TestActor = teacher) =>
  (await actor.call(listAttachments, { query: place(unit) })).data;

test('PLN-130 without a session 401, students 403, readers 403, another tenant 404, what is not there yet 404', async () => {
  const [unit, link] = [await aUnit(), await aLink(teacher, { visibility: 'school' })];
  expect((await attach(link.id, unit, {}, anonymous)).status).toBe(401);
  expect((await attach(link.id, unit, {}, student)).status).toBe(403);
  expect((await attach(link.id, unit, {}, reader)).status).toBe(403);
  expect((await attach(link.id, unit, {}, otherTenantTeacher)).status).toBe(404);
  expect((await attach(newId(), unit)).status).toBe(404);
  expect((await attach(link.id, newId(), { target_type: 'assignment' })).status).toBe(404);
  expect((await attach(link.id, newId(), { target_type: 'discussion' })).status).toBe(404);
  expect((await attach(link.id, unit, { target_type: 'lesson_plan' })).status).toBe(404);
});

test('PLN-130 attaching twice to the same place is one record, another place is another', async () => {
  const [unit, link] = [await aUnit(), await aLink(teacher, { visibility: 'school' })];
  const first = await attach(link.id, unit, { caption: 'Watch first' });
  const second = await attach(link.id, unit, { caption: 'Ignored' });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.id).toBe(first.body.id);
  expect(second.body.caption).toBe('Watch first');
  expect((await attach(link.id, unit, { path: '/overview' })).status).toBe(201);
  expect(await attached(unit)).toHaveLength(2);
});

test('PLN-130 order, caption and audience belong to the attachment', async () => {
  const unit = await aUnit();
  const links = await Promise.all([1, 2, 3].map(() => aLink(teacher, { visibility: 'school' })));
  const ids: string[] = [];
  for (const { id } of links) ids.push((await attach(id, unit)).body.id);
  const change = (id: string, body: object, actor = teacher) =>
    actor.send(updateAttachment, { params: { id }, body });
  expect((await change(ids[2] ?? '', { position: 0 }, reader)).status).toBe(403);
  expect((await change(ids[2] ?? '', { position: 0 })).status).toBe(200);
  await change(ids[0] ?? '', { caption: 'Page 4', audience: 'student' });
  expect((await attached(unit)).map(({ id, caption, audience }) => [id, caption, audience])).toEqual([
    [ids[2], '', 'teacher'],
    [ids[0], 'Page 4', 'student'],
    [ids[1], '', 'teacher'],
  ]);
  const unknown = await change(ids[0] ?? '', { pinned_version_id: newId() });
  expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, '/pinned_version_id']);
});

test('PLN-133 attaching what fewer may open asks: widen it, or let the readers of that plan in only', async () => {
  const unit = await aUnit();
  const secret = await aLink(teacher);
  const asked = await attach(secret.id, unit);
  expect([asked.status, asked.body.code, asked.body.current]).toEqual([
    409,
    'resource.narrower',
    { visibility: 'private', needed: 'school' },
  ]);
  expect(await attached(unit)).toEqual([]);
  const open = async (id: string) => (await reader.send(getResource, { params: { id } })).status;
  await attach(secret.id, unit, { sharing: 'by_target' });
  expect(await open(secret.id)).toBe(200);
  expect((await teacher.call(getResource, { params: { id: secret.id } })).visibility).toBe('private');
  await teacher.call(detachResource, { params: { id: secret.id }, body: place(unit) });
  expect(await open(secret.id)).toBe(404);
  await attach(secret.id, unit, { sharing: 'widen' });
  expect((await teacher.call(getResource, { params: { id: secret.id } })).visibility).toBe('school');
});

test('PLN-133 whoever may not share it attaches it without letting anybody in', async () => {
  const own = await aUnit('school', reader);
  const link = await aLink(teacher, { visibility: 'school' });
  expect((await attach(link.id, own, {}, reader)).status).toBe(201);
  await teacher.call(shareResource, {
    params: { id: link.id },
    body: { visibility: 'private', lock_version: 0 },
  });
  const [closed] = await attached(own, reader);
  expect(closed).toMatchObject({ state: 'closed', title: null, resource: null });
  expect((await reader.send(getResource, { params: { id: link.id } })).status).toBe(404);
});

test('PLN-133 a personal plan of one’s own takes private things without asking', async () => {
  const unit = await aUnit('personal');
  const secret = await aLink(teacher);
  expect((await attach(secret.id, unit)).status).toBe(201);
  expect((await reader.send(getResource, { params: { id: secret.id } })).status).toBe(404);
});

test('PLN-131 usage counts every place and names those the viewer may open; deleting asks, then leaves a stub', async () => {
  const link = await aLink(teacher, { visibility: 'school' });
  const shared = await Promise.all([1, 2, 3].map(() => aUnit()));
  const mine = await Promise.all([1, 2].map(() => aUnit('personal')));
  for (const unit of [...shared, ...mine]) await attach(link.id, unit);
  const usage = await reader.call(getResourceUsage, { params: { id: link.id } });
  expect([usage.count, usage.hidden_count]).toEqual([5, 2]);
  expect(usage.data.map(({ target_id }) => target_id).sort()).toEqual(shared.toSorted());
  expect(usage.by_type).toEqual([{ target_type: 'unit_plan', count: 5 }]);
  const params = { id: link.id };
  const asked = await teacher.send(deleteResource, { params, query: {} });
  expect([asked.status, asked.body.code, asked.body.current.count]).toEqual([409, 'resource.in_use', 5]);
  expect((await teacher.send(deleteResource, { params, query: { confirm: true } as never })).status).toBe(
    204,
  );
  const [stub] = await attached(shared[0] ?? '');
  expect(stub).toMatchObject({ state: 'removed', title: link.title, resource: null });
});

test('PLN-132 an attachment shows the newest content or the one it is pinned to', async () => {
  const unit = await aUnit();
  const file = await aFile(teacher, { visibility: 'school' });
  const { data } = await teacher.call(listResourceVersions, { params: { id: file.id } });
  await attach(file.id, unit, { pinned_version_id: data[0]?.id });
  await attach(file.id, unit, { path: '/overview' });
  await teacher.call(replaceResource, {
    params: { id: file.id },
    body: { file_id: await upload(teacher), lock_version: file.lock_version },
  });
  const rows = await attached(unit);
  expect(rows.map((row) => [row.path, row.pinned_version_number, row.resource?.version_number])).toEqual([
    ['', 1, 2],
    ['/overview', null, 2],
  ]);
});

test('PLN-29 PLN-42 a version keeps what was attached; restoring attaches it again and names what is gone', async () => {
  const unit = await aUnit();
  const [kept, gone] = [
    await aLink(teacher, { visibility: 'school', title: 'Map' }),
    await aLink(teacher, { visibility: 'school', title: 'Film' }),
  ];
  await attach(kept.id, unit, { caption: 'Print it' });
  await attach(gone.id, unit);
  await teacher.call(cutUnitVersion, { params: { id: unit }, body: {} });
  const params = { id: unit, number: 1 };
  const version = await teacher.call(getUnitVersion, { params });
  expect(version.resources.map(({ title, caption }) => [title, caption])).toEqual([
    ['Map', 'Print it'],
    ['Film', null],
  ]);
  for (const { id } of [kept, gone])
    await teacher.call(detachResource, { params: { id }, body: place(unit) });
  await teacher.send(deleteResource, { params: { id: gone.id }, query: {} });
  const restored = await teacher.call(restoreUnitVersion, { params, body: {} });
  expect(restored.unlinked).toEqual([{ kind: 'resource', id: gone.id, title: 'Film', reason: 'deleted' }]);
  expect((await attached(unit)).map(({ title, caption }) => [title, caption])).toEqual([['Map', 'Print it']]);
});

test('PLN-140 a copy has the same attached; what was let in for one plan only stays there', async () => {
  const unit = await aUnit();
  const shared = await aLink(teacher, { visibility: 'school' });
  const secret = await aLink(teacher);
  await attach(shared.id, unit, { caption: 'Start here' });
  await attach(secret.id, unit, { sharing: 'by_target' });
  const copy = await reader.call(duplicateUnit, { params: { id: unit }, body: {} });
  const rows = await attached(copy.unit.id, reader);
  expect(rows.map(({ state, caption }) => [state, caption])).toEqual([
    ['there', 'Start here'],
    ['closed', ''],
  ]);
});

test('PLN-67 saving as a template says how many private resources there are and leaves them out', async () => {
  const unit = await aUnit();
  const secret = await aLink(teacher);
  const shared = await aLink(teacher, { visibility: 'school' });
  await attach(secret.id, unit, { sharing: 'by_target' });
  await attach(shared.id, unit);
  const findings = await teacher.call(getTemplateFindings, { params: { id: unit } });
  expect(findings.private_resources_count).toBe(1);
  const template = await teacher.call(saveAsTemplate, {
    params: { id: unit },
    body: { level: 'personal', strip: { private_resources: true } } as never,
  });
  const query = { target_type: 'template' as const, target_id: template.id };
  const { data } = await teacher.call(listAttachments, { query });
  expect(data.map(({ resource_id }) => resource_id)).toEqual([shared.id]);
});

test('PLN-134 a link that does not answer is a warning before publishing', async () => {
  const unit = await aUnit();
  const link = await aLink(teacher, { visibility: 'school' });
  await attach(link.id, unit);
  await build(world.platform, (tx) =>
    tx.updateTable('resources').set({ health: 'unreachable' }).where('id', '=', link.id).execute(),
  );
  const { warnings } = await teacher.call(previewUnit, { params: { id: unit } });
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'broken_link', count: 1, blocks: false }));
});

test('PLN-129 in bulk: tag, move, share, archive and delete, each with its own result', async () => {
  const [own, used, foreign] = [
    await aLink(teacher, { tags: ['old'] }),
    await aLink(teacher, { visibility: 'school' }),
    await aLink(reader, { visibility: 'school' }),
  ];
  await attach(used.id, await aUnit());
  const ids = [own.id, used.id, foreign.id];
  const act = async (body: object) => {
    const { data } = await teacher.call(bulkResources, { body: { ids, ...body } as never });
    return data.map(({ status, code }) => code ?? status);
  };
  expect(await act({ action: 'tag', tags: ['new'] })).toEqual(['done', 'done', 'forbidden']);
  expect(await act({ action: 'tag', tags: ['NEW'] })).toEqual(['unchanged', 'unchanged', 'forbidden']);
  expect(await act({ action: 'share', visibility: 'tenant' })).toEqual(['done', 'done', 'forbidden']);
  expect(await act({ action: 'archive' })).toEqual(['done', 'done', 'forbidden']);
  expect(await act({ action: 'delete' })).toEqual(['done', 'resource.in_use', 'forbidden']);
  const none = await teacher.send(bulkResources, { body: { ids, action: 'move' } });
  expect([none.status, none.body.errors?.[0]?.pointer]).toEqual([422, '/folder_id']);
  expect(
    (await teacher.send(bulkResources, { body: { ids: Array(501).fill(newId()), action: 'archive' } }))
      .status,
  ).toBe(422);
});

test('PLN-177 attaching and detaching is in the log and told as an event', async () => {
  const [unit, link] = [await aUnit(), await aLink(teacher, { visibility: 'school' })];
  await attach(link.id, unit);
  await teacher.call(detachResource, { params: { id: link.id }, body: place(unit) });
  const gone = await teacher.send(detachResource, { params: { id: link.id }, body: place(unit) });
  expect(gone.status).toBe(404);
  const [audited, told] = await build(world.platform, (tx) =>
    Promise.all([
      tx.selectFrom('audit_events').select('action').where('target_id', '=', link.id).orderBy('id').execute(),
      tx
        .selectFrom('domain_events')
        .select('name')
        .where('payload', '@>', JSON.stringify({ target_id: unit }) as never)
        .orderBy('id')
        .execute(),
    ]),
  );
  expect(audited.map(({ action }) => action).slice(-2)).toEqual(['resource.attached', 'resource.detached']);
  expect(told.map(({ name }) => name)).toEqual(['resource.attached', 'resource.detached']);
});
