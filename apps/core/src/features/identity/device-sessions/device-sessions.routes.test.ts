import { listApiTokens } from '@k12/contracts/identity/api-tokens';
import {
  createDeviceSession,
  endDeviceSession,
  refreshDeviceSession,
  type TokenPair,
} from '@k12/contracts/identity/device-sessions';
import { getMe } from '@k12/contracts/identity/me';
import { confirmTotp, startTotp } from '@k12/contracts/identity/mfa';
import {
  changePassword,
  endMySession,
  listMySessions,
  reauthenticate,
} from '@k12/contracts/identity/session';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, type TestPerson } from '../../../test/people.ts';
import {
  aBrowser,
  aPassword,
  aPasswordHash,
  browserOf,
  codeNow,
  manyRequests,
} from '../../../test/sign-in.ts';
import { signedIn } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school } = world;
const password_hash = await aPasswordHash();
const installation_id = 'installation-0001';

function aTeacher() {
  return buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id], password_hash });
}

function tryOpen(person: TestPerson, more: object = {}) {
  const body = {
    identifier: person.email,
    password: aPassword,
    device_name: 'Phone',
    platform: 'ios' as const,
    installation_id,
    ...more,
  };
  return aBrowser(server).send(createDeviceSession, { body }, { 'x-csrf-token': '' });
}

async function open(person: TestPerson): Promise<TokenPair> {
  const reply = await tryOpen(person);
  expect(reply.status).toBe(201);
  return reply.body;
}

const refresh = (refresh_token: string, installation = installation_id) =>
  aBrowser(server).send(
    refreshDeviceSession,
    { body: { refresh_token, installation_id: installation } },
    { 'x-csrf-token': '' },
  );

const meWith = async (access_token: string) =>
  (await aBrowser(server).send(getMe, {}, { authorization: `Bearer ${access_token}` })).status;

describe('an app', () => {
  test('IDN-91 signs in with a password for 15 minutes, and renews for 30 days, 90 at most', async () => {
    const person = await aTeacher();
    expect((await tryOpen(person, { password: 'wrong' })).status).toBe(401);
    let pair = await open(person);
    expect(await meWith(pair.access_token)).toBe(200);
    clock.advance({ minutes: 16 });
    expect(await meWith(pair.access_token)).toBe(401);
    for (const days of [29, 29, 29]) {
      clock.advance({ days });
      const reply = await refresh(pair.refresh_token);
      expect(reply.status).toBe(200);
      pair = reply.body;
    }
    expect(await meWith(pair.access_token)).toBe(200);
    clock.advance({ days: 4 });
    expect((await refresh(pair.refresh_token)).status).toBe(401);
  });

  test('IDN-91 thirty days without use end it', async () => {
    const pair = await open(await aTeacher());
    clock.advance({ days: 31 });
    expect((await refresh(pair.refresh_token)).status).toBe(401);
  });

  test('IDN-71 asks for the code of somebody who has a second factor', async () => {
    const person = await aTeacher();
    const actor = await signedIn(server, person);
    const { secret } = await actor.call(startTotp, {});
    await actor.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
    clock.advance({ minutes: 1 });
    const missing = await tryOpen(person);
    expect([missing.status, missing.body.code]).toEqual([401, 'mfa_required']);
    expect((await tryOpen(person, { code: '000000' })).body.code).toBe('sign_in.failed');
    expect((await tryOpen(person, { code: await codeNow(server, secret) })).status).toBe(201);
  });

  test('only hashes are kept, and made-up or altered tokens are 401', async () => {
    const pair = await open(await aTeacher());
    const rows = await build(platform, (tx) =>
      Promise.all([
        tx.selectFrom('device_sessions').selectAll().execute(),
        tx.selectFrom('token_directory').selectAll().execute(),
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain(pair.access_token);
    const at = pair.refresh_token.length - 60;
    const altered =
      pair.refresh_token.slice(0, at) +
      (pair.refresh_token[at] === 'A' ? 'B' : 'A') +
      pair.refresh_token.slice(at + 1);
    expect((await refresh(altered)).status).toBe(401);
    expect((await refresh(`k12r_${'A'.repeat(112)}`)).status).toBe(401);
    expect((await refresh(pair.refresh_token)).status).toBe(200);
  });
});

describe('refresh tokens', () => {
  test('IDN-92 reuse of a spent one from another device ends the family', async () => {
    const pair = await open(await aTeacher());
    const next: TokenPair = (await refresh(pair.refresh_token)).body;
    expect((await refresh(pair.refresh_token, 'installation-of-a-thief')).status).toBe(401);
    expect((await refresh(next.refresh_token)).status).toBe(401);
    expect(await meWith(next.access_token)).toBe(401);
  });

  test('IDN-92 the same device repeating within ten seconds gets the same new pair, later it ends the family', async () => {
    const pair = await open(await aTeacher());
    const first = (await refresh(pair.refresh_token)).body;
    expect((await refresh(pair.refresh_token)).body).toEqual(first);
    clock.advance({ minutes: 0.2 });
    expect((await refresh(pair.refresh_token)).status).toBe(401);
    expect((await refresh(first.refresh_token)).status).toBe(401);
  });

  test('IDN-92 two refreshes at once leave one valid pair', async () => {
    const pair = await open(await aTeacher());
    const replies = await Promise.all([refresh(pair.refresh_token), refresh(pair.refresh_token)]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    expect((await refresh(replies[0]?.body.refresh_token)).status).toBe(200);
  });

  test('IDN-92 an older one than the last ends the family, even from the same device at once', async () => {
    const pair = await open(await aTeacher());
    const second: TokenPair = (await refresh(pair.refresh_token)).body;
    const third: TokenPair = (await refresh(second.refresh_token)).body;
    expect((await refresh(pair.refresh_token)).status).toBe(401);
    expect((await refresh(third.refresh_token)).status).toBe(401);
  });
});

test('IDN-46 an app confirms again for ten minutes, like a browser', async () => {
  const boss = await buildPerson(platform, tenant, { role: 'district_admin', password_hash });
  const app = { authorization: `Bearer ${(await open(boss)).access_token}` };
  const list = async () => (await aBrowser(server).send(listApiTokens, { query: {} }, app)).status;
  const confirm = async (password: string) =>
    (await aBrowser(server).send(reauthenticate, { body: { password } }, app)).status;
  expect(await list()).toBe(200);
  clock.advance({ minutes: 11 });
  expect(await list()).toBe(401);
  expect(await confirm('wrong')).toBe(401);
  expect(await list()).toBe(401);
  expect(await confirm(aPassword)).toBe(200);
  expect(await list()).toBe(200);
});

describe('ending an app', () => {
  test('IDN-82 IDN-93 its owner sees it among the sessions and ends it at once', async () => {
    const person = await aTeacher();
    const pair = await open(person);
    const actor = await signedIn(server, person);
    const app = (await actor.call(listMySessions, {})).data.find((session) => session.kind === 'app');
    expect(app).toMatchObject({ device_label: 'Phone', is_current: false });
    expect((await actor.send(endMySession, { params: { id: app?.id ?? '' } })).status).toBe(204);
    expect(await meWith(pair.access_token)).toBe(401);
    expect((await refresh(pair.refresh_token)).status).toBe(401);
  });

  test('IDN-93 a new password and a suspension stop it', async () => {
    const [changed, suspended] = [await aTeacher(), await aTeacher()];
    const [one, two] = [await open(changed), await open(suspended)];
    const browser = await browserOf(server, changed);
    await browser.call(changePassword, {
      body: { current_password: aPassword, password: 'seven purple umbrellas' },
    });
    expect([await meWith(one.access_token), (await refresh(one.refresh_token)).status]).toEqual([401, 401]);
    await build(platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', suspended.id).execute(),
    );
    expect((await refresh(two.refresh_token)).status).toBe(401);
  });

  test('it signs itself out; a browser session is no app', async () => {
    const pair = await open(await aTeacher());
    const headers = { authorization: `Bearer ${pair.access_token}` };
    expect((await aBrowser(server).send(endDeviceSession, {}, headers)).status).toBe(204);
    expect(await meWith(pair.access_token)).toBe(401);
    const actor = await signedIn(server, await aTeacher());
    expect((await actor.send(endDeviceSession, {})).status).toBe(409);
  });
});

test('IDN-70 guesses at the second factor slow down in the app too, although the password is right', async () => {
  const person = await aTeacher();
  const actor = await signedIn(server, person);
  const { secret } = await actor.call(startTotp, {});
  await actor.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
  clock.advance({ minutes: 1 });
  for (let guess = 0; guess < 5; guess++) {
    const wrong = await tryOpen(person, { code: '000000' });
    expect(wrong.body.code).toBe('sign_in.failed');
  }
  const right = await tryOpen(person, { code: await codeNow(server, secret) });
  expect([right.status, right.body.code]).toEqual([429, 'sign_in.wait']);
  clock.advance({ minutes: 2 });
  expect((await tryOpen(person, { code: await codeNow(server, secret) })).status).toBe(201);
});
