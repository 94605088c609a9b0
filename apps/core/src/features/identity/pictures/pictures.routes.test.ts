import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMe } from '@k12/contracts/identity/me';
import {
  listPictures,
  removeOwnPicture,
  removePicture,
  setOwnPicture,
} from '@k12/contracts/identity/pictures';
import { getFile } from '@k12/contracts/operations/files';
import { newId } from '@k12/db';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aTaughtCourse } from '../../../test/records.teaching.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool({ STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`) });
const { admin, districtAdmin, guardian, lead, otherSchoolAdmin, otherTenantAdmin, school, server, tenant } =
  world;

const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a63' } })
  .withExif({ IFD0: { Copyright: 'Fern Street 12' } })
  .jpeg()
  .toBuffer();

async function upload(actor: TestActor, purpose = 'avatar'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([photo as never], { type: 'image/jpeg' }), 'me.jpg');
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const response = await fetch(`${server.origin}/api/v1/files?purpose=${purpose}`, {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.join('; '), origin: server.origin, 'x-csrf-token': await actor.csrf() },
  });
  expect(response.status).toBe(201);
  return (await response.json()).id;
}

const someone = (role: string) => actorOf(server, tenant, { role, school_ids: [school.id] });

async function withPicture(actor: TestActor): Promise<string> {
  const file_id = await upload(actor);
  await actor.call(setOwnPicture, { body: { file_id } });
  return file_id;
}

async function urlFor(viewer: TestActor, person: TestActor): Promise<string | undefined> {
  const { data } = await viewer.call(listPictures, { query: { ids: person.id } });
  return data[0]?.picture_url.replace('/api/v1', '');
}

test('UXP-109 (own picture) it is chosen by its owner, shown small and without its place, and kept by the browser', async () => {
  const person = await someone('teacher');
  expect((await person.call(getMe, {})).user.picture_url).toBeNull();
  await withPicture(person);
  const { picture_url } = (await person.call(getMe, {})).user;
  expect(picture_url?.replace('/api/v1', '')).toBe(await urlFor(person, person));
  const reply = await fetch(`${server.origin}${picture_url}`, {
    headers: {
      cookie: Object.entries(person.cookies)
        .map(([key, value]) => `${key}=${value}`)
        .join('; '),
    },
  });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(reply.headers.get('cache-control')).toBe('private, max-age=43200');
  const content = Buffer.from(await reply.arrayBuffer());
  expect(content.length).toBeLessThanOrEqual(10 * 1024);
  expect(content.includes('Fern Street')).toBe(false);
  world.clock.advance({ minutes: 10 });
  expect((await person.fetch('GET', picture_url?.replace('/api/v1', '') ?? '')).status).toBe(200);
});

test('UXP-109 (own picture) nobody takes a file of another person or of another purpose for a face', async () => {
  const [one, other] = [await someone('teacher'), await someone('teacher')];
  const theirs = await upload(other);
  expect((await one.send(setOwnPicture, { body: { file_id: theirs } })).status).toBe(404);
  const resource = await upload(one, 'resource');
  expect((await one.send(setOwnPicture, { body: { file_id: resource } })).status).toBe(404);
  expect((await one.send(getFile, { params: { id: theirs } })).status).toBe(404);
});

test('UXP-109 IDN-42 a picture is seen by those who see the person, and by nobody else', async () => {
  const { students, teacher } = await aTaughtCourse(world, { students: [2] });
  const [pupil, classmate] = students as [TestActor, TestActor];
  const stranger = await someone('teacher');
  await withPicture(pupil);
  await withPicture(teacher);
  for (const viewer of [pupil, teacher, admin, districtAdmin]) {
    expect(await urlFor(viewer, pupil)).toMatch(/^\/files\//);
  }
  for (const viewer of [classmate, stranger, guardian, otherSchoolAdmin, otherTenantAdmin]) {
    expect(await urlFor(viewer, pupil)).toBeUndefined();
  }
  for (const viewer of [classmate, stranger, lead]) {
    expect(await urlFor(viewer, teacher)).toMatch(/^\/files\//);
  }
  const link = (await urlFor(teacher, pupil)) ?? '';
  expect((await teacher.fetch('GET', link)).status).toBe(200);
  for (const viewer of [classmate, admin, otherTenantAdmin]) {
    expect((await viewer.fetch('GET', link)).status).toBe(404);
  }
  expect((await world.anonymous.fetch('GET', link)).status).toBe(401);
});

test('UXP-109 (removal) the owner or an admin takes a picture away: no link leads to it any more and its bytes are gone', async () => {
  const pupil = await someone('student');
  const first = await withPicture(pupil);
  const old = (await urlFor(pupil, pupil)) ?? '';
  const second = await withPicture(pupil);
  expect((await pupil.fetch('GET', old)).status).toBe(404);
  const link = (await urlFor(admin, pupil)) ?? '';
  expect((await world.teacher.send(removePicture, { params: { id: pupil.id } })).status).toBe(403);
  expect((await otherSchoolAdmin.send(removePicture, { params: { id: pupil.id } })).status).toBe(404);
  expect((await otherTenantAdmin.send(removePicture, { params: { id: pupil.id } })).status).toBe(404);
  const user = await admin.call(removePicture, { params: { id: pupil.id } });
  expect(user.avatar_file_id).toBeNull();
  expect((await admin.fetch('GET', link)).status).toBe(404);
  const left = await build(world.platform, (tx) =>
    tx.selectFrom('files').select('id').where('id', 'in', [first, second]).execute(),
  );
  expect(left).toEqual([]);
  await withPicture(pupil);
  expect((await pupil.call(removeOwnPicture, {})).user.picture_url).toBeNull();
  const events = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('action').where('target_id', '=', pupil.id).execute(),
  );
  expect(events.filter(({ action }) => action === 'user.picture_changed')).toHaveLength(5);
});
