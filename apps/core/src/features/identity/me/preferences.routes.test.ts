import { getMe } from '@k12/contracts/identity/me';
import { defaultPreferences, getPreferences, updatePreferences } from '@k12/contracts/identity/preferences';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build, buildPerson } from '../../../test/people.ts';
import { givePassword, trySignIn } from '../../../test/sign-in.ts';
import { signedIn, TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { anonymous, teacher, student } = world;

test('signed out: 401', async () => {
  expect((await anonymous.send(getPreferences, {})).status).toBe(401);
});

test('everybody starts with the defaults and changes one at a time', async () => {
  expect(await student.call(getPreferences, {})).toEqual({ ...defaultPreferences, lock_version: 0 });
  const dark = await student.call(updatePreferences, { body: { lock_version: 0, theme: 'dark' } });
  expect(dark).toMatchObject({ theme: 'dark', density: 'comfortable', lock_version: 1 });
  const reading = await student.call(updatePreferences, {
    body: { lock_version: 1, reading: { font: 'opendyslexic', ruler: true } },
  });
  expect(reading).toMatchObject({
    theme: 'dark',
    reading: { font: 'opendyslexic', ruler: true, measure: 'normal' },
  });
  expect(await teacher.call(getPreferences, {})).toEqual({ ...defaultPreferences, lock_version: 0 });
});

test('IDN-32 a stale version is 409 with the current values', async () => {
  const { lock_version } = await teacher.call(updatePreferences, {
    body: { lock_version: 0, density: 'compact' },
  });
  const stale = await teacher.send(updatePreferences, { body: { lock_version: 0, density: 'comfortable' } });
  expect([stale.status, stale.body.current.density]).toEqual([409, 'compact']);
  expect((await teacher.send(updatePreferences, { body: { lock_version, theme: 'light' } })).status).toBe(
    200,
  );
});

test('IDN-33 only listed keys with their types are taken', async () => {
  const body = {
    lock_version: 0,
    theme: 'pink',
    surprise: 1,
    home: 'https://evil.example',
    context_panel: { width: 900 },
  };
  const reply = await world.guardian.send(updatePreferences, { body: body as never });
  expect(reply.status).toBe(422);
  const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer).sort();
  expect(pointers).toEqual(['/context_panel/width', '/home', '/surprise', '/theme']);
});

test('a person with several roles begins where they last went, as long as they hold that role', async () => {
  const { server, platform, tenant, school } = world;
  const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
  await givePassword(platform, person);
  const second = { user_id: person.id, role_id: tenant.roles.admin!, scope: 'school' as const };
  const assignment = { tenant_id: tenant.id, id: newId(), school_id: school.id, ...second };
  await build(platform, (tx) => tx.insertInto('role_assignments').values(assignment).execute());
  const homeAfterSignIn = async () => (await trySignIn(new TestActor(server, null), person.email)).body.home;
  expect(await homeAfterSignIn()).toBe('/admin/dashboard');

  const both = await signedIn(server, person);
  await both.call(updatePreferences, { body: { lock_version: 0, home: '/dashboard' } });
  expect(await homeAfterSignIn()).toBe('/dashboard');
  expect((await both.call(getMe, {})).home).toBe('/dashboard');
  await both.call(updatePreferences, { body: { lock_version: 1, home: '/district/dashboard' } });
  expect(await homeAfterSignIn()).toBe('/admin/dashboard');
});
