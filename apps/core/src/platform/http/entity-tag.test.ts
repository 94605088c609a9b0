import { createSchool, getSchool, updateSchool } from '@k12/contracts/identity/schools';
import { expect, test } from 'vitest';
import { aSchool } from '../../test/a-school.ts';
import { nextNumber } from '../../test/people.ts';

const { districtAdmin, teacher, school } = await aSchool();

async function aRecord() {
  const body = { name: 'Tagged School', code: `TAG-${nextNumber()}`, time_zone: 'America/Chicago' };
  const { id } = await districtAdmin.call(createSchool, { body });
  const reply = await districtAdmin.send(getSchool, { params: { id } });
  return { params: { id }, tag: reply.headers.get('etag') ?? '', body: reply.body };
}

test('INT-140 a single record carries a tag that begins with its lock_version, and If-None-Match gives 304', async () => {
  const { params, tag } = await aRecord();
  expect(tag).toMatch(/^"0\./);
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const reply = await districtAdmin.send(getSchool, { params }, { 'if-none-match': known });
    expect([reply.status, reply.body]).toEqual([304, '']);
  }
  await districtAdmin.call(updateSchool, { params, body: { name: 'Changed', lock_version: 0 } });
  const changed = await districtAdmin.send(getSchool, { params }, { 'if-none-match': tag });
  expect([changed.status, changed.body.name]).toEqual([200, 'Changed']);
});

test('INT-140 the tag differs between callers who may do different things with the record', async () => {
  const params = { id: school.id };
  const ofAdmin = await districtAdmin.send(getSchool, { params });
  const ofTeacher = await teacher.send(
    getSchool,
    { params },
    { 'if-none-match': ofAdmin.headers.get('etag') ?? '' },
  );
  expect(ofTeacher.status).toBe(200);
});

test('INT-140 If-Match stands in for lock_version; stale is 409 with the current record, none at all is 422', async () => {
  const { params, tag } = await aRecord();
  const body = { name: 'By header' } as never;
  const written = await districtAdmin.send(updateSchool, { params, body }, { 'if-match': tag });
  expect([written.status, written.body.lock_version]).toEqual([200, 1]);
  const stale = await districtAdmin.send(updateSchool, { params, body }, { 'if-match': tag });
  expect([stale.status, stale.body.code, stale.body.current.lock_version]).toEqual([
    409,
    'version_conflict',
    1,
  ]);
  const none = await districtAdmin.send(updateSchool, { params, body });
  expect([none.status, none.body.errors[0].pointer]).toEqual([422, '/lock_version']);
  const odd = await districtAdmin.send(updateSchool, { params, body }, { 'if-match': '"not-a-version"' });
  expect([odd.status, odd.body.errors[0].pointer]).toEqual([422, '/headers/if-match']);
});
