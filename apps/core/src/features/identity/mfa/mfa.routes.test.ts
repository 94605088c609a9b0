import { getMe } from '@k12/contracts/identity/me';
import {
  clearFactors,
  confirmTotp,
  getFactors,
  removeTotp,
  renewRecoveryCodes,
  startTotp,
} from '@k12/contracts/identity/mfa';
import { confirmSecondFactor, getSession, reauthenticate, signOut } from '@k12/contracts/identity/session';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, type TestPerson } from '../../../test/people.ts';
import {
  aBrowser,
  aPassword,
  aPasswordHash,
  browserOf,
  codeNow,
  manyRequests,
  trySignIn,
} from '../../../test/sign-in.ts';
import { signedIn, type TestActor } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school } = world;
const password_hash = await aPasswordHash();
const reason = 'The phone was lost on a school trip';

function aTeacher(given: object = {}) {
  return buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id], password_hash, ...given });
}

/** Somebody with an authenticator app; its code of this half minute is spent. */
async function enrolled(given: object = {}) {
  const person = await aTeacher(given);
  const actor = await signedIn(server, person);
  const { secret } = await actor.call(startTotp, {});
  const { recovery_codes } = await actor.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
  clock.advance({ minutes: 1 });
  return { person, actor, secret, recovery_codes };
}

async function pendingBrowser(person: TestPerson): Promise<TestActor> {
  const browser = aBrowser(server);
  const reply = await trySignIn(browser, person.email);
  expect(reply.body.state).toBe('mfa_required');
  browser.forgetCsrf();
  return browser;
}

describe('setting up an authenticator app', () => {
  test('signed out: 401; without a code that fits: 422', async () => {
    expect((await world.anonymous.send(startTotp, {})).status).toBe(401);
    const actor = await signedIn(server, await aTeacher());
    await actor.call(startTotp, {});
    expect((await actor.send(confirmTotp, { body: { code: '000000' } })).status).toBe(422);
    expect((await actor.call(getFactors, {})).totp).toBeNull();
  });

  test('IDN-71 ten recovery codes are shown once, and only hashes and a sealed secret are kept (IDN-110)', async () => {
    const { person, actor, secret, recovery_codes } = await enrolled();
    expect(new Set(recovery_codes).size).toBe(10);
    const kept = await build(platform, (tx) =>
      Promise.all([
        tx.selectFrom('totp_factors').selectAll().where('user_id', '=', person.id).execute(),
        tx.selectFrom('recovery_codes').selectAll().where('user_id', '=', person.id).execute(),
      ]),
    );
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(kept[1]).toHaveLength(10);
    const factors = await actor.call(getFactors, {});
    expect(factors).toMatchObject({ recovery_codes_left: 10, passkeys: 0, rule: 'optional' });
    expect(JSON.stringify(factors)).not.toContain(secret);
    expect((await actor.send(startTotp, {})).status).toBe(409);
  });

  test('IDN-46 needs a sign-in of the last ten minutes', async () => {
    const person = await aTeacher();
    const actor = await browserOf(server, person);
    clock.advance({ minutes: 11 });
    const reply = await actor.send(startTotp, {});
    expect([reply.status, reply.body.code]).toEqual([401, 'reauth_required']);
    expect((await actor.send(reauthenticate, { body: { password: 'wrong' } })).status).toBe(401);
    expect((await actor.send(startTotp, {})).status).toBe(401);
    await actor.call(reauthenticate, { body: { password: aPassword } });
    expect((await actor.send(startTotp, {})).status).toBe(201);
    clock.advance({ minutes: 11 });
    expect((await actor.send(startTotp, {})).body.code).toBe('reauth_required');
  });
});

describe('the second step', () => {
  test('IDN-71 half a sign-in opens nothing but the second step, its own state and the way out', async () => {
    const { person } = await enrolled();
    const browser = await pendingBrowser(person);
    const refused = await browser.send(getMe, {});
    expect([refused.status, refused.body.code, refused.body.context.step]).toEqual([
      401,
      'mfa_required',
      'second_factor',
    ]);
    expect((await browser.send(startTotp, {})).body.code).toBe('mfa_required');
    const session = await browser.call(getSession, {});
    expect(session).toMatchObject({ pending_step: 'second_factor', mfa_methods: ['totp', 'recovery_code'] });
    expect((await browser.send(signOut, {})).status).toBe(204);
    expect((await browser.send(getSession, {})).status).toBe(401);
  });

  test('IDN-71 the code completes it with a new secret; the step used is refused afterwards', async () => {
    const { person, secret } = await enrolled();
    const browser = await pendingBrowser(person);
    const before = browser.cookies.homeroom_session;
    const code = await codeNow(server, secret);
    const result = await browser.call(confirmSecondFactor, { body: { code } });
    expect(result).toMatchObject({ state: 'signed_in', home: '/dashboard' });
    expect(browser.cookies.homeroom_session).not.toBe(before);
    expect((await browser.call(getMe, {})).session?.mfa).toBe(true);
    const other = await pendingBrowser(person);
    expect((await other.send(confirmSecondFactor, { body: { code } })).status).toBe(401);
    expect((await browser.send(confirmSecondFactor, { body: { code } })).status).toBe(409);
  });

  test('IDN-71 a clock that is one step off still fits, two steps do not', async () => {
    const { person, secret } = await enrolled();
    const browser = await pendingBrowser(person);
    const tooFar = await codeNow(server, secret, 2);
    expect((await browser.send(confirmSecondFactor, { body: { code: tooFar } })).status).toBe(401);
    clock.advance({ minutes: 1 });
    const behind = await codeNow(server, secret, -1);
    expect((await browser.send(confirmSecondFactor, { body: { code: behind } })).status).toBe(200);
  });

  test('IDN-71 a recovery code works once, two browsers at once included', async () => {
    const { person, recovery_codes } = await enrolled();
    const [first = '', second = ''] = recovery_codes;
    const browsers = await Promise.all([pendingBrowser(person), pendingBrowser(person)]);
    await Promise.all(browsers.map((browser) => browser.csrf()));
    const replies = await Promise.all(
      browsers.map((browser) => browser.send(confirmSecondFactor, { body: { recovery_code: first } })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 401]);
    const other = await pendingBrowser(person);
    const typed = second.toLowerCase().replaceAll('-', ' ');
    expect((await other.send(confirmSecondFactor, { body: { recovery_code: typed } })).status).toBe(200);
    expect((await other.call(getFactors, {})).recovery_codes_left).toBe(8);
  });

  test('IDN-70 wrong codes slow down like wrong passwords; exactly one proof is taken', async () => {
    const { person, secret } = await enrolled();
    const browser = await pendingBrowser(person);
    const both = { code: '123456', recovery_code: 'ABCD-EFGH-JKLM' };
    expect((await browser.send(confirmSecondFactor, { body: both })).status).toBe(422);
    for (let at = 0; at < 5; at++) await browser.send(confirmSecondFactor, { body: { code: '000000' } });
    const code = await codeNow(server, secret);
    expect((await browser.send(confirmSecondFactor, { body: { code } })).body.code).toBe('sign_in.wait');
  });

  test('a half-finished sign-in is over after a quarter of an hour', async () => {
    const { person, secret } = await enrolled();
    const browser = await pendingBrowser(person);
    clock.advance({ minutes: 16 });
    const code = await codeNow(server, secret);
    expect((await browser.send(confirmSecondFactor, { body: { code } })).body.code).toBe('session.expired');
  });
});

describe('roles that require a second factor', () => {
  test('IDN-71 an admin has fourteen days, then sets one up before anything else', async () => {
    const person = await buildPerson(platform, tenant, {
      role: 'admin',
      school_ids: [school.id],
      password_hash,
    });
    const first = await browserOf(server, person);
    expect((await first.call(getFactors, {})).rule).toBe('required');
    expect((await first.call(getFactors, {})).due_at).not.toBeNull();
    clock.advance({ days: 15 });
    const browser = aBrowser(server);
    expect((await trySignIn(browser, person.email)).body.state).toBe('mfa_enrolment_required');
    browser.forgetCsrf();
    expect((await browser.send(getMe, {})).body.context.step).toBe('enrol_factor');
    const { secret } = await browser.call(startTotp, {});
    const before = browser.cookies.homeroom_session;
    await browser.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
    expect(browser.cookies.homeroom_session).not.toBe(before);
    expect((await browser.call(getMe, {})).session?.mfa).toBe(true);
  });

  test('IDN-71 students are never asked by default', async () => {
    const student = await buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [school.id],
      password_hash,
    });
    await trySignIn(aBrowser(server), student.email);
    clock.advance({ days: 15 });
    expect((await trySignIn(aBrowser(server), student.email)).body.state).toBe('signed_in');
  });
});

describe('removing factors', () => {
  test('IDN-71 new recovery codes replace the former; without a factor there are none', async () => {
    const { actor, person, recovery_codes } = await enrolled();
    const renewed = await actor.call(renewRecoveryCodes, {});
    const browser = await pendingBrowser(person);
    const [old = ''] = recovery_codes;
    const [fresh = ''] = renewed.recovery_codes;
    expect((await browser.send(confirmSecondFactor, { body: { recovery_code: old } })).status).toBe(401);
    expect((await browser.send(confirmSecondFactor, { body: { recovery_code: fresh } })).status).toBe(200);
    await actor.call(removeTotp, {});
    expect(await actor.call(getFactors, {})).toMatchObject({ totp: null, recovery_codes_left: 0 });
    expect((await actor.send(renewRecoveryCodes, {})).status).toBe(409);
  });

  test('IDN-73 an admin in scope clears them with a reason; the person is told, signed out and must enrol again', async () => {
    const { person, actor } = await enrolled();
    const params = { id: person.id };
    const aTeacherNow = await signedIn(server, await aTeacher());
    expect((await aTeacherNow.send(clearFactors, { params, body: { reason } })).status).toBe(403);
    const stranger = await buildPerson(platform, world.otherTenant, { role: 'district_admin' });
    const foreign = await signedIn(server, stranger);
    expect((await foreign.send(clearFactors, { params, body: { reason } })).status).toBe(404);
    const admin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }),
    );
    expect((await admin.send(clearFactors, { params, body: { reason: 'short' } })).status).toBe(422);
    expect((await admin.send(clearFactors, { params: { id: newId() }, body: { reason } })).status).toBe(404);
    expect((await admin.send(clearFactors, { params, body: { reason } })).status).toBe(204);
    expect((await actor.send(getMe, {})).status).toBe(401);
    const mails = await mailsTo(platform, person);
    expect(mails.map((mail) => mail.template)).toContain('mfa.cleared');
    expect((await trySignIn(aBrowser(server), person.email)).body.state).toBe('signed_in');
    const [event] = await build(platform, (tx) =>
      tx
        .selectFrom('audit_events')
        .selectAll()
        .where('target_id', '=', person.id)
        .where('action', '=', 'mfa.cleared')
        .execute(),
    );
    expect(event).toMatchObject({ actor_id: admin.id, reason });
  });

  test('IDN-73 (another admin) nobody clears the factors of their own account with this right', async () => {
    const person = await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] });
    const admin = await signedIn(server, person);
    const reply = await admin.send(clearFactors, { params: { id: person.id }, body: { reason } });
    expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
    expect((await admin.send(getMe, {})).status).toBe(200);
  });

  test('IDN-73 nobody clears the factors of somebody with more rights, nor outside their school', async () => {
    const admin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }),
    );
    const both = [school.id, world.otherSchool.id];
    const wider = await buildPerson(platform, tenant, { role: 'admin', school_ids: both });
    const reply = await admin.send(clearFactors, { params: { id: wider.id }, body: { reason } });
    expect([reply.status, reply.body.code]).toEqual([403, 'exceeds_own_rights']);
    const elsewhere = await buildPerson(platform, tenant, {
      role: 'teacher',
      school_ids: [world.otherSchool.id],
    });
    expect((await admin.send(clearFactors, { params: { id: elsewhere.id }, body: { reason } })).status).toBe(
      404,
    );
  });
});
