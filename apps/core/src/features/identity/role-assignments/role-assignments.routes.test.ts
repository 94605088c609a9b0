import { getMe } from '@k12/contracts/identity/me';
import {
  createRoleAssignment,
  deleteRoleAssignment,
  getEffectivePermissions,
  listRoleAssignments,
} from '@k12/contracts/identity/role-assignments';
import { createRole, listRoles } from '@k12/contracts/identity/roles';
import { createSchool, listSchools } from '@k12/contracts/identity/schools';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';
import type { RawReply } from '../../../test/test-server.ts';

const world = await aSchool();
const { admin, anonymous, districtAdmin, otherSchool, otherTenantAdmin, school, tenant } = world;
const roleId = (key: string) => tenant.roles[key]!;
const newTeacher = () => actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });

/** Holds the lock the requests will need until all of them wait for it: only then are they truly at once. */
async function whileRolesAreLocked(tenantId: string, start: () => Promise<RawReply>[]): Promise<RawReply[]> {
  const { app } = world.platform.db.pools;
  const running = await build(world.platform, async (tx) => {
    await tx.selectFrom('roles').select('id').where('tenant_id', '=', tenantId).forUpdate().execute();
    const requests = start();
    const waiting = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    const countWaiting = async () => (await app.query(waiting)).rows[0].count;
    await expect.poll(countWaiting, { timeout: 5_000 }).toBe(requests.length);
    return { requests };
  });
  return Promise.all(running.requests);
}

describe('giving roles', () => {
  test('signed out 401; a teacher 403', async () => {
    const teacher = await newTeacher();
    const body = { user_id: teacher.id, role_id: roleId('admin'), scope: 'tenant' as const };
    expect((await anonymous.send(createRoleAssignment, { body })).status).toBe(401);
    expect((await teacher.send(createRoleAssignment, { body })).status).toBe(403);
  });

  test('IDN-45 a school admin gives roles of the own school, none of the other school or the tenant', async () => {
    const teacher = await newTeacher();
    const give = (key: string, school_id: string | null) =>
      admin.send(createRoleAssignment, {
        body: {
          user_id: teacher.id,
          role_id: roleId(key),
          scope: school_id ? 'school' : 'tenant',
          school_id,
        },
      });
    expect((await give('curriculum_lead', school.id)).status).toBe(201);
    expect((await give('curriculum_lead', otherSchool.id)).status).toBe(403);
    expect((await give('admin', null)).status).toBe(403);
  });

  test('IDN-45 nobody gives a role beyond their own rights, not even one they may otherwise manage', async () => {
    const clerk = await districtAdmin.call(createRole, {
      body: { name: 'Clerk', capabilities: ['role_assignments.manage', 'roles.read', 'users.read'] },
    });
    const holder = await newTeacher();
    await districtAdmin.call(createRoleAssignment, {
      body: { user_id: holder.id, role_id: clerk.id, scope: 'tenant' },
    });
    const body = { user_id: holder.id, role_id: roleId('district_admin'), scope: 'tenant' as const };
    const reply = await holder.send(createRoleAssignment, { body });
    expect([reply.status, reply.body.code]).toEqual([403, 'exceeds_own_rights']);
  });

  test('IDN-45 a student becomes staff only after the change of kind is confirmed', async () => {
    const student = await actorOf(world.server, tenant, { role: 'student', school_ids: [school.id] });
    const body = {
      user_id: student.id,
      role_id: roleId('teacher'),
      scope: 'school' as const,
      school_id: school.id,
    };
    const refused = await admin.send(createRoleAssignment, { body });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'change_of_kind']);
    const confirmed = { ...body, confirm_change_of_kind: true };
    expect((await admin.send(createRoleAssignment, { body: confirmed })).status).toBe(201);
  });

  test('IDN-47 outside its dates an assignment gives nothing', async () => {
    const substitute = await newTeacher();
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const role_id = roleId('admin');
    const base = { user_id: substitute.id, role_id, scope: 'school' as const };
    const future = { ...base, school_id: school.id, starts_on: day(2), ends_on: day(5) };
    const made = await districtAdmin.call(createRoleAssignment, { body: future });
    expect(made.in_force).toBe(false);
    expect((await substitute.call(getMe, {})).roles).toEqual(['teacher']);
    const running = { ...base, school_id: otherSchool.id, starts_on: day(-2), ends_on: day(5) };
    await districtAdmin.call(createRoleAssignment, { body: running });
    expect((await substitute.call(getMe, {})).roles).toEqual(['admin', 'teacher']);
  });

  test('the same role at the same place twice is a conflict; a shape that makes no sense is 422', async () => {
    const teacher = await newTeacher();
    const body = {
      user_id: teacher.id,
      role_id: roleId('teacher'),
      scope: 'school' as const,
      school_id: school.id,
    };
    expect((await admin.send(createRoleAssignment, { body })).status).toBe(409);
    const shapeless = { ...body, school_id: null };
    expect((await admin.send(createRoleAssignment, { body: shapeless })).status).toBe(422);
  });
});

test('IDN-42 IDN-45 the first role of somebody without any is given by those over the tenant alone', async () => {
  const nobodys = await buildPerson(world.platform, tenant, {});
  const body = {
    user_id: nobodys.id,
    role_id: roleId('teacher'),
    scope: 'school' as const,
    school_id: school.id,
  };
  expect((await admin.send(createRoleAssignment, { body })).status).toBe(404);
  expect((await districtAdmin.send(createRoleAssignment, { body })).status).toBe(201);
});

describe('rights in force', () => {
  test('IDN-50 a change of roles holds on the very next request and is audited', async () => {
    const person = await newTeacher();
    const newSchool = { name: 'Prompt School', code: `P-${person.id.slice(-6)}`, time_zone: 'Europe/Paris' };
    expect((await person.send(createSchool, { body: newSchool })).status).toBe(403);
    const body = { user_id: person.id, role_id: roleId('district_admin'), scope: 'tenant' as const };
    const { id } = await districtAdmin.call(createRoleAssignment, { body });
    expect((await person.send(createSchool, { body: newSchool })).status).toBe(201);
    await districtAdmin.call(deleteRoleAssignment, { params: { id } });
    expect((await person.send(createSchool, { body: { ...newSchool, code: 'Q' } })).status).toBe(403);
    const events = await world.platform.db.withTenant({ tenant_id: tenant.id }, (tx) =>
      tx
        .selectFrom('audit_events')
        .select(['action', 'changes'])
        .where('target_id', '=', person.id)
        .execute(),
    );
    const changes = events.filter((event) => event.action.startsWith('role_assignment.'));
    expect(changes.map((event) => event.action)).toEqual([
      'role_assignment.created',
      'role_assignment.deleted',
    ]);
    expect(changes[0]!.changes).toEqual({ role: 'district_admin', scope: 'tenant' });
  });

  test('IDN-36 two admins demoting each other at the same moment: one succeeds, the other gets 409', async () => {
    const own = await buildTenant(world.platform);
    const chiefs = [
      await actorOf(world.server, own, { role: 'district_admin' }),
      await actorOf(world.server, own, { role: 'district_admin' }),
    ] as const;
    const { data } = await chiefs[0].call(listRoleAssignments, { query: {} });
    const of = (id: string) => data.find((row) => row.user_id === id)!.id;
    await Promise.all(chiefs.map((chief) => chief.csrf()));
    const replies = await whileRolesAreLocked(own.id, () => [
      chiefs[0].send(deleteRoleAssignment, { params: { id: of(chiefs[1].id) } }),
      chiefs[1].send(deleteRoleAssignment, { params: { id: of(chiefs[0].id) } }),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, 409]);
    expect(replies.find((reply) => reply.status === 409)!.body.code).toBe('last_admin');
  });

  test('IDN-48 effective permissions name capability, reach and the assignment they come through', async () => {
    const person = await newTeacher();
    const { data } = await admin.call(getEffectivePermissions, { params: { id: person.id } });
    const grading = data.find((row) => row.capability === 'submissions.grade');
    expect(grading).toMatchObject({ reaches: ['course'], through: ['teacher'] });
    const reading = data.find((row) => row.capability === 'schools.read');
    expect(reading).toMatchObject({ reaches: ['school'], school_ids: [school.id] });
    for (const id of [newId(), otherTenantAdmin.id]) {
      expect((await admin.send(getEffectivePermissions, { params: { id } })).status).toBe(404);
    }
  });

  test('IDN-42 a school admin sees assignments of the own school only; a guardian sees schools of own children', async () => {
    const { data } = await admin.call(listRoleAssignments, { query: { limit: 200 } });
    expect(new Set(data.map((row) => row.school_id))).toEqual(new Set([school.id]));
    expect((await world.guardian.call(listSchools, { query: {} })).data).toEqual([]);
    expect((await admin.call(listRoles, { query: {} })).data.length).toBeGreaterThan(5);
  });

  test('IDN-120 a foreign and a random id get the same 404', async () => {
    const { data } = await districtAdmin.call(listRoleAssignments, { query: {} });
    for (const id of [data[0]!.id, newId()]) {
      expect((await otherTenantAdmin.send(deleteRoleAssignment, { params: { id } })).status).toBe(404);
    }
  });
});
