import { endImpersonation } from '@k12/contracts/identity/impersonation';
import { getMe } from '@k12/contracts/identity/me';
import { listSchools, updateSchool } from '@k12/contracts/identity/schools';
import { extendSession, getSession, signOut } from '@k12/contracts/identity/session';
import * as contracts from '@k12/contracts/identity/support-grants';
import { getUser, listUsers } from '@k12/contracts/identity/users';
import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { anOperator } from '../../../test/an-operator.ts';
import { mailsTo } from '../../../test/mails.ts';
import { buildPerson } from '../../../test/people.ts';
import { manyRequests } from '../../../test/sign-in.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school, otherSchool, districtAdmin, admin, teacher } = world;
const reason = 'Grades of one class do not show';
const there = { id: tenant.id };

/** Signed in a moment ago, as the clock of these tests moves on. */
const aDistrictAdmin = () => actorOf(server, tenant, { role: 'district_admin' });
const ask = (operator: TestActor, more: object = {}) =>
  operator.send(contracts.requestSupportGrant, { params: there, body: { reason, ...more } });
const allow = async (support_access: 'never' | 'ask' | 'allow') =>
  (await aDistrictAdmin()).call(contracts.setSupportAccess, { body: { support_access } });
const use = (operator: TestActor, grant_id: string, user_id: string, more: object = {}) =>
  operator.send(contracts.useSupportGrant, {
    params: { ...there, grant_id },
    body: { user_id, reason, ...more },
  });
const offer = async (body: object = {}) =>
  (await aDistrictAdmin()).call(contracts.createSupportGrant, { body: { reason, ...body } });

describe('the consent of the tenant', () => {
  test('IDN-99 belongs to those who hold the whole tenant', async () => {
    const body = { support_access: 'allow' as const };
    expect((await world.anonymous.send(contracts.setSupportAccess, { body })).status).toBe(401);
    for (const person of [admin, teacher])
      expect((await person.send(contracts.setSupportAccess, { body })).status).toBe(403);
    const { support_access } = await districtAdmin.call(contracts.getSupportAccess, {});
    expect(support_access).toBe('never');
  });

  test('IDN-99 `never`: an operator is refused', async () => {
    const reply = await ask(await anOperator(server));
    expect([reply.status, reply.body.code]).toEqual([403, 'support_access.refused']);
  });

  test('IDN-99 `ask`: nothing is open until an admin agrees, who is told by mail', async () => {
    await allow('ask');
    const operator = await anOperator(server);
    const asked = await ask(operator, { hours: 5 });
    expect([asked.status, asked.body.state]).toEqual([201, 'requested']);
    expect((await use(operator, asked.body.id, teacher.id)).body.code).toBe('support_access.refused');
    const mail = (await mailsTo(platform, districtAdmin.person!)).at(-1);
    expect(mail?.template).toBe('support_grant.told');
    expect(mail?.text).toContain(reason);

    const approver = await aDistrictAdmin();
    const params = { id: asked.body.id };
    expect((await admin.send(contracts.approveSupportGrant, { params })).status).toBe(403);
    expect((await world.otherTenantAdmin.send(contracts.approveSupportGrant, { params })).status).toBe(404);
    const grant = await approver.call(contracts.approveSupportGrant, { params });
    expect(Date.parse(grant.ends_at!) - Date.parse(grant.starts_at!)).toBe(5 * 3_600_000);
    expect((await approver.send(contracts.approveSupportGrant, { params })).status).toBe(409);
    expect((await use(operator, grant.id, teacher.id)).status).toBe(201);
  });

  test('IDN-99 `allow`: begins at once, and the admins are told', async () => {
    await allow('allow');
    const asked = await ask(await anOperator(server));
    expect(asked.body.state).toBe('active');
    const mail = (await mailsTo(platform, districtAdmin.person!)).at(-1);
    expect(mail?.subject).toMatch(/can look into/);
    await allow('ask');
  });

  test('IDN-99 never longer than 72 hours, and only for something of this tenant', async () => {
    const operator = await anOperator(server);
    expect((await ask(operator, { hours: 73 })).status).toBe(422);
    const elsewhere = { scope: 'school', school_id: world.otherTenantSchool.id };
    expect((await ask(operator, elsewhere)).body.errors[0].pointer).toBe('/school_id');
    expect((await ask(operator, { scope: 'school' })).status).toBe(422);
    const params = { id: newId() };
    expect((await operator.send(contracts.requestSupportGrant, { params, body: { reason } })).status).toBe(
      404,
    );
  });
});

describe('an operator with a grant', () => {
  test('IDN-95 IDN-99 reads as somebody of the tenant, changes nothing, and returns to the own account', async () => {
    const operator = await anOperator(server);
    const grant = await offer();
    expect((await operator.send(listUsers, { query: {} })).status).toBe(403);
    const helped = await actorOf(server, tenant, { role: 'admin', school_ids: [school.id] });
    expect((await use(operator, grant.id, helped.id)).body).toMatchObject({ mode: 'read' });
    const me = await operator.call(getMe, {});
    expect([me.user.id, me.tenant.id, me.impersonation?.mode]).toEqual([helped.id, tenant.id, 'read']);
    const { data } = await operator.call(listSchools, { query: {} });
    expect(data.map((row) => row.id)).toEqual([school.id]);
    const change = { params: { id: school.id }, body: { name: 'Renamed', lock_version: 0 } };
    expect((await operator.send(updateSchool, change)).body.code).toBe('not_while_impersonating');
    expect((await use(operator, grant.id, teacher.id)).status).toBe(403);
    expect((await operator.call(extendSession, {})).id).toBe((await operator.call(getSession, {})).id);

    await operator.call(endImpersonation, {});
    const back = await operator.call(getMe, {});
    expect([back.roles, back.impersonation]).toEqual([['super_admin'], null]);
    expect((await operator.send(listUsers, { query: {} })).status).toBe(403);
    const mail = (await mailsTo(platform, helped.person!)).at(-1);
    expect(mail?.template).toBe('impersonation.ended');
    expect(mail?.text).toContain('GET /schools');
  });

  test('OPS-165 sees records of students only where the grant says so', async () => {
    const helped = await actorOf(server, tenant, { role: 'admin', school_ids: [school.id] });
    const seenWith = async (student_records: boolean) => {
      const operator = await anOperator(server);
      await use(operator, (await offer({ student_records })).id, helped.id);
      return Object.keys((await operator.call(getMe, {})).capabilities);
    };
    const [without, withRecords] = [await seenWith(false), await seenWith(true)];
    expect(without).toContain('users.read');
    for (const hidden of ['submissions.read', 'gradebook.read', 'attendance.read', 'users.read_restricted']) {
      expect(without).not.toContain(hidden);
      expect(withRecords).toContain(hidden);
    }
  });

  test('IDN-99 stays inside the school or the person it names', async () => {
    const operator = await anOperator(server);
    const ofSchool = await offer({ scope: 'school', school_id: school.id });
    const elsewhere = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [otherSchool.id] });
    expect((await use(operator, ofSchool.id, elsewhere.id)).status).toBe(404);
    const ofBoth = await buildPerson(platform, tenant, {
      role: 'admin',
      school_ids: [school.id, otherSchool.id],
    });
    await use(operator, ofSchool.id, ofBoth.id);
    const { data } = await operator.call(listSchools, { query: {} });
    expect(data.map((row) => row.id)).toEqual([school.id]);
    expect((await operator.send(getUser, { params: { id: elsewhere.id } })).status).toBe(404);

    const other = await anOperator(server);
    const ofPerson = await offer({ scope: 'user', user_id: teacher.id });
    expect((await use(other, ofPerson.id, ofBoth.id)).status).toBe(404);
    expect((await use(other, ofPerson.id, teacher.id)).status).toBe(201);
  });

  test('IDN-99 is out with the next request once an admin revokes it, and cannot come back with it', async () => {
    const operator = await anOperator(server);
    const grant = await offer();
    await use(operator, grant.id, teacher.id);
    expect((await operator.call(getMe, {})).user.id).toBe(teacher.id);
    const params = { id: grant.id };
    const revoked = await (await aDistrictAdmin()).call(contracts.revokeSupportGrant, { params });
    expect(revoked.state).toBe('revoked');
    expect((await operator.call(getMe, {})).roles).toEqual(['super_admin']);
    expect((await use(operator, grant.id, teacher.id)).body.code).toBe('support_access.refused');
  });

  test('IDN-95 IDN-99 ends with the hours of the grant, and with the own session', async () => {
    const operator = await anOperator(server);
    const grant = await offer({ hours: 1 });
    clock.advance({ minutes: 50 });
    const later = await anOperator(server);
    const used = await use(later, grant.id, teacher.id, { minutes: 60 });
    expect(used.body.ends_at).toBe(grant.ends_at);
    clock.advance({ minutes: 11 });
    expect((await later.call(getMe, {})).impersonation).toBeNull();
    expect((await operator.send(getMe, {})).status).toBe(401);

    const next = await anOperator(server);
    await use(next, (await offer()).id, teacher.id);
    expect((await next.send(signOut, {})).status).toBe(204);
    expect((await next.send(getMe, {})).status).toBe(401);
  });

  test('IDN-98 the audit log of the tenant tells of everything an operator did, under both names', async () => {
    const operator = await anOperator(server);
    const grant = await offer();
    await use(operator, grant.id, teacher.id);
    await operator.call(endImpersonation, {});
    const { data } = await (await aDistrictAdmin()).call(listAuditEvents, {
      query: { actor_id: operator.id },
    });
    expect(data.map((event) => [event.action, event.actor_kind, event.on_behalf_of?.id ?? null])).toEqual([
      ['impersonation.ended', 'operator', teacher.id],
      ['impersonation.started', 'operator', null],
    ]);
  });
});

describe('breaking the glass', () => {
  test('IDN-99 needs a second operator and a reason, and tells every tenant admin at once', async () => {
    await allow('never');
    const [first, second] = [await anOperator(server), await anOperator(server)];
    const taken = await first.call(contracts.breakGlass, { params: there, body: { reason } });
    expect(taken).toMatchObject({ state: 'requested', origin: 'break_glass' });
    const params = { ...there, grant_id: taken.id };
    expect((await first.send(contracts.confirmBreakGlass, { params })).status).toBe(409);
    expect((await use(first, taken.id, teacher.id)).body.code).toBe('support_access.refused');
    const before = (await mailsTo(platform, districtAdmin.person!)).length;
    expect((await second.call(contracts.confirmBreakGlass, { params })).state).toBe('active');
    expect(await mailsTo(platform, districtAdmin.person!)).toHaveLength(before + 1);
    expect((await second.send(contracts.confirmBreakGlass, { params })).status).toBe(409);
    expect((await use(first, taken.id, teacher.id)).status).toBe(201);
    const { data } = await second.call(contracts.listOperatorGrants, { query: { limit: 1 } });
    expect(data).toMatchObject([{ id: taken.id, state: 'active', tenant: { id: tenant.id } }]);
  });

  test('IDN-99 a request is declined by the tenant', async () => {
    await allow('ask');
    const asked = await ask(await anOperator(server));
    const decider = await aDistrictAdmin();
    const params = { id: asked.body.id };
    expect((await decider.call(contracts.revokeSupportGrant, { params })).state).toBe('declined');
    expect((await decider.send(contracts.revokeSupportGrant, { params })).status).toBe(409);
    const { data } = await decider.call(contracts.listSupportGrants, { query: { limit: 1 } });
    expect(data).toMatchObject([{ id: asked.body.id, state: 'declined' }]);
  });
});
