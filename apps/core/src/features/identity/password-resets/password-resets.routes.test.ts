import { createGuardianLink } from '@k12/contracts/identity/guardian-links';
import { getMe } from '@k12/contracts/identity/me';
import {
  completePasswordReset,
  getPasswordReset,
  requestPasswordReset,
  resetCredentials,
} from '@k12/contracts/identity/password-resets';
import { changePassword, replaceTemporaryPassword } from '@k12/contracts/identity/session';
import { getUser } from '@k12/contracts/identity/users';
import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { linkTokenFor, mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, buildSchool, buildTenant, type TestPerson } from '../../../test/people.ts';
import {
  aBrowser,
  aPassword,
  aPasswordHash,
  browserOf,
  manyRequests,
  trySignIn,
} from '../../../test/sign-in.ts';
import { signedIn } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school } = world;
const password_hash = await aPasswordHash();
const newPassword = 'seven purple umbrellas';

function aTeacher() {
  return buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id], password_hash });
}

function askFor(identifier: string) {
  return aBrowser(server).send(requestPasswordReset, { body: { identifier } });
}

async function linkFor(person: TestPerson): Promise<string> {
  await askFor(person.email);
  return linkTokenFor(platform, person, 'password.reset');
}

describe('a reset link', () => {
  test('IDN-68 the answer never says whether the account exists, in words or in time', async () => {
    const person = await aTeacher();
    const timed = async (identifier: string) => {
      const started = performance.now();
      const reply = await askFor(identifier);
      return { status: reply.status, body: reply.body, took: performance.now() - started };
    };
    const unknown = await timed('nobody@example.test');
    const known = await timed(person.email);
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(unknown.status).toBe(202);
    expect(Math.min(known.took, unknown.took)).toBeGreaterThan(140);
    expect(await mailsTo(platform, person)).toHaveLength(1);
  });

  test('IDN-85 needs the token of the browser', async () => {
    const body = { identifier: 'nobody@example.test' };
    expect(
      (await aBrowser(server).send(requestPasswordReset, { body }, { 'x-csrf-token': 'x' })).status,
    ).toBe(403);
  });

  test('IDN-68 sets a new password once, ends all sessions and tells the person', async () => {
    const person = await aTeacher();
    const actor = await browserOf(server, person);
    const token = await linkFor(person);
    const preview = await aBrowser(server).call(getPasswordReset, { params: { token } });
    expect(preview).toMatchObject({ tenant: { slug: tenant.slug }, minimum_length: 12 });
    expect(JSON.stringify(preview)).not.toContain(person.email);
    const complete = (password: string) =>
      aBrowser(server).send(completePasswordReset, { params: { token }, body: { password } });
    expect((await complete('short')).status).toBe(422);
    expect((await complete(newPassword)).status).toBe(204);
    expect((await actor.send(getMe, {})).status).toBe(401);
    expect((await trySignIn(aBrowser(server), person.email)).status).toBe(401);
    expect((await trySignIn(aBrowser(server), person.email, newPassword)).status).toBe(200);
    const again = await complete('another fine umbrella');
    expect([again.status, again.body.code]).toEqual([410, 'gone']);
    expect((await mailsTo(platform, person)).map((mail) => mail.template)).toContain('password.changed');
  });

  test('IDN-68 two browsers with one link: one wins', async () => {
    const token = await linkFor(await aTeacher());
    const browsers = [aBrowser(server), aBrowser(server)];
    const replies = await Promise.all(
      browsers.map((browser) =>
        browser.send(completePasswordReset, { params: { token }, body: { password: newPassword } }),
      ),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, 410]);
  });

  test('IDN-68 is void after 30 minutes, after a newer request and after a change of password', async () => {
    const [late, twice, changed] = [await aTeacher(), await aTeacher(), await aTeacher()];
    const status = async (token: string) =>
      (await aBrowser(server).send(getPasswordReset, { params: { token } })).status;
    const lateToken = await linkFor(late);
    expect(await status(lateToken)).toBe(200);
    clock.advance({ minutes: 31 });
    expect(await status(lateToken)).toBe(410);
    const [first, second] = [await linkFor(twice), await linkFor(twice)];
    expect([await status(first), await status(second)]).toEqual([410, 200]);
    const token = await linkFor(changed);
    const actor = await browserOf(server, changed);
    await actor.call(changePassword, { body: { current_password: aPassword, password: newPassword } });
    expect(await status(token)).toBe(410);
    expect(await status('made-up-token-of-some-length')).toBe(410);
  });

  test('IDN-68 the token is kept as a hash only', async () => {
    const person = await aTeacher();
    const token = await linkFor(person);
    const rows = await build(platform, (tx) =>
      tx.selectFrom('one_time_links').selectAll().where('user_id', '=', person.id).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('nobody with a locked account gets one', async () => {
    const person = await aTeacher();
    await build(platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', person.id).execute(),
    );
    expect((await askFor(person.email)).status).toBe(202);
    expect(await mailsTo(platform, person)).toHaveLength(0);
  });
});

describe('by an admin', () => {
  const admin = () =>
    buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }).then((person) =>
      signedIn(server, person),
    );
  const student = () =>
    buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [school.id],
      password_hash,
      grade_level: '7',
    });

  test('signed out 401, wrong role 403, another school or tenant 404', async () => {
    const person = await aTeacher();
    const request = { params: { id: person.id }, body: { method: 'code' as const } };
    expect((await world.anonymous.send(resetCredentials, request)).status).toBe(401);
    const [teacher, elsewhere, foreign] = await Promise.all([
      signedIn(server, await aTeacher()),
      signedIn(
        server,
        await buildPerson(platform, tenant, { role: 'admin', school_ids: [world.otherSchool.id] }),
      ),
      signedIn(server, await buildPerson(platform, world.otherTenant, { role: 'district_admin' })),
    ]);
    expect((await teacher.send(resetCredentials, request)).status).toBe(403);
    for (const actor of [elsewhere, foreign])
      expect((await actor.send(resetCredentials, request)).status).toBe(404);
    expect(
      (await (await admin()).send(resetCredentials, { ...request, params: { id: newId() } })).status,
    ).toBe(404);
  });

  test('IDN-45 nobody resets somebody with more rights', async () => {
    const person = await buildPerson(platform, tenant, {
      role: 'admin',
      school_ids: [school.id, world.otherSchool.id],
    });
    const reply = await (await admin()).send(resetCredentials, {
      params: { id: person.id },
      body: { method: 'link' },
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'exceeds_own_rights']);
  });

  test('IDN-68 IDN-39 a code signs in once and forces a new password before anything else', async () => {
    const person = await student();
    const issued = await (await admin()).call(resetCredentials, {
      params: { id: person.id },
      body: { method: 'code' },
    });
    const code = issued.code ?? '';
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    const browser = aBrowser(server);
    expect((await trySignIn(browser, person.email, code.toLowerCase())).body.state).toBe(
      'new_password_required',
    );
    browser.forgetCsrf();
    const refused = await browser.send(getMe, {});
    expect([refused.status, refused.body.context.step]).toEqual([401, 'new_password']);
    expect((await trySignIn(aBrowser(server), person.email, code)).status).toBe(401);
    const before = browser.cookies.homeroom_session;
    expect((await browser.send(replaceTemporaryPassword, { body: { password: 'short' } })).status).toBe(422);
    const done = await browser.call(replaceTemporaryPassword, { body: { password: 'eight-ok' } });
    expect(done).toMatchObject({ state: 'signed_in', home: '/learn/dashboard' });
    expect(browser.cookies.homeroom_session).not.toBe(before);
    expect((await trySignIn(aBrowser(server), person.email, 'eight-ok')).status).toBe(200);
    expect((await browser.send(replaceTemporaryPassword, { body: { password: 'eight-more' } })).status).toBe(
      409,
    );
  });

  test('IDN-68 a newer code voids the former one, a day voids it too, and it is kept as a hash', async () => {
    const person = await student();
    const actor = await admin();
    const issue = async () =>
      (await actor.call(resetCredentials, { params: { id: person.id }, body: { method: 'code' } })).code ??
      '';
    const [first, second] = [await issue(), await issue()];
    expect((await trySignIn(aBrowser(server), person.email, first)).status).toBe(401);
    const rows = await build(platform, (tx) =>
      tx.selectFrom('one_time_links').selectAll().where('user_id', '=', person.id).execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(second.replace('-', ''));
    clock.advance({ hours: 25 });
    expect((await trySignIn(aBrowser(server), person.email, second)).status).toBe(401);
  });

  test('IDN-68 an open session is no way to a code for its own account', async () => {
    const actor = await admin();
    for (const method of ['code', 'link'] as const) {
      const reply = await actor.send(resetCredentials, { params: { id: actor.id }, body: { method } });
      expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
    }
    const shown = await actor.call(getUser, { params: { id: actor.id } });
    const other = await actor.call(getUser, { params: { id: (await student()).id } });
    expect([shown.can.reset_credentials, other.can.reset_credentials]).toEqual([false, true]);
  });

  test('IDN-68 (guardians) the admin of a child’s school gives the guardian a code, the admin of another school does not', async () => {
    const child = await student();
    const guardian = await buildPerson(platform, tenant, { role: 'guardian', school_ids: [] });
    const chief = await signedIn(server, await buildPerson(platform, tenant, { role: 'district_admin' }));
    await chief.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id: child.id } });
    const elsewhere = { role: 'admin' as const, school_ids: [world.otherSchool.id] };
    const otherAdmin = await signedIn(server, await buildPerson(platform, tenant, elsewhere));
    const request = { params: { id: guardian.id }, body: { method: 'code' as const } };
    expect((await otherAdmin.send(resetCredentials, request)).status).toBe(404);
    const { code } = await (await admin()).call(resetCredentials, request);
    expect((await trySignIn(aBrowser(server), guardian.email, code ?? '')).status).toBe(200);
  });

  test('a link goes to the person alone, and the admin is named in the log', async () => {
    const person = await aTeacher();
    const actor = await admin();
    const reply = await actor.call(resetCredentials, { params: { id: person.id }, body: { method: 'link' } });
    expect(reply.code).toBeNull();
    expect(await linkTokenFor(platform, person, 'password.reset')).toBeTruthy();
    const [event] = await build(platform, (tx) =>
      tx
        .selectFrom('audit_events')
        .selectAll()
        .where('target_id', '=', person.id)
        .where('action', '=', 'password.reset_requested')
        .execute(),
    );
    expect(event?.actor_id).toBe(actor.id);
  });
});

describe('a code from the teacher', () => {
  const optional_grants = ['teacher:users.reset_credentials'];

  async function aClass(settings: object) {
    const own = await buildTenant(platform, { settings });
    const place = await buildSchool(platform, own);
    const [teacherRow, student, guardianToo, outsider] = await Promise.all(
      (['teacher', 'student', 'student', 'student'] as const).map((role) =>
        buildPerson(platform, own, { role, school_ids: [place.id] }),
      ),
    );
    const [course_id, section_id, year_id] = [newId(), newId(), newId()];
    const at = clock.now().toISOString();
    const stamps = { tenant_id: own.id, created_at: at, updated_at: at };
    await build(platform, async (tx) => {
      const year = { id: year_id, name: 'Y', starts_on: '2026-08-01', ends_on: '2027-06-30' };
      await tx
        .insertInto('academic_years')
        .values({ tenant_id: own.id, ...year })
        .execute();
      const course = { id: course_id, school_id: place.id, academic_year_id: year_id, name: 'Reading' };
      await tx
        .insertInto('courses')
        .values({ ...stamps, ...course, state: 'active' })
        .execute();
      await tx
        .insertInto('sections')
        .values({ ...stamps, id: section_id, course_id, name: 'A' })
        .execute();
      const members = [
        { user_id: teacherRow!.id, role: 'teacher' as const },
        { user_id: student!.id, role: 'student' as const },
        { user_id: guardianToo!.id, role: 'student' as const },
      ];
      const rows = members.map((member) => ({ ...stamps, ...member, id: newId(), section_id }));
      await tx.insertInto('enrollments').values(rows).execute();
      const guardian = { user_id: guardianToo!.id, role_id: own.roles.guardian!, scope: 'tenant' as const };
      await tx
        .insertInto('role_assignments')
        .values({ tenant_id: own.id, id: newId(), ...guardian })
        .execute();
    });
    const teacher = await signedIn(server, teacherRow!);
    const reset = async (person: { id: string } | undefined, method: 'code' | 'link' = 'code') =>
      (await teacher.send(resetCredentials, { params: { id: person!.id }, body: { method } })).status;
    return { own, place, teacher, student, guardianToo, outsider, section_id, reset };
  }

  test('IDN-69 for a student of an own section where the school allows it, and the school admin sees it in the log', async () => {
    const { own, place, student, teacher, reset } = await aClass({ optional_grants });
    expect(await reset(student)).toBe(200);
    const head = await signedIn(
      server,
      await buildPerson(platform, own, { role: 'admin', school_ids: [place.id] }),
    );
    const { data } = await head.call(listAuditEvents, { query: { action: 'password.code_issued' } });
    expect(data).toMatchObject([{ actor: { id: teacher.id }, target_id: student!.id, school_id: place.id }]);
  });

  test('IDN-69 not where the school has not turned it on', async () => {
    const { student, reset } = await aClass({});
    expect(await reset(student)).toBe(403);
  });

  test('IDN-69 never a link, nobody of another section, no staff, no guardian, nobody who has left', async () => {
    const { own, student, guardianToo, outsider, section_id, reset } = await aClass({ optional_grants });
    expect(await reset(student, 'link')).toBe(403);
    expect(await reset(outsider)).toBe(403);
    expect(await reset(guardianToo)).toBe(403);
    await build(platform, (tx) =>
      tx
        .updateTable('enrollments')
        .set({ ends_on: '2026-09-01' })
        .where('tenant_id', '=', own.id)
        .where('section_id', '=', section_id)
        .where('user_id', '=', student!.id)
        .execute(),
    );
    expect(await reset(student)).toBe(403);
  });
});
