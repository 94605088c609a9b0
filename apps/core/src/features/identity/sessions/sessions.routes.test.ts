import { getMe } from '@k12/contracts/identity/me';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { createSchool } from '@k12/contracts/identity/schools';
import {
  changePassword,
  endMyOtherSessions,
  endMySession,
  endUserSession,
  endUserSessions,
  extendSession,
  getSession,
  listMySessions,
  listUserSessions,
  reportUnknownSignIn,
  signOut,
} from '@k12/contracts/identity/session';
import { listMySignInEvents, listUserSignInEvents } from '@k12/contracts/identity/sign-in-events';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { linkTokenFor, mailsTo } from '../../../test/mails.ts';
import { build, buildPerson } from '../../../test/people.ts';
import {
  aBrowser,
  aPassword,
  aPasswordHash,
  browserOf,
  manyRequests,
  trySignIn,
} from '../../../test/sign-in.ts';
import { signedIn, TestActor } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school } = world;
const password_hash = await aPasswordHash();

function aTeacher() {
  return buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id], password_hash });
}

/** The clock of this file runs far ahead: whoever acts late signs in again. */
function again(actor: TestActor): Promise<TestActor> {
  if (!actor.person) throw new Error('nobody to sign in again');
  return signedIn(server, actor.person);
}

function auditOf(targetId: string, action: string) {
  return build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .selectAll()
      .where('target_id', '=', targetId)
      .where('action', '=', action)
      .execute(),
  );
}

describe('the secret of a session', () => {
  test('IDN-79 is replaced after a day of use; the former one works a minute more', async () => {
    const actor = await signedIn(server, await aTeacher());
    const former = actor.cookies.homeroom_session ?? '';
    for (let step = 0; step < 3; step++) {
      clock.advance({ hours: 8.1 });
      await actor.call(getMe, {});
    }
    expect(actor.cookies.homeroom_session).not.toBe(former);
    const late = new TestActor(server, actor.person);
    late.cookies.homeroom_session = former;
    expect((await late.send(getMe, {})).status).toBe(200);
    expect((await actor.send(getMe, {})).status).toBe(200);
  });

  test('IDN-79 a former secret presented later ends the session and is kept as possible theft', async () => {
    const person = await aTeacher();
    const actor = await signedIn(server, person);
    const former = actor.cookies.homeroom_session ?? '';
    for (let step = 0; step < 3; step++) {
      clock.advance({ hours: 10 });
      await actor.call(getMe, {});
    }
    expect(actor.cookies.homeroom_session).not.toBe(former);
    clock.advance({ minutes: 2 });
    const thief = new TestActor(server, null);
    thief.cookies.homeroom_session = former;
    expect((await thief.send(getMe, {})).status).toBe(401);
    expect((await actor.send(getMe, {})).status).toBe(401);
    expect(await auditOf(person.id, 'session.theft_suspected')).toHaveLength(1);
  });

  test('IDN-50 IDN-79 a change of roles holds on the next request, which replaces the secret', async () => {
    const person = await aTeacher();
    const actor = await signedIn(server, person);
    const before = (await actor.call(getMe, {})).roles;
    const secret = actor.cookies.homeroom_session;
    const admin = await signedIn(server, await buildPerson(platform, tenant, { role: 'district_admin' }));
    await admin.call(createRoleAssignment, {
      body: {
        user_id: person.id,
        role_id: tenant.roles.curriculum_lead ?? '',
        scope: 'school',
        school_id: school.id,
      },
    });
    const after = (await actor.call(getMe, {})).roles;
    expect([before, after]).toEqual([['teacher'], ['curriculum_lead', 'teacher']]);
    expect(actor.cookies.homeroom_session).not.toBe(secret);
    expect((await actor.send(getMe, {})).status).toBe(200);
  });

  test('IDN-79 requests at the same moment leave one new secret, and all of them are answered', async () => {
    const actor = await signedIn(server, await aTeacher());
    for (let step = 0; step < 2; step++) {
      clock.advance({ hours: 11.9 });
      await actor.call(getMe, {});
    }
    clock.advance({ hours: 1 });
    const replies = await Promise.all(Array.from({ length: 6 }, () => actor.send(getMe, {})));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200, 200]);
    const given = replies.flatMap((reply) =>
      reply.headers.getSetCookie().filter((line) => line.startsWith('homeroom_session=')),
    );
    expect(given).toHaveLength(1);
    expect((await actor.send(getMe, {})).status).toBe(200);
  });
});

describe('how long it lasts', () => {
  test('IDN-80 IDN-81 background polling and asking for the end do not keep it alive, staying does', async () => {
    const actor = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'student', school_ids: [school.id] }),
    );
    const start = await actor.call(getSession, {});
    clock.advance({ minutes: 115 });
    await actor.send(getMe, {}, { 'x-background': '1' });
    expect((await actor.call(getSession, {})).idle_expires_at).toBe(start.idle_expires_at);
    await actor.call(extendSession, {});
    const extended = await actor.call(getSession, {});
    expect(new Date(extended.idle_expires_at).getTime()).toBeGreaterThan(
      new Date(start.idle_expires_at).getTime(),
    );
    clock.advance({ minutes: 10 });
    expect((await actor.send(getMe, {})).status).toBe(200);
    clock.advance({ minutes: 121 });
    expect((await actor.send(getMe, {})).body.code).toBe('session.expired');
  });

  test('IDN-82 last seen is written at most once a minute', async () => {
    const person = await aTeacher();
    const actor = await signedIn(server, person);
    const seen = () =>
      build(platform, (tx) =>
        tx
          .selectFrom('sessions')
          .select('last_seen_at')
          .where('user_id', '=', person.id)
          .executeTakeFirstOrThrow(),
      );
    const before = await seen();
    await actor.call(getMe, {});
    expect(await seen()).toEqual(before);
    clock.advance({ minutes: 2 });
    await actor.call(getMe, {});
    expect(await seen()).not.toEqual(before);
  });
});

describe('own sessions', () => {
  test('signed out: 401', async () => {
    expect((await world.anonymous.send(listMySessions, {})).status).toBe(401);
  });

  test('IDN-82 everybody lists theirs, ends one, and ends all others', async () => {
    const person = await aTeacher();
    const [one, two, three] = [
      await signedIn(server, person),
      await signedIn(server, person),
      await signedIn(server, person),
    ];
    const { data } = await one.call(listMySessions, {});
    expect(data).toHaveLength(3);
    const own = data.find((session) => session.is_current);
    const other = (await two.call(getSession, {})).id;
    expect(own).toMatchObject({ kind: 'browser', method: 'password', ip: '127.0.0.1' });
    expect((await one.send(endMySession, { params: { id: other } })).status).toBe(204);
    expect((await two.send(getMe, {})).status).toBe(401);
    expect(await one.call(endMyOtherSessions, {})).toEqual({ ended: 1 });
    expect((await three.send(getMe, {})).status).toBe(401);
    expect((await one.call(listMySessions, {})).data).toHaveLength(1);
  });

  test('IDN-42 the session of somebody else is not found', async () => {
    const [teacher, student, stranger] = await Promise.all(
      [world.teacher, world.student, world.otherTenantTeacher].map(again),
    );
    const foreign = await Promise.all(
      [teacher, stranger].map(async (actor) => (await actor?.call(getSession, {}))?.id),
    );
    for (const id of [...foreign, newId()]) {
      expect((await student?.send(endMySession, { params: { id: String(id) } }))?.status).toBe(404);
    }
    expect((await teacher?.send(getMe, {}))?.status).toBe(200);
  });

  test('IDN-84 signing out ends it on the server, clears the browser, and answers are never stored', async () => {
    const actor = await signedIn(server, await aTeacher());
    const secret = actor.cookies.homeroom_session ?? '';
    const me = await actor.send(getMe, {});
    expect(me.headers.get('cache-control')).toContain('no-store');
    const reply = await actor.send(signOut, {});
    expect([reply.status, reply.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(actor.cookies.homeroom_session).toBeUndefined();
    actor.cookies.homeroom_session = secret;
    expect((await actor.send(getMe, {})).status).toBe(401);
  });

  test('IDN-83 the link of a notice ends everything and makes the password useless, once', async () => {
    const person = await aTeacher();
    const actor = await browserOf(server, person);
    const token = await linkTokenFor(platform, person, 'sign_in.new_device');
    const anybody = aBrowser(server);
    expect((await anybody.send(reportUnknownSignIn, { params: { token } })).status).toBe(204);
    expect((await actor.send(getMe, {})).status).toBe(401);
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(401);
    expect((await anybody.send(reportUnknownSignIn, { params: { token } })).status).toBe(410);
    expect(await auditOf(person.id, 'sign_in.disowned')).toHaveLength(1);
  });
});

describe('sessions of others', () => {
  test('IDN-82 an admin of the school sees and ends them; a teacher and another school’s admin do not', async () => {
    const person = await aTeacher();
    const [one, two] = [await signedIn(server, person), await signedIn(server, person)];
    const params = { id: person.id };
    expect((await (await again(world.teacher)).send(listUserSessions, { params })).status).toBe(403);
    for (const stranger of await Promise.all([world.otherSchoolAdmin, world.otherTenantAdmin].map(again))) {
      expect((await stranger.send(listUserSessions, { params })).status).toBe(404);
      expect((await stranger.send(endUserSessions, { params })).status).toBe(404);
    }
    const admin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }),
    );
    const { data } = await admin.call(listUserSessions, { params });
    expect(data).toHaveLength(2);
    const session_id = (await one.call(getSession, {})).id;
    expect((await admin.send(endUserSession, { params: { id: person.id, session_id } })).status).toBe(204);
    expect((await one.send(getMe, {})).status).toBe(401);
    expect((await two.send(getMe, {})).status).toBe(200);
    expect(await admin.call(endUserSessions, { params })).toEqual({ ended: 1 });
    expect((await two.send(getMe, {})).status).toBe(401);
    expect(await auditOf(person.id, 'session.all_ended')).toHaveLength(1);
  });

  test('IDN-40 sign-ins and failures of 30 days, newest first, page by cursor', async () => {
    const person = await aTeacher();
    await trySignIn(aBrowser(server), person.email, 'wrong');
    clock.advance({ days: 31 });
    for (let at = 0; at < 3; at++) await trySignIn(aBrowser(server), person.email, 'wrong');
    const actor = await browserOf(server, person);
    const first = await actor.call(listMySignInEvents, { query: { limit: 3 } });
    expect(first.data.map((event) => event.outcome)).toEqual(['success', 'failure', 'failure']);
    const rest = await actor.call(listMySignInEvents, {
      query: { limit: 3, cursor: first.next_cursor ?? '' },
    });
    expect(rest.data.map((event) => event.reason)).toEqual(['wrong_password']);
    const admin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }),
    );
    const seen = await admin.call(listUserSignInEvents, { params: { id: person.id }, query: {} });
    expect(seen.data).toHaveLength(4);
    const otherAdmin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [world.otherSchool.id] }),
    );
    expect(
      (await otherAdmin.send(listUserSignInEvents, { params: { id: person.id }, query: {} })).status,
    ).toBe(404);
  });
});

describe('changing the password', () => {
  const newPassword = 'seven purple umbrellas';

  test('IDN-66 what is too short, common or a name is refused with every reason at once', async () => {
    const person = await buildPerson(platform, tenant, {
      role: 'teacher',
      school_ids: [school.id],
      password_hash,
      family_name: 'Quillfeat',
    });
    const actor = await signedIn(server, person);
    const attempt = (password: string) =>
      actor.send(changePassword, { body: { current_password: aPassword, password } });
    const reply = await attempt('quillfeath');
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map((error: { code: string }) => error.code)).toEqual([
      'password.too_short',
      'password.contains_name',
    ]);
    expect((await attempt('password1234')).body.errors[0].code).toBe('password.common');
    expect((await attempt('northside for ever')).body.errors[0].code).toBe('password.contains_name');
    expect((await attempt('x'.repeat(300))).status).toBe(422);
  });

  test('IDN-66 128 characters of any script are taken', async () => {
    const person = await aTeacher();
    const actor = await browserOf(server, person);
    const password = 'қалай-дос '.repeat(13).slice(0, 128);
    expect(
      (await actor.send(changePassword, { body: { current_password: aPassword, password } })).status,
    ).toBe(204);
    expect((await trySignIn(aBrowser(server), person.email, password)).status).toBe(200);
  });

  test('IDN-79 IDN-93 it replaces the secret, ends all other sessions and tells the person; wrong ones count', async () => {
    const person = await aTeacher();
    const [actor, other] = [await browserOf(server, person), await browserOf(server, person)];
    const body = { current_password: 'wrong', password: newPassword };
    expect((await actor.send(changePassword, { body })).body.code).toBe('sign_in.failed');
    const before = actor.cookies.homeroom_session;
    expect(
      (await actor.send(changePassword, { body: { ...body, current_password: aPassword } })).status,
    ).toBe(204);
    expect(actor.cookies.homeroom_session).not.toBe(before);
    expect((await actor.send(getMe, {})).status).toBe(200);
    expect((await other.send(getMe, {})).status).toBe(401);
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(401);
    expect((await trySignIn(aBrowser(server), person.email, newPassword)).status).toBe(200);
    expect((await mailsTo(platform, person)).map((mail) => mail.template)).toContain('password.changed');
    expect(await auditOf(person.id, 'password.changed')).toHaveLength(1);
  });
});

describe('requests from other sites', () => {
  test('IDN-85 a change by cookie needs the same origin and the token of the session', async () => {
    const actor = await signedIn(server, await buildPerson(platform, tenant, { role: 'district_admin' }));
    const body = { name: 'Never made', code: 'NEVER', time_zone: 'America/New_York' };
    const foreignToken = await (await again(world.teacher)).csrf();
    const attempts = [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': foreignToken },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of attempts) {
      const reply = await actor.send(createSchool, { body }, headers);
      expect([reply.status, reply.body.code]).toEqual([403, 'csrf_failed']);
    }
    const made = await build(platform, (tx) =>
      tx.selectFrom('schools').select('id').where('code', '=', 'NEVER').execute(),
    );
    expect(made).toHaveLength(0);
  });

  test('IDN-86 a request with an Authorization header is judged by it alone', async () => {
    const actor = await signedIn(server, await aTeacher());
    for (const authorization of ['Bearer nonsense', 'Basic abc', 'Bearer']) {
      const reply = await actor.send(getMe, {}, { authorization });
      expect([reply.status, reply.body.code]).toEqual([401, 'token.invalid']);
    }
    expect(
      (await actor.send(getMe, {}, { origin: 'https://evil.example' })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });
});

test('IDN-02 at the address of another organisation a session counts for nothing, at the own one it does', async () => {
  const { otherTenant } = world;
  const teacher = await signedIn(server, await aTeacher());
  const domains = [
    { domain: 'own.school.example', tenant_id: tenant.id },
    { domain: 'other.school.example', tenant_id: otherTenant.id },
  ].map((row) => ({ ...row, verified_at: platform.clock.now().toISOString() }));
  await build(platform, (tx) => tx.insertInto('tenant_domains').values(domains).execute());
  const statusAt = async (host: string) => {
    const cookie = `homeroom_session=${teacher.cookies.homeroom_session}`;
    return (await server.app.inject({ url: '/api/v1/me', headers: { host, cookie } })).statusCode;
  };
  expect(await statusAt('own.school.example')).toBe(200);
  expect(await statusAt('shared.example')).toBe(200);
  expect(await statusAt('other.school.example')).toBe(401);
  expect(await statusAt('OTHER.school.example:8080')).toBe(401);
});
