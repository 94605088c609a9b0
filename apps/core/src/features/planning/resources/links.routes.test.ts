import { createServer } from 'node:http';
import { listNotifications } from '@k12/contracts/communication/notifications';
import {
  checkResource,
  createResource,
  getResource,
  listResources,
  listResourceTags,
  renameResourceTag,
} from '@k12/contracts/planning/resources';
import { afterAll, expect, test } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aLink } from '../../../test/resources.ts';
import { checkLinks } from './health.service.ts';

const world = await aSchool();
const { teacher, lead, platform } = world;

let asked = 0;
const site = createServer((request, response) => {
  asked += 1;
  const status = Number(request.url?.slice(1)) || 200;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<html><head><title>  Plates &amp; quakes &#8211; NASA\n</title></head></html>');
});
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
afterAll(() => void site.close());
const { port } = site.address() as { port: number };
const page = (path: string) => `http://site.test:${port}/${path}`;
// An operator has allowed this name, so that the fetcher reaches a server of the test.
platform.url_rules = {
  ...platform.url_rules,
  internal_hosts: new Set(['site.test']),
  resolve: async (host) => [{ address: host === 'site.test' ? '127.0.0.1' : '10.0.0.7', family: 4 }],
};

const healthOf = async (id: string) => (await teacher.call(getResource, { params: { id } })).health;

test('PLN-134 a link without a title takes that of its page, through the guarded fetcher', async () => {
  const link = await teacher.call(createResource, { body: { kind: 'link', url: page('200') } });
  expect(link).toMatchObject({ title: 'Plates & quakes – NASA', health: 'ok', url: page('200') });
  expect(link.checked_at).not.toBeNull();
});

test('PLN-134 an address inside is never asked and says no more than one that does not answer', async () => {
  const before = asked;
  const url = `http://inside.test:${port}/secret-page`;
  const link = await teacher.call(createResource, { body: { kind: 'link', url } });
  expect(link).toMatchObject({ title: 'inside.test: secret page', health: 'unreachable' });
  expect(asked).toBe(before);
});

test.each([
  ['200', 'ok'],
  ['403', 'forbidden'],
  ['404', 'unreachable'],
  ['503', 'unreachable'],
  ['429', 'unknown'],
])('PLN-134 a page that answers %s is %s', async (status, health) => {
  const link = await aLink(teacher, { url: page(status) });
  expect(link.health).toBe('unknown');
  await teacher.call(checkResource, { params: { id: link.id } });
  expect(await healthOf(link.id)).toBe(health);
});

test('PLN-134 each link is asked once a week; its owner hears once of all that went away', async () => {
  const owner = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [world.school.id] });
  const [first, second, well] = [
    await aLink(owner, { url: page('404') }),
    await aLink(owner, { url: page('410') }),
    await aLink(owner, { url: page('200') }),
  ];
  const context = contextOf(platform, world.tenant);
  await checkLinks(context);
  const { data } = await owner.call(listResources, { query: { of: 'mine', broken: 'true' } });
  expect(data.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  expect(data[0]?.lock_version).toBe(0);
  const told = (await owner.call(listNotifications, { query: {} })).data;
  expect(told.map(({ kind, details }) => [kind, details.count])).toEqual([['resource.unreachable', 2]]);
  const before = asked;
  await checkLinks(context);
  expect(asked).toBe(before);
  const events = await build(platform, (tx) =>
    tx.selectFrom('domain_events').select('payload').where('name', '=', 'resource.unreachable').execute(),
  );
  expect(events.map(({ payload }) => payload)).toContainEqual({ resource_id: first.id });
  expect(events.map(({ payload }) => payload)).not.toContainEqual({ resource_id: well.id });
});

test('PLN-129 tags are suggested from what the caller may open, and merged by leads', async () => {
  await aLink(teacher, { visibility: 'school', tags: ['Photosynthesis', 'plants'] });
  await aLink(teacher, { visibility: 'school', tags: ['photo'] });
  const secret = await aLink(teacher, { tags: ['photos-of-class'] });
  const tagsOf = async (actor: typeof teacher, q: string) =>
    (await actor.call(listResourceTags, { query: { q } })).data.map(({ tag }) => tag);
  expect(await tagsOf(lead, 'pho')).toEqual(['photo', 'Photosynthesis']);
  expect(await tagsOf(teacher, 'pho')).toContain('photos-of-class');
  const body = { from: 'photo', to: 'Photosynthesis' };
  expect((await teacher.send(renameResourceTag, { body })).status).toBe(403);
  expect(await lead.call(renameResourceTag, { body })).toEqual({ changed_count: 1 });
  const { data } = await lead.call(listResourceTags, { query: { q: 'pho' } });
  expect(data).toEqual([{ tag: 'Photosynthesis', count: 2 }]);
  expect((await teacher.call(getResource, { params: { id: secret.id } })).tags).toEqual(['photos-of-class']);
});
