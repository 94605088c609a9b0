import { createGuardianLink } from '@k12/contracts/identity/guardian-links';
import { signIn } from '@k12/contracts/identity/session';
import { getUser, listUsers } from '@k12/contracts/identity/users';
import { mergeUsers, undoUserMerge } from '@k12/contracts/identity/users.merge';
import { getUserOverview } from '@k12/contracts/identity/users.overview';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aCourse } from '../../../test/a-course.ts';
import { aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, buildTenant, type PersonGiven } from '../../../test/people.ts';
import { TestActor } from '../../../test/test-server.ts';
import { hashPassword } from '../sessions/password-hash.ts';

const world = await aSchool();
const { server, platform, tenant, school, otherSchool, anonymous, districtAdmin, admin, teacher } = world;
const password = 'a long enough password 17';
const password_hash = await hashPassword(password);

const person = (given: PersonGiven) => buildPerson(platform, tenant, given);
const aTeacher = (given: PersonGiven = {}) => person({ role: 'teacher', school_ids: [school.id], ...given });
const merge = (kept: { id: string }, merged: { id: string }, dry_run = false) =>
  districtAdmin.send(mergeUsers, { body: { kept_id: kept.id, merged_id: merged.id, dry_run } });

describe('merging two accounts of one person', () => {
  test('signed out: 401; a school admin may not: 403', async () => {
    const body = { kept_id: teacher.id, merged_id: newId() };
    expect((await anonymous.send(mergeUsers, { body })).status).toBe(401);
    const reply = await admin.send(mergeUsers, { body });
    expect([reply.status, reply.body.context.capability]).toEqual([403, 'users.merge']);
  });

  test('IDN-37 people of another tenant are not found', async () => {
    const other = await buildPerson(platform, await buildTenant(platform), { role: 'teacher' });
    expect((await merge(teacher, other)).status).toBe(404);
    expect((await merge(other, teacher)).status).toBe(404);
    expect((await districtAdmin.send(undoUserMerge, { params: { id: newId() } })).status).toBe(404);
  });

  test('IDN-37 a student with staff, an account with itself and one’s own account are refused', async () => {
    const child = await person({ role: 'student', school_ids: [school.id] });
    for (const [kept, merged] of [
      [child, teacher],
      [teacher, child],
      [child, child],
      [teacher, districtAdmin],
      [districtAdmin, teacher],
    ] as const) {
      const reply = await merge(kept, merged);
      expect([reply.status, reply.body.code]).toEqual([409, 'user.merge_refused']);
    }
  });

  test('IDN-37 (nothing is left behind) a record with courses of its own cannot be the one that goes', async () => {
    const [kept, merged] = [await aTeacher(), await aTeacher()];
    await aCourse(world, merged);
    for (const dry_run of [true, false]) {
      const reply = await merge(kept, merged, dry_run);
      expect([reply.status, reply.body.code, reply.body.context.reason]).toEqual([
        409,
        'user.merge_refused',
        'has_work',
      ]);
    }
    expect((await merge(merged, kept)).status).toBe(200);
    const { merges } = await districtAdmin.call(getUserOverview, { params: { id: kept.id } });
    expect(merges).toMatchObject([{ kept_id: merged.id, other_id: merged.id }]);
    expect((await admin.call(getUserOverview, { params: { id: merged.id } })).merges).toEqual([]);
  });

  test('IDN-37 the preview names every field and count, and changes nothing', async () => {
    const [kept, merged] = [await aTeacher(), await aTeacher({ school_ids: [school.id, otherSchool.id] })];
    const { status, body } = await merge(kept, merged, true);
    expect([status, body.id, body.undo_until]).toEqual([200, null, null]);
    expect(body.fields).toContainEqual({
      field: 'email',
      kept: kept.email,
      merged: merged.email,
      result: kept.email,
    });
    expect(body.records).toEqual(
      expect.arrayContaining([
        { table: 'memberships', moved: 1, joined: 1 },
        { table: 'role_assignments', moved: 1, joined: 1 },
      ]),
    );
    const after = await districtAdmin.call(getUser, { params: { id: merged.id } });
    expect([after.state, after.memberships.length, after.lock_version]).toEqual(['active', 2, 0]);
  });

  test('IDN-37 the kept account has schools, roles, links and both names to sign in with; undo gives all of it back', async () => {
    const child = await person({ role: 'student', school_ids: [school.id] });
    const kept = await aTeacher({ password_hash });
    const merged = await aTeacher({ school_ids: [otherSchool.id], birth_on: '1980-02-03' });
    const link = { guardian_id: merged.id, student_id: child.id };
    await districtAdmin.call(createGuardianLink, { body: link });
    const before = await stateOf(kept.id, merged.id);

    const done = await merge(kept, merged);
    expect(done.status).toBe(200);
    expect(Date.parse(done.body.undo_until) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    const one = await districtAdmin.call(getUser, { params: { id: kept.id } });
    expect(one.memberships.map((row) => row.school_id).sort()).toEqual([school.id, otherSchool.id].sort());
    expect([one.roles.sort(), one.restricted?.birth_on]).toEqual([['guardian', 'teacher'], '1980-02-03']);
    expect((await districtAdmin.call(getUser, { params: { id: merged.id } })).state).toBe('deactivated');
    for (const identifier of [kept.email, merged.email]) {
      const browser = new TestActor(server, null);
      expect((await browser.send(signIn, { body: { identifier, password } })).status).toBe(200);
      expect((await browser.call(listUsers, { query: { q: child.family_name } })).data).toHaveLength(1);
    }

    const undone = await districtAdmin.send(undoUserMerge, { params: { id: done.body.id } });
    expect(undone.status).toBe(200);
    expect(await stateOf(kept.id, merged.id)).toEqual(before);
    const again = await districtAdmin.send(undoUserMerge, { params: { id: done.body.id } });
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
  });

  test('IDN-37 after 30 days a merge stands; audit tells of it on both accounts', async () => {
    const [kept, merged] = [await aTeacher(), await aTeacher()];
    const done = await merge(kept, merged);
    await build(platform, (tx) =>
      tx
        .updateTable('user_merges')
        .set({ undo_until_at: new Date(Date.now() - 1000) })
        .where('id', '=', done.body.id)
        .execute(),
    );
    const late = await districtAdmin.send(undoUserMerge, { params: { id: done.body.id } });
    expect([late.status, late.body.code]).toEqual([410, 'gone']);
    const audit = await platform.db.withTenant({ tenant_id: tenant.id }, (tx) =>
      tx.selectFrom('audit_events').select('target_id').where('action', '=', 'user.merged').execute(),
    );
    expect(audit.map((event) => event.target_id)).toEqual(expect.arrayContaining([kept.id, merged.id]));
  });

  /** Everything of the two accounts that a merge may touch. */
  function stateOf(...ids: string[]) {
    return build(platform, async (tx) => ({
      users: (await tx.selectFrom('users').selectAll().where('id', 'in', ids).orderBy('id').execute()).map(
        ({ updated_at: _, lock_version: __, last_sign_in_at: ___, last_sign_in_method: ____, ...row }) => row,
      ),
      memberships: await tx
        .selectFrom('memberships')
        .selectAll()
        .where('user_id', 'in', ids)
        .orderBy('id')
        .execute(),
      assignments: await tx
        .selectFrom('role_assignments')
        .selectAll()
        .where('user_id', 'in', ids)
        .orderBy('id')
        .execute(),
      links: await tx.selectFrom('guardian_links').selectAll().where('guardian_id', 'in', ids).execute(),
      passwords: await tx.selectFrom('passwords').selectAll().where('user_id', 'in', ids).execute(),
      names: await tx
        .selectFrom('sign_in_directory')
        .selectAll()
        .where('user_id', 'in', ids)
        .orderBy('user_id')
        .execute(),
      tenant: await tx.selectFrom('tenants').select('users_count').where('id', '=', tenant.id).execute(),
    }));
  }
});
