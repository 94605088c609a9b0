import { getMe } from '@k12/contracts/identity/me';
import { getFactors } from '@k12/contracts/identity/mfa';
import {
  createPasskey,
  deletePasskey,
  listPasskeys,
  signInWithPasskey,
  startPasskey,
  startPasskeySignIn,
  updatePasskey,
} from '@k12/contracts/identity/passkeys';
import { confirmSecondFactor, reauthenticate } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build, buildPerson } from '../../../test/people.ts';
import { aBrowser, aPasswordHash, manyRequests, trySignIn } from '../../../test/sign-in.ts';
import { SoftwareAuthenticator } from '../../../test/software-authenticator.ts';
import { signedIn, type TestActor } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school } = world;
const password_hash = await aPasswordHash();

interface Challenge {
  challenge_id: string;
  options: { challenge: string };
}

async function challengeFor(browser: TestActor): Promise<Challenge> {
  return (await browser.call(startPasskeySignIn, {})) as unknown as Challenge;
}

async function register(actor: TestActor, key = new SoftwareAuthenticator(server.origin), name = 'Laptop') {
  const { challenge_id, options } = (await actor.call(startPasskey, {})) as unknown as Challenge;
  const reply = await actor.send(createPasskey, {
    body: { challenge_id, name, response: key.register(options) },
  });
  return { key, reply };
}

async function aTeacherWithPasskey() {
  const person = await buildPerson(platform, tenant, {
    role: 'teacher',
    school_ids: [school.id],
    password_hash,
  });
  const actor = await signedIn(server, person);
  const { key, reply } = await register(actor);
  expect(reply.status).toBe(201);
  return { person, actor, key, passkey: reply.body };
}

async function trySignInWith(key: SoftwareAuthenticator, browser = aBrowser(server)) {
  const { challenge_id, options } = await challengeFor(browser);
  const reply = await browser.send(signInWithPasskey, {
    body: { challenge_id, response: key.authenticate(options) },
  });
  browser.forgetCsrf();
  return { browser, reply };
}

describe('registering', () => {
  test('signed out 401; somebody who is only a student 403', async () => {
    expect((await world.anonymous.send(startPasskey, {})).status).toBe(401);
    expect((await world.student.send(startPasskey, {})).status).toBe(403);
  });

  test('IDN-74 a passkey is verified, named, renamed, listed without its key, and removed', async () => {
    const { actor, passkey } = await aTeacherWithPasskey();
    expect(passkey).toMatchObject({ name: 'Laptop', last_used_at: null });
    const { data } = await actor.call(listPasskeys, {});
    expect(Object.keys(data[0] ?? {}).sort()).toEqual([
      'backed_up',
      'created_at',
      'id',
      'last_used_at',
      'name',
    ]);
    const renamed = await actor.call(updatePasskey, { params: { id: passkey.id }, body: { name: 'Desk' } });
    expect(renamed.name).toBe('Desk');
    expect((await actor.call(getFactors, {})).passkeys).toBe(1);
    expect(
      (await world.teacher.send(updatePasskey, { params: { id: passkey.id }, body: { name: 'Mine' } }))
        .status,
    ).toBe(404);
    expect((await world.teacher.send(deletePasskey, { params: { id: passkey.id } })).status).toBe(404);
    expect((await actor.send(deletePasskey, { params: { id: passkey.id } })).status).toBe(204);
    expect((await actor.call(listPasskeys, {})).data).toHaveLength(0);
  });

  test('IDN-74 an answer for another address, another challenge or another session is refused', async () => {
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const actor = await signedIn(server, person);
    const evil = new SoftwareAuthenticator('http://evil.example');
    expect((await register(actor, evil)).reply.status).toBe(422);
    const key = new SoftwareAuthenticator(server.origin);
    const { challenge_id, options } = (await actor.call(startPasskey, {})) as unknown as Challenge;
    const attempt = (by: TestActor, challenge: string, id = challenge_id) =>
      by.send(createPasskey, {
        body: { challenge_id: id, name: 'Key', response: key.register({ challenge }) },
      });
    expect((await attempt(world.teacher, options.challenge)).status).toBe(422);
    expect((await attempt(actor, options.challenge)).status).toBe(422);
    const second = (await actor.call(startPasskey, {})) as unknown as Challenge;
    expect((await attempt(actor, 'bm90IHRoZSBjaGFsbGVuZ2U', second.challenge_id)).status).toBe(422);
    expect((await attempt(actor, options.challenge, newId())).status).toBe(422);
  });

  test('IDN-74 ten at most', async () => {
    const actor = await signedIn(server, await buildPerson(platform, tenant, { role: 'guardian' }));
    for (let at = 0; at < 10; at++) expect((await register(actor)).reply.status).toBe(201);
    expect((await actor.send(startPasskey, {})).status).toBe(409);
  });
});

describe('signing in', () => {
  test('IDN-74 needs no username, and verifying the person counts as both factors', async () => {
    const { person, key } = await aTeacherWithPasskey();
    const { browser, reply } = await trySignInWith(key);
    expect([reply.status, reply.body.state]).toEqual([200, 'signed_in']);
    const me = await browser.call(getMe, {});
    expect([me.user.id, me.session?.method, me.session?.mfa]).toEqual([person.id, 'passkey', true]);
  });

  test('IDN-74 without verifying the person it is one factor, and the second is asked for', async () => {
    const { key } = await aTeacherWithPasskey();
    key.userVerified = false;
    const { browser, reply } = await trySignInWith(key);
    expect(reply.body.state).toBe('mfa_required');
    expect((await browser.send(getMe, {})).body.code).toBe('mfa_required');
  });

  test('IDN-74 unknown keys, foreign addresses, used challenges and copied keys are refused', async () => {
    const { key } = await aTeacherWithPasskey();
    expect((await trySignInWith(new SoftwareAuthenticator(server.origin))).reply.status).toBe(401);
    const browser = aBrowser(server);
    const { challenge_id, options } = await challengeFor(browser);
    const response = key.authenticate(options);
    expect((await browser.send(signInWithPasskey, { body: { challenge_id, response } })).status).toBe(200);
    const other = aBrowser(server);
    expect((await other.send(signInWithPasskey, { body: { challenge_id, response } })).status).toBe(401);
    key.signCount = 0;
    expect((await trySignInWith(key)).reply.status).toBe(401);
    key.signCount = 50;
    key.origin = 'http://evil.example';
    expect((await trySignInWith(key)).reply.status).toBe(401);
    key.origin = server.origin;
    expect((await trySignInWith(key)).reply.status).toBe(200);
  });

  test('IDN-74 a challenge is over after five minutes, a removed passkey at once', async () => {
    const { key, actor, passkey } = await aTeacherWithPasskey();
    const browser = aBrowser(server);
    const { challenge_id, options } = await challengeFor(browser);
    clock.advance({ minutes: 6 });
    const body = { challenge_id, response: key.authenticate(options) };
    expect((await browser.send(signInWithPasskey, { body })).status).toBe(401);
    expect((await actor.send(deletePasskey, { params: { id: passkey.id } })).status).toBe(204);
    expect((await trySignInWith(key)).reply.status).toBe(401);
  });

  test('IDN-85 needs the token of the browser', async () => {
    expect((await aBrowser(server).send(startPasskeySignIn, {}, { 'x-csrf-token': 'x' })).status).toBe(403);
  });

  test('IDN-71 a passkey is a second step after the password, and confirms again within a session', async () => {
    const { person, key } = await aTeacherWithPasskey();
    const browser = aBrowser(server);
    const first = await trySignIn(browser, person.email);
    expect(first.body).toMatchObject({ state: 'mfa_required', mfa_methods: ['passkey'] });
    browser.forgetCsrf();
    const proof = async (device: SoftwareAuthenticator) => {
      const { challenge_id, options } = await challengeFor(browser);
      return { passkey: { challenge_id, response: device.authenticate(options) } };
    };
    const stranger = (await aTeacherWithPasskey()).key;
    expect((await browser.send(confirmSecondFactor, { body: await proof(stranger) })).status).toBe(401);
    expect((await browser.send(confirmSecondFactor, { body: await proof(key) })).body.state).toBe(
      'signed_in',
    );
    clock.advance({ minutes: 11 });
    expect((await browser.send(startPasskey, {})).body.code).toBe('reauth_required');
    expect((await browser.send(reauthenticate, { body: await proof(key) })).status).toBe(200);
    expect((await browser.send(startPasskey, {})).status).toBe(200);
  });
});

test('IDN-75 the last usable way to sign in cannot be removed', async () => {
  const { person, actor, passkey } = await aTeacherWithPasskey();
  await build(platform, (tx) => tx.deleteFrom('passwords').where('user_id', '=', person.id).execute());
  const reply = await actor.send(deletePasskey, { params: { id: passkey.id } });
  expect([reply.status, reply.body.code]).toEqual([409, 'credential.last_method']);
  expect((await register(actor)).reply.status).toBe(201);
  expect((await actor.send(deletePasskey, { params: { id: passkey.id } })).status).toBe(204);
});
