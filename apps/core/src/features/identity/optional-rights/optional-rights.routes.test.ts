import { systemRoleGrants } from '@k12/contracts';
import { startImpersonation } from '@k12/contracts/identity/impersonation';
import { getMe } from '@k12/contracts/identity/me';
import {
  changeOptionalRights,
  getOptionalRights,
  type OptionalRightsChange,
  offeredRights,
} from '@k12/contracts/identity/optional-rights';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { createRole, listRoles } from '@k12/contracts/identity/roles';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson } from '../../../test/people.ts';
import { signedIn } from '../../../test/test-server.ts';

const world = await aSchool();
const { server, platform, clock, tenant, school, anonymous } = world;
const { districtAdmin, admin, lead, teacher } = world;
const impersonation: OptionalRightsChange = {
  role: 'admin',
  capabilities: ['users.impersonate'],
  on: true,
};

const isOn = async (role: string, capability: string) =>
  (await districtAdmin.call(getOptionalRights, {})).data.some(
    (right) => right.role === role && right.capability === capability,
  );

describe('rights that an organisation turns on', () => {
  test('IDN-43 every right that is offered is a mark of the table', () => {
    for (const { capability, roles } of offeredRights) {
      for (const role of roles) {
        const grant = systemRoleGrants[role].find((one) => one.capability === capability);
        expect([role, capability, grant?.optional]).toEqual([role, capability, true]);
      }
    }
  });

  test('signed out 401, no right 403, a pair that is no mark 422; a school admin reads and does not change', async () => {
    expect((await anonymous.send(getOptionalRights, {})).status).toBe(401);
    for (const actor of [teacher, lead, admin]) {
      expect((await actor.send(changeOptionalRights, { body: impersonation })).status).toBe(403);
    }
    expect((await teacher.send(getOptionalRights, {})).status).toBe(403);
    expect((await admin.call(getOptionalRights, {})).can.update).toBe(false);
    const body: OptionalRightsChange = { ...impersonation, role: 'teacher' };
    const refused = await districtAdmin.send(changeOptionalRights, { body });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'not_offered']);
    expect(await isOn('admin', 'users.impersonate')).toBe(false);
  });

  test('IDN-95 IDN-50 turned on, a school admin looks as a teacher of the school with the next request; turned off, no more', async () => {
    const seen = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const body = { user_id: seen.id, reason: 'The page of grades stays empty' };
    const actor = await actorOf(server, tenant, { role: 'admin', school_ids: [school.id] });
    expect((await actor.send(startImpersonation, { body })).status).toBe(403);
    expect((await districtAdmin.call(changeOptionalRights, { body: impersonation })).data).toEqual([
      { role: 'admin', capability: 'users.impersonate' },
    ]);
    expect((await actor.call(getMe, {})).capabilities['users.impersonate']).toEqual(['school']);
    expect((await actor.send(startImpersonation, { body })).status).toBe(201);
    const other = await actorOf(server, tenant, { role: 'admin', school_ids: [school.id] });
    expect((await other.call(getMe, {})).capabilities['users.impersonate']).toEqual(['school']);
    await districtAdmin.call(changeOptionalRights, { body: { ...impersonation, on: false } });
    expect((await other.call(getMe, {})).capabilities['users.impersonate']).toBeUndefined();
    expect((await other.send(startImpersonation, { body })).status).toBe(403);
  });

  test('IDN-46 (an optional ‡ right) it needs a fresh sign-in, is in the log with before and after, and the other admins are told', async () => {
    const chief = await actorOf(server, tenant, { role: 'district_admin' });
    const named = async () =>
      (await chief.call(listRoles, { query: { limit: 50 } })).data
        .find((role) => role.key === 'admin')
        ?.capabilities.includes('users.impersonate');
    expect(await named()).toBe(false);
    await chief.call(changeOptionalRights, { body: impersonation });
    expect(await named()).toBe(true);
    const [event, note] = await build(platform, (tx) =>
      Promise.all([
        tx
          .selectFrom('audit_events')
          .select(['actor_id', 'changes'])
          .where('action', '=', 'optional_rights.changed')
          .where('actor_id', '=', chief.id)
          .executeTakeFirst(),
        tx
          .selectFrom('notifications')
          .select(['user_id', 'link'])
          .where('kind', '=', 'optional_right.turned_on')
          .where('user_id', 'in', [chief.id, districtAdmin.id])
          .orderBy('created_at', 'desc')
          .execute(),
      ]),
    );
    expect(event?.changes).toEqual({ optional_grants: [[], ['admin:users.impersonate']] });
    expect(note[0]).toEqual({ user_id: districtAdmin.id, link: '/admin/roles' });
    clock.advance({ minutes: 11 });
    const late = await chief.send(changeOptionalRights, { body: { ...impersonation, on: false } });
    expect([late.status, late.body.code]).toEqual([401, 'reauth_required']);
    expect(await isOn('admin', 'users.impersonate')).toBe(true);
  });

  test('IDN-45 who manages roles by a role put together here turns nothing on; another tenant is untouched', async () => {
    const chief = await actorOf(server, tenant, { role: 'district_admin' });
    const role = await chief.call(createRole, {
      body: { name: 'Registrar', capabilities: ['roles.read', 'roles.manage'] },
    });
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    await chief.call(createRoleAssignment, {
      body: { user_id: person.id, role_id: role.id, scope: 'tenant', school_id: null },
    });
    const registrar = await signedIn(server, person);
    const body: OptionalRightsChange = { role: 'teacher', capabilities: ['courses.create'], on: true };
    const reply = await registrar.send(changeOptionalRights, { body });
    expect([reply.status, reply.body.code]).toEqual([403, 'exceeds_own_rights']);
    expect((await registrar.call(getOptionalRights, {})).can.update).toBe(false);
    await chief.call(changeOptionalRights, { body });
    const foreign = await actorOf(server, world.otherTenant, { role: 'district_admin' });
    expect((await foreign.call(getOptionalRights, {})).data).toEqual([]);
  });
});
