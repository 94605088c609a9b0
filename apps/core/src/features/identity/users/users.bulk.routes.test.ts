import { createGuardianLink } from '@k12/contracts/identity/guardian-links';
import { listUserSessions } from '@k12/contracts/identity/session';
import { createUser, getUser, suspendUser, updateUser } from '@k12/contracts/identity/users';
import { bulkUsers } from '@k12/contracts/identity/users.bulk';
import { getUserOverview } from '@k12/contracts/identity/users.overview';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';

const world = await aSchool();
const { server, platform, tenant, school, otherSchool, anonymous } = world;
const { districtAdmin, admin, otherSchoolAdmin, lead, teacher, otherTenantAdmin } = world;

const aStudent = () =>
  buildPerson(platform, tenant, { role: 'student', school_ids: [school.id], grade_level: '5' });

describe('one change for many', () => {
  test('signed out: 401; a curriculum lead may not: 403; more than 100 people: 422', async () => {
    const body = { action: 'suspend' as const, user_ids: [newId()] };
    expect((await anonymous.send(bulkUsers, { body })).status).toBe(401);
    const refused = await lead.send(bulkUsers, { body });
    expect([refused.status, refused.body.context.capability]).toEqual([403, 'users.bulk']);
    const many = { ...body, user_ids: Array.from({ length: 101 }, newId) };
    expect((await admin.send(bulkUsers, { body: many })).body.errors).toMatchObject([
      { pointer: '/user_ids' },
    ]);
  });

  test('IDN-42 each item has its own outcome: done, not there, not yours', async () => {
    const [first, second] = [await aStudent(), await aStudent()];
    const user_ids = [first.id, otherSchoolAdmin.id, otherTenantAdmin.id, second.id, newId()];
    const { data, done_count, failed_count } = await admin.call(bulkUsers, {
      body: { action: 'suspend', user_ids },
    });
    expect(data.map((item) => [item.status, item.code])).toEqual([
      ['done', null],
      ['failed', 'not_found'],
      ['failed', 'not_found'],
      ['done', null],
      ['failed', 'not_found'],
    ]);
    expect([done_count, failed_count]).toEqual([2, 3]);
    expect((await admin.call(getUser, { params: { id: second.id } })).state).toBe('suspended');
    await admin.call(bulkUsers, { body: { action: 'activate', user_ids: [first.id, second.id] } });
    expect((await admin.call(getUser, { params: { id: first.id } })).state).toBe('active');
  });

  test('IDN-42 IDN-76 an invitation needs a mailbox: who has none is named as not invited', async () => {
    const invited = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const without = await admin.call(createUser, {
      body: {
        given_name: 'Nils',
        family_name: 'Holm',
        role_id: tenant.roles.student as string,
        school_id: school.id,
        username: `pupil.${newId()}`,
        grade_level: '4',
        invite: false,
      },
    });
    const { data, done_count } = await admin.call(bulkUsers, {
      body: { action: 'invite', user_ids: [invited.id, without.id] },
    });
    expect(data.map(({ status, code }) => [status, code])).toEqual([
      ['done', null],
      ['failed', 'conflict'],
    ]);
    expect(done_count).toBe(1);
  });

  test('IDN-36 suspending all admins at once leaves the last one', async () => {
    const own = await buildTenant(platform);
    const [first, second, third] = [
      await actorOf(server, own, { role: 'district_admin' }),
      await buildPerson(platform, own, { role: 'district_admin' }),
      await buildPerson(platform, own, { role: 'district_admin' }),
    ];
    const body = { action: 'deactivate' as const, user_ids: [second.id, third.id, first.id] };
    const { data } = await first.call(bulkUsers, { body });
    expect(data.map((item) => item.code)).toEqual([null, null, 'last_admin']);
  });

  test('grades and schools are assigned to many; a second time is a conflict of that person alone', async () => {
    const [first, second] = [await aStudent(), await aStudent()];
    const user_ids = [first.id, second.id];
    await admin.call(bulkUsers, { body: { action: 'assign_grade', user_ids, grade_level: '6' } });
    await districtAdmin.call(bulkUsers, {
      body: { action: 'assign_school', user_ids: [first.id], school_id: otherSchool.id },
    });
    const both = { action: 'assign_school' as const, user_ids, school_id: otherSchool.id };
    const { data } = await districtAdmin.call(bulkUsers, { body: both });
    expect(data.map((item) => item.code)).toEqual(['conflict', null]);
    const { memberships } = await districtAdmin.call(getUser, { params: { id: first.id } });
    expect(memberships).toMatchObject([
      { school_id: school.id, grade_level: '6', is_primary: true },
      { school_id: otherSchool.id, is_primary: false },
    ]);
    const beyond = await admin.call(bulkUsers, { body: { ...both, user_ids: [(await aStudent()).id] } });
    expect(beyond.data[0]?.code).toBe('forbidden');
  });
});

describe('everything about a person on one screen', () => {
  test("a teacher may not: 403; another tenant's and another school's admin: 404", async () => {
    const params = { id: teacher.id };
    expect((await lead.send(getUserOverview, { params })).body.context.capability).toBe(
      'users.read_restricted',
    );
    for (const actor of [otherSchoolAdmin, otherTenantAdmin]) {
      expect((await actor.send(getUserOverview, { params })).status).toBe(404);
    }
  });

  test('IDN-40 state, roles and why, methods, sign-ins in plain words, sessions, links and history', async () => {
    const child = await aStudent();
    const guardian = await actorOf(server, tenant, { role: 'guardian' });
    await admin.call(createGuardianLink, { body: { guardian_id: guardian.id, student_id: child.id } });
    await admin.call(updateUser, {
      params: { id: guardian.id },
      body: { pronouns: 'she/her', lock_version: 0 },
    });
    await failSignIn(guardian.id, 1);
    await failSignIn(guardian.id, 31);
    const shown = await admin.call(getUserOverview, { params: { id: guardian.id } });
    expect(shown.user).toMatchObject({ id: guardian.id, state: 'active', pronouns: 'she/her' });
    expect(shown.roles_held).toMatchObject([
      { role_key: 'guardian', scope: 'tenant', source: 'manual', in_force: true, granted_by_name: null },
    ]);
    expect(shown.methods).toEqual({ password: false, mfa: false, passkeys_count: 0 });
    expect(shown.sign_in_events.map((event) => [event.outcome, event.explanation])).toEqual([
      ['success', 'Signed in.'],
      ['failure', 'The password was not right.'],
    ]);
    const sessions = await admin.call(listUserSessions, { params: { id: guardian.id } });
    expect(sessions.data).toMatchObject([{ method: 'password', ip: '127.0.0.1' }]);
    expect(shown.guardian_links).toMatchObject([{ student_id: child.id, state: 'active' }]);
    expect(shown.history.find((entry) => entry.action === 'user.updated')).toMatchObject({
      changed_fields: ['pronouns'],
      actor_name: `${admin.person?.given_name} ${admin.person?.family_name}`,
    });
    expect(JSON.stringify(shown)).not.toMatch(/hash|secret/);
    await admin.call(suspendUser, { params: { id: guardian.id }, body: {} });
    expect((await admin.call(listUserSessions, { params: { id: guardian.id } })).data).toEqual([]);
  });

  function failSignIn(user_id: string, daysAgo: number) {
    const occurred_at = new Date(Date.now() - daysAgo * 86_400_000);
    const event = { id: newId(), user_id, outcome: 'failure', method: 'password', reason: 'wrong_password' };
    return build(platform, (tx) =>
      tx
        .insertInto('sign_in_events')
        .values({ tenant_id: tenant.id, ...event, occurred_at })
        .execute(),
    );
  }
});
