import { getMe } from '@k12/contracts/identity/me';
import { getCsrfToken, signIn } from '@k12/contracts/identity/session';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, buildSchool, buildTenant } from '../../../test/people.ts';
import { aBrowser, aPassword, aPasswordHash, manyRequests, trySignIn } from '../../../test/sign-in.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, otherTenant, school } = world;
const password_hash = await aPasswordHash();

function aTeacher(given: object = {}) {
  return buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id], password_hash, ...given });
}

describe('signing in with a password', () => {
  test('IDN-78 the cookie is HttpOnly, SameSite=Lax, Path=/, without Domain, and the database holds a hash only', async () => {
    const browser = aBrowser(server);
    const person = await aTeacher();
    const reply = await trySignIn(browser, person.email);
    expect([reply.status, reply.body.state, reply.body.home]).toEqual([200, 'signed_in', '/dashboard']);
    const line = reply.headers.getSetCookie().find((cookie) => cookie.startsWith('homeroom_session='));
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Path=\//);
    expect(line).not.toMatch(/Domain/i);
    const secret = browser.cookies.homeroom_session ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await build(platform, (tx) =>
      tx.selectFrom('session_directory').selectAll().where('user_id', '=', person.id).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('IDN-57 unknown names, wrong passwords and accounts that are locked get the same answer', async () => {
    const person = await aTeacher();
    const suspended = await aTeacher();
    await build(platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', suspended.id).execute(),
    );
    const answers = await Promise.all([
      trySignIn(aBrowser(server), 'nobody@example.test'),
      trySignIn(aBrowser(server), person.email, 'not the password'),
      trySignIn(aBrowser(server), suspended.email),
    ]);
    const bodies = answers.map(({ status, body }) => ({ ...body, status, request_id: null }));
    expect(bodies[0].status).toBe(401);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  test('IDN-57 a name is found whatever its case, and by username with the organisation', async () => {
    const person = await aTeacher();
    expect((await trySignIn(aBrowser(server), ` ${person.email.toUpperCase()} `)).status).toBe(200);
    expect((await trySignIn(aBrowser(server), person.email, aPassword, { tenant: tenant.slug })).status).toBe(
      200,
    );
    expect(
      (await trySignIn(aBrowser(server), person.email, aPassword, { tenant: otherTenant.slug })).status,
    ).toBe(401);
  });

  test('IDN-127 somebody known to two organisations under one password chooses one', async () => {
    const email = 'twice@example.test';
    await aTeacher({ email });
    await buildPerson(platform, otherTenant, { role: 'teacher', email, password_hash });
    const reply = await trySignIn(aBrowser(server), email);
    expect(reply.body.state).toBe('choose_tenant');
    expect(reply.body.tenants.map((row: { slug: string }) => row.slug).sort()).toEqual(
      [tenant.slug, otherTenant.slug].sort(),
    );
    const chosen = aBrowser(server);
    expect((await trySignIn(chosen, email, aPassword, { tenant: otherTenant.slug })).body.state).toBe(
      'signed_in',
    );
    expect((await chosen.call(getMe, {})).tenant.slug).toBe(otherTenant.slug);
  });

  test('IDN-10 in a suspended organisation the right password is told so, the wrong one is not', async () => {
    const suspended = await buildTenant(platform);
    const person = await buildPerson(platform, suspended, { role: 'teacher', password_hash });
    await build(platform, (tx) =>
      tx.updateTable('tenants').set({ state: 'suspended' }).where('id', '=', suspended.id).execute(),
    );
    expect((await trySignIn(aBrowser(server), person.email)).body.code).toBe('tenant_suspended');
    expect((await trySignIn(aBrowser(server), person.email, 'not the password')).status).toBe(401);
  });

  test('IDN-85 sign-in without the token of this browser, or from another site, is refused', async () => {
    const person = await aTeacher();
    const body = { identifier: person.email, password: aPassword };
    const browser = aBrowser(server);
    const noToken = await browser.send(signIn, { body }, { 'x-csrf-token': 'made up' });
    expect([noToken.status, noToken.body.code]).toEqual([403, 'csrf_failed']);
    const foreign = await browser.send(signIn, { body }, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'csrf_failed']);
    const token = (await aBrowser(server).fetch('GET', getCsrfToken.path)).body.csrf_token;
    expect((await browser.send(signIn, { body }, { 'x-csrf-token': token })).status).toBe(403);
  });

  test('IDN-33 unknown fields are 422, a form is 415', async () => {
    const reply = await trySignIn(aBrowser(server), 'a@example.test', aPassword, { role: 'admin' });
    expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'unknown_field']);
    const form = await aBrowser(server).fetch('POST', '/session', {
      body: 'identifier=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });

  test('IDN-77 there is no shortcut for testing', async () => {
    for (const path of ['/test/sign_in', '/session/test', '/dev/sign_in']) {
      expect((await aBrowser(server).fetch('POST', path)).status).toBe(404);
    }
  });

  test('every sign-in and failure is kept and audited', async () => {
    const person = await aTeacher();
    await trySignIn(aBrowser(server), person.email, 'not the password');
    await trySignIn(aBrowser(server), person.email);
    const [events, audit] = await build(platform, (tx) =>
      Promise.all([
        tx
          .selectFrom('sign_in_events')
          .selectAll()
          .where('user_id', '=', person.id)
          .orderBy('occurred_at')
          .execute(),
        tx
          .selectFrom('audit_events')
          .selectAll()
          .where('target_id', '=', person.id)
          .orderBy('occurred_at')
          .execute(),
      ]),
    );
    expect(events.map((event) => [event.outcome, event.reason])).toEqual([
      ['failure', 'wrong_password'],
      ['success', null],
    ]);
    expect(audit.map((event) => [event.action, event.outcome])).toEqual([
      ['session.refused', 'failed'],
      ['session.created', 'success'],
    ]);
  });
});

describe('too many wrong guesses', () => {
  async function guess(browser: ReturnType<typeof aBrowser>, identifier: string, times: number) {
    for (let at = 0; at < times; at++) await trySignIn(browser, identifier, `guess ${at}`);
  }

  test('IDN-70 after five failures a device waits, longer each time, while another device signs in', async () => {
    const person = await aTeacher();
    const classmates = aBrowser(server);
    await guess(classmates, person.email, 5);
    const waiting = await trySignIn(classmates, person.email);
    expect([waiting.status, waiting.body.code]).toEqual([429, 'sign_in.wait']);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(25);
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(200);
    clock.advance({ minutes: 0.55 });
    expect((await trySignIn(classmates, person.email, 'wrong again')).status).toBe(401);
    const longer = await trySignIn(classmates, person.email);
    expect(Number(longer.headers.get('retry-after'))).toBeGreaterThan(50);
    clock.advance({ minutes: 1.1 });
    expect((await trySignIn(classmates, person.email)).status).toBe(200);
    classmates.forgetCsrf();
    expect((await trySignIn(classmates, person.email, 'wrong')).status).toBe(401);
  });

  test('IDN-70 guesses sent at once get no more tries than guesses in a row', async () => {
    const person = await aTeacher();
    const browser = aBrowser(server);
    await browser.csrf();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => trySignIn(browser, person.email, `guess ${at}`)),
    );
    expect(replies.filter((reply) => reply.status === 401)).toHaveLength(5);
  });

  test('IDN-70 IDN-57 an unknown name waits like a known one', async () => {
    const browser = aBrowser(server);
    await guess(browser, 'unknown-forever@example.test', 5);
    expect((await trySignIn(browser, 'unknown-forever@example.test')).status).toBe(429);
  });

  test('IDN-70 fifty failures from many devices close the account for everybody until the hour is over', async () => {
    const person = await aTeacher();
    for (let device = 0; device < 10; device++) await guess(aBrowser(server), person.email, 5);
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(429);
    clock.advance({ minutes: 61 });
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(200);
  }, 60_000);
});

describe('a device not seen before', () => {
  const notices = async (person: Parameters<typeof mailsTo>[1]) =>
    (await mailsTo(platform, person)).filter((mail) => mail.template === 'sign_in.new_device').length;

  test('IDN-83 staff are told once for each device in 90 days, students never', async () => {
    const person = await aTeacher();
    const browser = aBrowser(server);
    await trySignIn(browser, person.email);
    delete browser.cookies.homeroom_session;
    browser.forgetCsrf();
    await trySignIn(browser, person.email);
    expect(await notices(person)).toBe(1);
    await trySignIn(aBrowser(server), person.email);
    expect(await notices(person)).toBe(2);
    const student = await buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [school.id],
      password_hash,
    });
    await trySignIn(aBrowser(server), student.email);
    expect(await notices(student)).toBe(0);
  });
});

test('IDN-80 a computer shared with others signs out after half an hour, a teacher’s own after twelve', async () => {
  const person = await aTeacher();
  const [own, shared] = [aBrowser(server), aBrowser(server)];
  await trySignIn(own, person.email);
  await trySignIn(shared, person.email, aPassword, { shared_computer: true });
  clock.advance({ minutes: 31 });
  expect((await own.send(getMe, {})).status).toBe(200);
  const ended = await shared.send(getMe, {});
  expect([ended.status, ended.body.code]).toEqual([401, 'session.expired']);
  clock.advance({ hours: 13 });
  expect((await own.send(getMe, {})).status).toBe(401);
});

test('IDN-34 nothing of a password comes back', async () => {
  const admin = await buildPerson(platform, tenant, { role: 'district_admin', password_hash });
  await buildSchool(platform, tenant);
  const browser = aBrowser(server);
  const reply = await trySignIn(browser, admin.email);
  const me = await browser.send(getMe, {});
  expect(JSON.stringify([reply.body, me.body])).not.toMatch(/argon2|password_hash|"hash"/);
});
