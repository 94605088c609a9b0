import { createRoleAssignment, listRoleAssignments } from '@k12/contracts/identity/role-assignments';
import { createRole, deleteRole, getRole, listRoles, updateRole } from '@k12/contracts/identity/roles';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildTenant } from '../../../test/people.ts';

const world = await aSchool();
const { admin, anonymous, districtAdmin, otherTenantAdmin, school, teacher, tenant } = world;
const registrar = { name: 'Registrar', capabilities: ['users.read' as const, 'users.create' as const] };

describe('roles', () => {
  test('signed out 401; a teacher may neither list nor make roles: 403', async () => {
    expect((await anonymous.send(listRoles, { query: {} })).status).toBe(401);
    expect((await teacher.send(listRoles, { query: {} })).status).toBe(403);
    expect((await admin.send(createRole, { body: registrar })).status).toBe(403);
  });

  test('IDN-44 the six system roles are listed first with their published capabilities and cannot be edited', async () => {
    const { data } = await districtAdmin.call(listRoles, { query: {} });
    const system = data.filter((role) => role.is_system);
    expect(system.map((role) => role.key).sort()).toEqual(
      ['admin', 'curriculum_lead', 'district_admin', 'guardian', 'student', 'teacher'].sort(),
    );
    const teacherRole = system.find((role) => role.key === 'teacher')!;
    expect(teacherRole.capabilities).toContain('submissions.grade');
    expect(teacherRole.can.update).toBe(false);
    const body = { name: 'Boss', lock_version: 0 };
    const reply = await districtAdmin.send(updateRole, { params: { id: teacherRole.id }, body });
    expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
    expect((await districtAdmin.send(deleteRole, { params: { id: teacherRole.id }, query: {} })).status).toBe(
      409,
    );
  });

  test('IDN-44 a custom role is made by copying, changed with its version, and its key is unique', async () => {
    const made = await districtAdmin.call(createRole, { body: { ...registrar, copied_from: 'admin' } });
    const again = await districtAdmin.call(createRole, { body: registrar });
    expect([made.key, again.key]).toEqual(['registrar', 'registrar_2']);
    const params = { id: made.id };
    const body = { capabilities: ['users.read' as const], lock_version: 0 };
    expect(await districtAdmin.call(updateRole, { params, body })).toMatchObject({
      capabilities: ['users.read'],
    });
    const stale = await districtAdmin.send(updateRole, { params, body });
    expect([stale.status, stale.body.current.lock_version]).toEqual([409, 1]);
  });

  test('IDN-44 deleting a role in use asks for a replacement and moves its holders', async () => {
    const [old, next] = await Promise.all(
      ['Old clerk', 'New clerk'].map((name) =>
        districtAdmin.call(createRole, { body: { ...registrar, name } }),
      ),
    );
    const holder = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });
    await districtAdmin.call(createRoleAssignment, {
      body: { user_id: holder.id, role_id: old!.id, scope: 'tenant' },
    });
    const refused = await districtAdmin.send(deleteRole, { params: { id: old!.id }, query: {} });
    expect([refused.status, refused.body.context.holders_count]).toEqual([409, 1]);
    await districtAdmin.call(deleteRole, { params: { id: old!.id }, query: { replacement_id: next!.id } });
    const { data } = await districtAdmin.call(listRoleAssignments, { query: { user_id: holder.id } });
    expect(data.map((row) => row.role_name).sort()).toEqual(['New clerk', 'Teacher']);
    expect((await districtAdmin.send(getRole, { params: { id: old!.id } })).status).toBe(404);
  });

  test('IDN-45 a custom role cannot hold a capability beyond those of its maker', async () => {
    const chief = await districtAdmin.call(createRole, {
      body: { name: 'Role maker', capabilities: ['roles.manage', 'roles.read', 'role_assignments.manage'] },
    });
    const maker = await actorOf(world.server, tenant, { role: 'teacher', school_ids: [school.id] });
    await districtAdmin.call(createRoleAssignment, {
      body: { user_id: maker.id, role_id: chief.id, scope: 'tenant' },
    });
    const body = { name: 'Exporter', capabilities: ['student_records.export' as const] };
    const reply = await maker.send(createRole, { body });
    expect([reply.status, reply.body.code]).toEqual([403, 'exceeds_own_rights']);
    expect(reply.body.context.capabilities).toEqual(['student_records.export']);
  });

  test('IDN-120 a foreign and a random id get the same 404', async () => {
    const made = await districtAdmin.call(createRole, { body: registrar });
    for (const id of [made.id, newId()]) {
      expect((await otherTenantAdmin.send(getRole, { params: { id } })).status).toBe(404);
    }
  });

  test('IDN-36 taking rights management out of a role is refused when nobody else would hold it', async () => {
    const own = await buildTenant(world.platform);
    const chief = await actorOf(world.server, own, { role: 'district_admin' });
    const keeper = await actorOf(world.server, own, {});
    const capabilities = ['role_assignments.manage' as const, 'roles.manage' as const, 'users.read' as const];
    const role = await chief.call(createRole, { body: { name: 'Keeper of rights', capabilities } });
    const assignment = { user_id: keeper.id, role_id: role.id, scope: 'tenant' as const };
    await chief.call(createRoleAssignment, { body: assignment });
    const strip = {
      params: { id: role.id },
      body: { capabilities: ['users.read' as const], lock_version: 0 },
    };
    await build(world.platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', chief.id).execute(),
    );
    const last = await keeper.send(updateRole, strip);
    expect([last.status, last.body.code]).toEqual([409, 'last_admin']);
    const kept = await build(world.platform, (tx) =>
      tx.selectFrom('roles').select('capabilities').where('id', '=', role.id).executeTakeFirst(),
    );
    expect(kept?.capabilities).toEqual(capabilities);
    await build(world.platform, (tx) =>
      tx.updateTable('users').set({ state: 'active' }).where('id', '=', chief.id).execute(),
    );
    expect((await chief.send(updateRole, strip)).status).toBe(200);
  });
});
