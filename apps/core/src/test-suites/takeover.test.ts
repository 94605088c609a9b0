import {
  createMyApiToken,
  createServiceAccount,
  createServiceToken,
} from '@k12/contracts/identity/api-tokens';
import { inviteUser } from '@k12/contracts/identity/invitations';
import { resetCredentials } from '@k12/contracts/identity/password-resets';
import { createRoleAssignment } from '@k12/contracts/identity/role-assignments';
import { createRole } from '@k12/contracts/identity/roles';
import { endUserSessions, listUserSessions } from '@k12/contracts/identity/session';
import { getUser, updateUser } from '@k12/contracts/identity/users';
import { mergeUsers } from '@k12/contracts/identity/users.merge';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../test/a-school.ts';
import { build, buildPerson, type TestPerson } from '../test/people.ts';
import { signedIn, TestActor } from '../test/test-server.ts';

const world = await aSchool();
const { server, platform, tenant, school, otherSchool, admin, districtAdmin } = world;

/** Teaches at the admin's school and runs the other one. */
async function anAdminElsewhere(given: { state?: 'invited'; starts_on?: string } = {}): Promise<TestPerson> {
  const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
  const { state, starts_on = null } = given;
  await build(platform, async (tx) => {
    const elsewhere = { role_id: tenant.roles.admin as string, school_id: otherSchool.id, starts_on };
    await tx
      .insertInto('role_assignments')
      .values({ tenant_id: tenant.id, id: newId(), user_id: person.id, scope: 'school', ...elsewhere })
      .execute();
    if (state)
      await tx
        .updateTable('users')
        .set({ state })
        .where('tenant_id', '=', tenant.id)
        .where('id', '=', person.id)
        .execute();
  });
  return person;
}

async function aFormerStudent(): Promise<TestPerson> {
  const person = await buildPerson(platform, tenant, {
    role: 'student',
    school_ids: [otherSchool.id],
    grade_level: '9',
  });
  const former = { school_id: school.id, starts_on: '2020-08-01', ends_on: '2021-06-30' };
  await build(platform, (tx) =>
    tx
      .insertInto('memberships')
      .values({ tenant_id: tenant.id, id: newId(), user_id: person.id, is_primary: false, ...former })
      .execute(),
  );
  return person;
}

/** Holds only these capabilities, in the whole tenant. */
async function holderOf(name: string, capabilities: string[]): Promise<TestActor> {
  const role = await districtAdmin.call(createRole, {
    body: { name, description: null, copied_from: null, capabilities } as never,
  });
  const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
  await build(platform, (tx) =>
    tx
      .insertInto('role_assignments')
      .values({ tenant_id: tenant.id, id: newId(), user_id: person.id, role_id: role.id, scope: 'tenant' })
      .execute(),
  );
  return signedIn(server, person);
}

test('IDN-45 the address of somebody with more rights is not changed, so that no reset link goes astray', async () => {
  const { id } = await anAdminElsewhere();
  const { lock_version } = await admin.call(getUser, { params: { id } });
  const stolen = await admin.send(updateUser, {
    params: { id },
    body: { email: 'mine@attacker.test', lock_version },
  });
  expect([stolen.status, stolen.body.code]).toEqual([403, 'exceeds_own_rights']);
  const harmless = await admin.send(updateUser, { params: { id }, body: { pronouns: 'they', lock_version } });
  expect(harmless.status).toBe(200);
  const own = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
  const moved = await admin.send(updateUser, {
    params: { id: own.id },
    body: { email: 'new@example.test', lock_version: 0 },
  });
  expect(moved.status).toBe(200);
});

test('IDN-45 rights that wait, for an invitation or for a date, count like those in force', async () => {
  const invited = await anAdminElsewhere({ state: 'invited' });
  const invitation = await admin.send(inviteUser, { params: { id: invited.id } });
  expect([invitation.status, invitation.body.code]).toEqual([403, 'exceeds_own_rights']);
  const next = await anAdminElsewhere({ starts_on: '2999-01-01' });
  const code = await admin.send(resetCredentials, { params: { id: next.id }, body: { method: 'code' } });
  expect([code.status, code.body.code]).toEqual([403, 'exceeds_own_rights']);
});

test('IDN-08 the former school reads what was done there, and opens neither account nor sessions', async () => {
  const { id } = await aFormerStudent();
  expect((await admin.send(getUser, { params: { id } })).status).toBe(200);
  const code = await admin.send(resetCredentials, { params: { id }, body: { method: 'code' } });
  expect([code.status, code.body.code]).toEqual([403, 'forbidden']);
  expect((await admin.send(listUserSessions, { params: { id } })).status).toBe(403);
  expect((await admin.send(endUserSessions, { params: { id } })).status).toBe(403);
  const theirs = await world.otherSchoolAdmin.send(resetCredentials, {
    params: { id },
    body: { method: 'code' },
  });
  expect(theirs.status).toBe(200);
});

test('IDN-45 the admin of a school does not end the sessions of a district admin who belongs to it', async () => {
  const boss = await buildPerson(platform, tenant, { role: 'district_admin' });
  await build(platform, (tx) =>
    tx
      .insertInto('memberships')
      .values({
        tenant_id: tenant.id,
        id: newId(),
        user_id: boss.id,
        school_id: school.id,
        is_primary: true,
      })
      .execute(),
  );
  expect((await admin.send(endUserSessions, { params: { id: boss.id } })).status).toBe(403);
  expect((await admin.send(listUserSessions, { params: { id: boss.id } })).status).toBe(403);
  expect((await districtAdmin.send(endUserSessions, { params: { id: boss.id } })).status).toBe(200);
});

test('IDN-45 merging hands nobody an account with more rights than the one who merges', async () => {
  const registrar = await holderOf('Registrar', ['users.read', 'users.merge']);
  const boss = await buildPerson(platform, tenant, { role: 'district_admin' });
  const friend = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
  const body = { kept_id: friend.id, merged_id: boss.id, dry_run: false };
  const merged = await registrar.send(mergeUsers, { body });
  expect([merged.status, merged.body.code]).toEqual([403, 'exceeds_own_rights']);
  expect((await districtAdmin.send(mergeUsers, { body })).status).toBe(200);
});

test('IDN-89 a token for a service account reaches no further than whoever makes it', async () => {
  const owners = await Promise.all(
    [1, 2].map(() => buildPerson(platform, tenant, { role: 'district_admin' })),
  );
  const account = await districtAdmin.call(createServiceAccount, {
    body: { name: 'Roster', owner_ids: owners.map((owner) => owner.id) },
  });
  await districtAdmin.call(createRoleAssignment, {
    body: {
      user_id: account.id,
      role_id: tenant.roles.district_admin as string,
      scope: 'tenant',
      school_id: null,
      starts_on: null,
      ends_on: null,
      confirm_change_of_kind: false,
    },
  });
  // A teacher reads people too, but only those of their own school and courses.
  const clerk = await holderOf('Integrations', ['service_accounts.manage']);
  const input = { name: 'Mine', scopes: ['users.read' as const], expires_in_days: 30 };
  const body = { ...input, school_id: null, ip_ranges: [] };
  const token = await clerk.send(createServiceToken, { params: { id: account.id }, body });
  expect([token.status, token.body.code]).toEqual([403, 'exceeds_own_rights']);
  expect((await districtAdmin.send(createServiceToken, { params: { id: account.id }, body })).status).toBe(
    201,
  );
});

test('IDN-88 a token makes no token: it would shed its school, its networks and its last day', async () => {
  const owner = await actorOf(server, tenant, { role: 'district_admin' });
  const made = await owner.call(createMyApiToken, {
    body: {
      name: 'One school',
      scopes: ['api_tokens.create_own', 'users.read'],
      school_id: school.id,
      ip_ranges: [],
      expires_in_days: 1,
    },
  });
  const program = new TestActor(server, null);
  const headers = { authorization: `Bearer ${made.token}`, 'x-csrf-token': '' };
  const body = {
    name: 'All schools',
    scopes: ['users.read' as const],
    school_id: null,
    ip_ranges: [],
    expires_in_days: 365,
  };
  const wider = await program.send(createMyApiToken, { body }, headers);
  expect(wider.status).toBe(403);
});
