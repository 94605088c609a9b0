import { createMyApiToken } from '@k12/contracts/identity/api-tokens';
import { endImpersonation, startImpersonation } from '@k12/contracts/identity/impersonation';
import { getMe, updateMe } from '@k12/contracts/identity/me';
import { startTotp } from '@k12/contracts/identity/mfa';
import { getPreferences, updatePreferences } from '@k12/contracts/identity/preferences';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { listSchools } from '@k12/contracts/identity/schools';
import { changePassword, endMyOtherSessions, getSession, signOut } from '@k12/contracts/identity/session';
import { suspendUser } from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';
import { manyRequests } from '../../../test/sign-in.ts';
import { signedIn, type TestActor } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock } = world;
const optional_grants = ['district_admin:users.impersonate', 'admin:users.impersonate'];
const tenant = await buildTenant(platform, { settings: { optional_grants } });
const [home, away] = await build(platform, async (tx) => {
  const schools = [newId(), newId()].map((id, at) => ({ id, name: `School ${at}`, code: `C${at}` }));
  for (const row of schools) {
    const values = {
      ...row,
      tenant_id: tenant.id,
      code_normalized: row.code.toLowerCase(),
      time_zone: 'UTC',
    };
    await tx.insertInto('schools').values(values).execute();
  }
  return schools.map((row) => row.id) as [string, string];
});

const reason = 'A parent reports a wrong grade';
const person = (role: string, school_ids: string[], given = {}) =>
  buildPerson(platform, tenant, { role, school_ids, ...given });
const actorOf = async (role: string, school_ids: string[]) =>
  signedIn(server, await person(role, school_ids));
const start = (actor: TestActor, user_id: string, more: object = {}) =>
  actor.send(startImpersonation, { body: { user_id, reason, ...more } });

function auditOf(targetId: string) {
  return build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .selectAll()
      .where('tenant_id', '=', tenant.id)
      .where('target_id', '=', targetId)
      .orderBy('occurred_at')
      .execute(),
  );
}

describe('starting', () => {
  test('IDN-95 only where the organisation has turned it on, with a reason and a fresh sign-in', async () => {
    expect(
      (await world.anonymous.send(startImpersonation, { body: { user_id: newId(), reason } })).status,
    ).toBe(401);
    expect((await start(world.districtAdmin, world.teacher.id)).status).toBe(403);
    const teacher = await person('teacher', [home]);
    const admin = await actorOf('admin', [home]);
    expect((await start(await actorOf('teacher', [home]), teacher.id)).status).toBe(403);
    expect((await start(admin, teacher.id, { reason: 'too short' })).status).toBe(422);
    expect((await start(admin, teacher.id, { minutes: 61 })).status).toBe(422);
    clock.advance({ minutes: 11 });
    const late = await start(admin, teacher.id);
    expect([late.status, late.body.code]).toEqual([401, 'reauth_required']);
  });

  test('IDN-96 nobody outside the scope, of another tenant, or with a right the actor lacks; never oneself', async () => {
    const admin = await actorOf('admin', [home]);
    expect((await start(admin, (await person('teacher', [away])).id)).status).toBe(404);
    expect((await start(admin, world.teacher.id)).status).toBe(404);
    expect((await start(admin, newId())).status).toBe(404);
    expect((await start(admin, admin.id)).status).toBe(409);
    const boss = await buildPerson(platform, tenant, { role: 'district_admin' });
    await build(platform, (tx) =>
      tx
        .insertInto('memberships')
        .values({ tenant_id: tenant.id, id: newId(), user_id: boss.id, school_id: home })
        .execute(),
    );
    const above = await start(admin, boss.id);
    expect([above.status, above.body.code]).toEqual([403, 'exceeds_own_rights']);
    const suspended = await person('teacher', [home]);
    await build(platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', suspended.id).execute(),
    );
    expect((await start(admin, suspended.id)).status).toBe(409);
  });
});

describe('acting for somebody', () => {
  test('IDN-98 IDN-79 the session shows both people, with a new secret, and goes back with another one', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    const before = admin.cookies.homeroom_session;
    const started = await admin.call(startImpersonation, { body: { user_id: teacher.id, reason } });
    expect(started).toMatchObject({ mode: 'read', home: '/dashboard' });
    const during = admin.cookies.homeroom_session;
    expect(during).not.toBe(before);
    const me = await admin.call(getMe, {});
    expect(me.user.id).toBe(teacher.id);
    expect(me.impersonation).toMatchObject({ target_name: me.user.display_name, mode: 'read' });
    expect((await admin.send(endImpersonation, {})).status).toBe(204);
    expect(admin.cookies.homeroom_session).not.toBe(during);
    expect((await admin.call(getMe, {})).user.id).toBe(admin.id);
    expect((await admin.send(endImpersonation, {})).status).toBe(409);
  });

  test('IDN-95 is read-only unless act was chosen, and cannot be nested', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason } });
    const { lock_version } = (await admin.call(getMe, {})).user;
    const change = () => admin.send(updateMe, { body: { lock_version, pronouns: 'they/them' } });
    const refused = await change();
    expect([refused.status, refused.body.code]).toEqual([403, 'not_while_impersonating']);
    const nested = await start(admin, (await person('teacher', [home])).id);
    expect(nested.status).toBe(403);
    await admin.call(endImpersonation, {});
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason, mode: 'act' } });
    expect((await change()).status).toBe(200);
  });

  test('IDN-97 credentials, tokens, sessions and settings are refused, also in act mode', async () => {
    const admin = await actorOf('district_admin', []);
    const target = await person('admin', [home]);
    await admin.call(startImpersonation, { body: { user_id: target.id, reason, mode: 'act' } });
    const attempts = [
      admin.send(startTotp, {}),
      admin.send(changePassword, { body: { current_password: 'x', password: 'seven purple umbrellas' } }),
      admin.send(createMyApiToken, { body: { name: 'Mine', scopes: ['schools.read'] } }),
      admin.send(endMyOtherSessions, {}),
      admin.send(updatePreferences, { body: { lock_version: 0, theme: 'dark' } }),
    ];
    for (const reply of await Promise.all(attempts)) {
      expect([reply.status, reply.body.code]).toEqual([403, 'not_while_impersonating']);
    }
    expect((await admin.send(getPreferences, {})).status).toBe(200);
  });

  test('IDN-96 IDN-125 a school admin sees the own school’s data alone, even if the person has more', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home, away]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason } });
    const { data } = await admin.call(listSchools, { query: {} });
    expect(data.map((row) => row.id)).toEqual([home]);
    expect((await admin.send(listSchools, { query: {} }, { 'x-school-id': away })).status).toBe(403);
  });

  test('IDN-98 everything done is kept under both names, and the person is told afterwards what was opened', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, {
      body: { user_id: teacher.id, reason, mode: 'act', ticket: 'HELP-7' },
    });
    const { lock_version } = (await admin.call(getMe, {})).user;
    await admin.call(updateMe, { body: { lock_version, pronouns: 'they/them' } });
    expect(await mailsTo(platform, teacher)).toHaveLength(0);
    await admin.call(endImpersonation, {});
    const events = await auditOf(teacher.id);
    expect(events.map((event) => event.action)).toEqual(
      expect.arrayContaining(['impersonation.started', 'user.updated', 'impersonation.ended']),
    );
    const act = events.find((event) => event.action === 'user.updated');
    expect([act?.actor_id, act?.on_behalf_of]).toEqual([admin.id, teacher.id]);
    const mail = (await mailsTo(platform, teacher)).find((one) => one.template === 'impersonation.ended');
    expect(mail?.text).toContain(reason);
    expect(mail?.text).toContain('GET /me');
    expect(mail?.text).toContain('PATCH /me');
  });

  test('IDN-98 of a student the school’s admins hear too', async () => {
    const schoolAdmin = await person('admin', [home]);
    const boss = await actorOf('district_admin', []);
    const student = await person('student', [home], { grade_level: '4' });
    expect((await start(boss, student.id)).status).toBe(201);
    await boss.call(endImpersonation, {});
    const templates = (await mailsTo(platform, schoolAdmin)).map((mail) => mail.template);
    expect(templates).toContain('impersonation.ended');
  });
});

describe('ending', () => {
  test('IDN-95 when its time is over the same session is the actor’s own again', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason, minutes: 30 } });
    clock.advance({ minutes: 29 });
    expect((await admin.call(getMe, {})).user.id).toBe(teacher.id);
    clock.advance({ minutes: 2 });
    const me = await admin.call(getMe, {});
    expect([me.user.id, me.impersonation]).toEqual([admin.id, null]);
    expect((await auditOf(teacher.id)).map((event) => event.reason)).toContain('time_is_up');
  });

  test('IDN-95 it ends with the actor’s own session', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason } });
    await admin.call(getSession, {});
    expect((await admin.send(signOut, {})).status).toBe(204);
    expect((await admin.send(getMe, {})).status).toBe(401);
    const open = await build(platform, (tx) =>
      tx.selectFrom('impersonations').selectAll().where('target_id', '=', teacher.id).execute(),
    );
    expect(open[0]).toMatchObject({ end_reason: 'session_ended' });
  });

  test('IDN-95 it ends when the actor loses the right', async () => {
    const admin = await actorOf('admin', [home]);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason } });
    await build(platform, async (tx) => {
      await tx.deleteFrom('role_assignments').where('user_id', '=', admin.id).execute();
      await tx
        .updateTable('session_directory')
        .set((eb) => ({ revision: eb('revision', '+', 1) }))
        .where('user_id', '=', admin.id)
        .execute();
    });
    const me = await admin.call(getMe, {});
    expect([me.user.id, me.impersonation]).toEqual([admin.id, null]);
  });

  test('IDN-35 IDN-50 it ends at once when the target is suspended, and follows a change of their rights', async () => {
    const admin = await actorOf('district_admin', []);
    const teacher = await person('teacher', [home]);
    await admin.call(startImpersonation, { body: { user_id: teacher.id, reason, mode: 'act' } });
    const rights = async () => Object.keys((await admin.call(getMe, {})).capabilities);
    expect(await rights()).not.toContain('templates.push_to_schools');
    const chief = await actorOf('district_admin', []);
    const lead = { user_id: teacher.id, role_id: tenant.roles.curriculum_lead!, scope: 'tenant' as const };
    await chief.call(createRoleAssignment, { body: lead });
    expect(await rights()).toContain('templates.push_to_schools');
    await chief.call(suspendUser, { params: { id: teacher.id }, body: { reason } });
    const me = await admin.call(getMe, {});
    expect([me.user.id, me.impersonation]).toEqual([admin.id, null]);
  });
});
