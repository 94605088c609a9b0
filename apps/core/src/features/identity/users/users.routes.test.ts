import { getMe } from '@k12/contracts/identity/me';
import {
  activateUser,
  createMembership,
  createUser,
  deactivateUser,
  getUser,
  listUsers,
  moveUser,
  restoreUser,
  suspendUser,
  updateUser,
} from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { countersOf } from '../../../test/counters.ts';
import { build, buildPerson, buildSchool, buildTenant, nextNumber } from '../../../test/people.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool();
const { server, platform, tenant, school, otherSchool, anonymous } = world;
const { districtAdmin, admin, otherSchoolAdmin, lead, teacher, student, guardian, otherTenantAdmin } = world;

function aNewTeacher(given: object = {}) {
  const number = nextNumber();
  return {
    given_name: 'Wanda',
    family_name: `Newcomer${number}`,
    email: `wanda${number}@example.test`,
    role_id: tenant.roles.teacher as string,
    school_id: school.id,
    ...given,
  };
}

async function eventsAbout(userId: string) {
  return platform.db.withTenant({ tenant_id: tenant.id }, async (tx) => ({
    audit: await tx.selectFrom('audit_events').selectAll().where('target_id', '=', userId).execute(),
    domain: (await tx.selectFrom('domain_events').selectAll().execute()).filter(
      (event) => (event.payload as { user_id?: string }).user_id === userId,
    ),
  }));
}

async function idsSeenBy(actor: TestActor, query: object = {}) {
  const { data } = await actor.call(listUsers, { query: { limit: 200, ...query } });
  return data.map((row) => row.id);
}

describe('listing people', () => {
  test('signed out: 401', async () => {
    expect((await anonymous.send(listUsers, { query: {} })).status).toBe(401);
  });

  test('a student may not: 403 naming the capability', async () => {
    const reply = await student.send(listUsers, { query: {} });
    expect([reply.status, reply.body.context.capability]).toEqual([403, 'users.read']);
  });

  test('IDN-42 everybody sees exactly the people in reach: tenant, school, staff of the school', async () => {
    const everyone = await idsSeenBy(districtAdmin);
    expect(everyone).toEqual(
      expect.arrayContaining([admin.id, otherSchoolAdmin.id, student.id, guardian.id]),
    );
    expect(everyone).not.toContain(otherTenantAdmin.id);

    for (const schoolWide of [admin, lead]) {
      const seen = await idsSeenBy(schoolWide);
      expect(seen).toEqual(expect.arrayContaining([admin.id, lead.id, teacher.id, student.id]));
      expect(seen).not.toContain(otherSchoolAdmin.id);
      expect(seen).not.toContain(districtAdmin.id);
    }
    const staff = await idsSeenBy(teacher);
    expect(staff).toEqual(expect.arrayContaining([admin.id, lead.id, teacher.id]));
    expect(staff).not.toContain(student.id);
    expect(await idsSeenBy(guardian)).toEqual([guardian.id]);
  });

  test('IDN-42 a list and the single record agree for every pair of caller and person', async () => {
    const everyone = [districtAdmin, admin, otherSchoolAdmin, lead, teacher, student, guardian];
    for (const caller of [districtAdmin, admin, otherSchoolAdmin, lead, teacher, guardian]) {
      const listed = new Set(await idsSeenBy(caller));
      for (const person of everyone) {
        const reply = await caller.send(getUser, { params: { id: person.id } });
        expect([caller.person?.family_name, person.person?.family_name, reply.status]).toEqual([
          caller.person?.family_name,
          person.person?.family_name,
          listed.has(person.id) ? 200 : 404,
        ]);
      }
    }
  });

  test('IDN-03 X-School-Id narrows the list to one school', async () => {
    const reply = await districtAdmin.send(listUsers, { query: {} }, { 'x-school-id': otherSchool.id });
    expect(reply.body.data.map((row: { id: string }) => row.id)).toEqual([otherSchoolAdmin.id]);
  });

  test('IDN-38 filters by role, school, grade, state, method, MFA and source, and finds by any name', async () => {
    const found = await buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [otherSchool.id],
      grade_level: '7',
      given_name: 'Zoë',
      family_name: 'Quillfeather',
    });
    const matching: object[] = [
      { q: 'zoe quill' },
      { q: 'QUILLFEATHER', role: 'student' },
      { q: 'quill', school_id: otherSchool.id },
      { q: 'quill', grade_level: '7', school_id: otherSchool.id },
      { q: 'quill', state: 'active' },
      { q: 'quill', method: 'none' },
      { q: 'quill', mfa: 'false' },
      { q: 'quill', source: 'manual' },
    ];
    for (const query of matching) expect(await idsSeenBy(districtAdmin, query)).toEqual([found.id]);
    const missing: object[] = [
      { q: 'quill zebra' },
      { q: 'quill%' },
      { q: 'quill', role: 'teacher' },
      { q: 'quill', school_id: school.id },
      { q: 'quill', grade_level: '8' },
      { q: 'quill', state: 'suspended' },
      { q: 'quill', method: 'password' },
      { q: 'quill', mfa: 'true' },
      { q: 'quill', source: 'import' },
    ];
    for (const query of missing) expect(await idsSeenBy(districtAdmin, query)).toEqual([]);
  });

  test('IDN-38 pages in every order without gaps or repeats, people without a sign-in counting as longest ago', async () => {
    const own = await buildTenant(platform);
    const reader = await actorOf(server, own, { role: 'district_admin', family_name: 'A' });
    for (const family_name of ['B', 'C', 'D', 'E', 'F']) await buildPerson(platform, own, { family_name });
    await actorOf(server, own, { role: 'teacher', family_name: 'G' });
    const orders: Record<string, string> = { name: 'ABCDEFG', '-name': 'GFEDCBA', created_at: 'ABCDEFG' };
    for (const [sort, expected] of Object.entries(orders)) {
      expect((await readPages(reader, sort)).join('')).toBe(expected);
    }
    const recent = await readPages(reader, '-last_sign_in_at');
    expect([recent.slice(0, 2), recent.slice(2).sort()]).toEqual([
      ['G', 'A'],
      ['B', 'C', 'D', 'E', 'F'],
    ]);
    expect((await readPages(reader, 'last_sign_in_at')).slice(-2)).toEqual(['A', 'G']);
    expect((await reader.send(listUsers, { query: { limit: 201 } })).status).toBe(422);
    expect((await reader.send(listUsers, { query: { cursor: 'bm9uc2Vuc2U' } })).status).toBe(422);
  });

  async function readPages(reader: TestActor, sort: string) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, sort: sort as 'name', ...(cursor ? { cursor } : {}) };
      const page = await reader.call(listUsers, { query });
      seen.push(...page.data.map((row) => row.family_name));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    return seen;
  }
});

describe('one person', () => {
  test("IDN-120 another tenant's id and a random id get the same 404 on every route", async () => {
    const calls = [
      [getUser, {}],
      [updateUser, { body: { lock_version: 0 } }],
      [suspendUser, { body: {} }],
      [activateUser, {}],
      [deactivateUser, { body: {} }],
      [restoreUser, {}],
      [createMembership, { body: { school_id: school.id } }],
      [moveUser, { body: { from_school_id: school.id, to_school_id: otherSchool.id, on: '2026-12-01' } }],
    ] as const;
    for (const [endpoint, rest] of calls) {
      const send = (id: string) => otherTenantAdmin.send(endpoint, { params: { id }, ...rest } as never);
      const { request_id: _a, ...foreign } = (await send(teacher.id)).body;
      const { request_id: _b, ...random } = (await send(newId())).body;
      expect([endpoint.name, foreign.status, foreign]).toEqual([endpoint.name, 404, random]);
    }
  });

  test('IDN-34 who may not read contact data cannot find people by it either', async () => {
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const found = async (actor: typeof lead, q: string) =>
      (await actor.call(listUsers, { query: { q } })).data.length;
    expect(await found(lead, person.family_name)).toBeGreaterThan(0);
    expect(await found(admin, person.email)).toBe(1);
    for (const part of [person.email, person.email.slice(0, 8)]) expect(await found(lead, part)).toBe(0);
  });

  test('IDN-34 a reply holds only what the caller may read: name, contact, birth date', async () => {
    const child = await buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [school.id],
      birth_on: '2012-03-04',
    });
    const params = { id: child.id };
    const forAdmin = await admin.call(getUser, { params });
    expect(forAdmin.restricted).toEqual({ birth_on: '2012-03-04' });
    expect(forAdmin.contact).toMatchObject({ email: child.email });
    const forLead = await lead.send(getUser, { params });
    expect([forLead.body.contact, forLead.body.restricted]).toEqual([null, null]);
    expect(JSON.stringify(forLead.body)).not.toMatch(/2012-03-04|@example|hash|search_text/);
    const listed = await districtAdmin.send(listUsers, { query: { q: child.family_name } });
    expect(JSON.stringify(listed.body)).not.toMatch(/2012-03-04|hash|search_text/);
  });

  test('IDN-32 a stale version is refused with the current record', async () => {
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const params = { id: person.id };
    await admin.call(updateUser, { params, body: { given_name: 'First', lock_version: 0 } });
    const stale = await admin.send(updateUser, { params, body: { given_name: 'Second', lock_version: 0 } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    expect(stale.body.current).toMatchObject({ given_name: 'First', lock_version: 1 });
  });

  test('IDN-33 role, tenant and state in a body are unknown fields, all named at once', async () => {
    const body = { lock_version: 0, role: 'admin', tenant_id: newId(), state: 'active', mfa_enrolled: true };
    const reply = await admin.send(updateUser, { params: { id: teacher.id }, body });
    expect(reply.status).toBe(422);
    expect(
      reply.body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]).sort(),
    ).toEqual([
      ['/mfa_enrolled', 'unknown_field'],
      ['/role', 'unknown_field'],
      ['/state', 'unknown_field'],
      ['/tenant_id', 'unknown_field'],
    ]);
  });

  test('IDN-42 a school admin changes nobody of another school and no district staff; a lead changes nobody', async () => {
    const params = { id: otherSchoolAdmin.id };
    expect((await admin.send(updateUser, { params, body: { lock_version: 0 } })).status).toBe(404);
    const reply = await lead.send(updateUser, { params: { id: teacher.id }, body: { lock_version: 0 } });
    expect([reply.status, reply.body.context.capability]).toEqual([403, 'users.update']);
  });

  test('a changed address signs in at once under the new name, and the search finds it', async () => {
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const email = `renamed${nextNumber()}@example.test`;
    const body = { email, family_name: 'Ångström', lock_version: 0 };
    const changed = await admin.call(updateUser, { params: { id: person.id }, body });
    expect(changed.contact?.email).toBe(email);
    expect(await idsSeenBy(districtAdmin, { q: 'angstrom' })).toEqual([person.id]);
    const entries = await build(platform, (tx) =>
      tx.selectFrom('sign_in_directory').selectAll().where('user_id', '=', person.id).execute(),
    );
    expect(entries).toHaveLength(1);
    const { audit, domain } = await eventsAbout(person.id);
    expect(audit.at(-1)).toMatchObject({ action: 'user.updated', actor_id: admin.id });
    expect(audit.at(-1)?.changes).toMatchObject({ email: { sealed: expect.any(String) } });
    expect(domain.map((event) => event.name)).toEqual(['user.updated']);
  });
});

describe('adding a person', () => {
  test('IDN-31 a name, a role and an e-mail address or username are needed', async () => {
    const nameless = await admin.send(createUser, { body: { school_id: school.id } as never });
    expect(nameless.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/given_name',
      '/role_id',
    ]);
    const unreachable = await admin.send(createUser, { body: aNewTeacher({ email: null }) });
    expect(unreachable.body.errors).toMatchObject([{ pointer: '/email', code: 'email_or_username' }]);
  });

  test('IDN-39 a student without e-mail is added with a username and can be found by it', async () => {
    const username = `pupil.${nextNumber()}`;
    const role_id = tenant.roles.student as string;
    const body = {
      given_name: 'Nils',
      family_name: 'Holm',
      username,
      role_id,
      school_id: school.id,
      grade_level: '4',
    };
    const made = await admin.call(createUser, { body });
    expect(made).toMatchObject({ roles: ['student'], state: 'active', contact: { email: null, username } });
    expect(made.memberships).toMatchObject([{ school_id: school.id, grade_level: '4', is_primary: true }]);
    expect(await idsSeenBy(admin, { q: username })).toEqual([made.id]);
  });

  test('IDN-31 a duplicate address names the other person only to callers who may see them', async () => {
    const known = aNewTeacher();
    const first = await admin.call(createUser, { body: known });
    const again = await admin.send(createUser, {
      body: { ...aNewTeacher(), email: known.email.toUpperCase() },
    });
    expect([again.status, again.body.code, again.body.context?.user_id]).toEqual([
      409,
      'user.duplicate',
      first.id,
    ]);
    const body = { ...aNewTeacher({ school_id: otherSchool.id }), email: known.email };
    const elsewhere = await otherSchoolAdmin.send(createUser, { body });
    expect([elsewhere.status, elsewhere.body.code, elsewhere.body.context]).toEqual([
      409,
      'user.duplicate',
      undefined,
    ]);
    expect(JSON.stringify(elsewhere.body)).not.toContain(first.id);
  });

  test('IDN-31 the same address in another tenant is allowed and not revealed; two at once make one', async () => {
    const body = aNewTeacher();
    const replies = await Promise.all([1, 2, 3].map(() => admin.send(createUser, { body })));
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409]);
    const role_id = world.otherTenant.roles.teacher as string;
    const { school_id: _, ...person } = body;
    expect((await otherTenantAdmin.send(createUser, { body: { ...person, role_id } })).status).toBe(201);
  });

  test('IDN-45 nobody adds somebody with a role beyond their own, and nothing is left of the attempt', async () => {
    const body = aNewTeacher({ role_id: tenant.roles.district_admin, school_id: null });
    expect((await admin.send(createUser, { body })).status).toBe(403);
    const elsewhere = aNewTeacher({ school_id: otherSchool.id });
    const reply = await admin.send(createUser, { body: elsewhere });
    expect([reply.status, reply.body.context.capability]).toEqual([403, 'users.create']);
    expect(await idsSeenBy(districtAdmin, { q: body.family_name })).toEqual([]);
  });

  test('counters of tenant and school move in the same transaction, also for two at once', async () => {
    const place = await buildSchool(platform, tenant);
    const before = await countersOf(platform, tenant.id, place.id);
    await Promise.all(
      [1, 2, 3, 4].map(() => districtAdmin.call(createUser, { body: aNewTeacher({ school_id: place.id }) })),
    );
    const role_id = tenant.roles.student as string;
    const child = await districtAdmin.call(createUser, {
      body: aNewTeacher({ role_id, school_id: place.id }),
    });
    expect(await countersOf(platform, tenant.id, place.id)).toEqual({
      students_count: 1,
      staff_count: 4,
      users_count: before.users_count + 5,
    });
    await districtAdmin.call(suspendUser, { params: { id: child.id }, body: {} });
    await districtAdmin.call(activateUser, { params: { id: child.id } });
    await districtAdmin.call(deactivateUser, { params: { id: child.id }, body: {} });
    expect(await countersOf(platform, tenant.id, place.id)).toEqual({
      students_count: 0,
      staff_count: 4,
      users_count: before.users_count + 4,
    });
  });

  test('PRV-119 a created person leaves an audit event and a domain event without personal fields', async () => {
    const made = await admin.call(createUser, { body: aNewTeacher({ birth_on: '1990-01-02' }) });
    const { audit, domain } = await eventsAbout(made.id);
    expect(audit.map((event) => event.action)).toContain('user.created');
    expect(domain.map((event) => event.name)).toContain('user.created');
    expect(JSON.stringify(domain)).not.toMatch(/1990-01-02|@example/);
  });
});

describe('the state of an account', () => {
  test('IDN-35 suspending ends sessions at once: the next request is 401; content stays under the name', async () => {
    const person = await actorOf(server, tenant, { role: 'teacher', school_ids: [school.id] });
    expect((await person.send(getMe, {})).status).toBe(200);
    const body = { reason: 'Left the keys in the staff room' };
    const suspended = await admin.call(suspendUser, { params: { id: person.id }, body });
    expect([suspended.state, suspended.can.activate, suspended.can.suspend]).toEqual([
      'suspended',
      true,
      false,
    ]);
    expect((await person.send(getMe, {})).status).toBe(401);
    expect(await idsSeenBy(admin, { q: person.person?.family_name })).toEqual([person.id]);
    const { audit, domain } = await eventsAbout(person.id);
    expect(audit.find((event) => event.action === 'user.suspended')?.reason).toBe(body.reason);
    expect(domain.map((event) => event.name)).toEqual(['user.suspended']);
    expect(await admin.call(activateUser, { params: { id: person.id } })).toMatchObject({ state: 'active' });
    expect((await person.send(getMe, {})).status).toBe(401);
  });

  test('a step that is no arrow between states is a conflict; repeating one changes nothing', async () => {
    const person = await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] });
    const params = { id: person.id };
    expect((await admin.send(restoreUser, { params })).body.state).toBe('active');
    const gone = await admin.call(deactivateUser, { params, body: {} });
    expect(await admin.call(deactivateUser, { params, body: {} })).toMatchObject({
      lock_version: gone.lock_version,
    });
    expect((await admin.send(suspendUser, { params, body: {} })).body.code).toBe('conflict');
    expect(await admin.call(restoreUser, { params })).toMatchObject({ state: 'active' });
  });

  test('IDN-36 two admins suspending each other at once leave one; the last one cannot be suspended', async () => {
    for (let round = 0; round < 4; round++) {
      const own = await buildTenant(platform);
      const [first, second] = [
        await actorOf(server, own, { role: 'district_admin' }),
        await actorOf(server, own, { role: 'district_admin' }),
      ];
      const replies = await Promise.all([
        first.send(suspendUser, { params: { id: second.id }, body: {} }),
        second.send(suspendUser, { params: { id: first.id }, body: {} }),
      ]);
      const statuses = replies.map((reply) => reply.status).sort();
      expect(statuses[0]).toBe(200);
      expect([401, 409]).toContain(statuses[1]);
      const last = replies[0].status === 200 ? first : second;
      const reply = await last.send(deactivateUser, { params: { id: last.id }, body: {} });
      expect([reply.status, reply.body.code]).toEqual([409, 'last_admin']);
    }
  });

  test('IDN-45 a school admin does not act on somebody with a staff role in the whole tenant', async () => {
    const both = await buildPerson(platform, tenant, { role: 'district_admin' });
    await districtAdmin.call(createMembership, { params: { id: both.id }, body: { school_id: school.id } });
    const reply = await admin.send(suspendUser, { params: { id: both.id }, body: {} });
    expect([reply.status, reply.body.context.capability]).toEqual([403, 'users.suspend']);
  });
});

describe('moving between schools', () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

  test('IDN-08 from the date on a student belongs to the new school; the old admin keeps the name, not the contact', async () => {
    const child = await buildPerson(platform, tenant, {
      role: 'student',
      school_ids: [school.id],
      grade_level: '6',
    });
    const params = { id: child.id };
    const body = { from_school_id: school.id, to_school_id: otherSchool.id, on: day(2) };
    const moved = await districtAdmin.call(moveUser, { params, body });
    expect(
      moved.memberships.map(({ school_id, starts_on, ends_on, in_force }) => ({
        school_id,
        starts_on,
        ends_on,
        in_force,
      })),
    ).toEqual(
      expect.arrayContaining([
        { school_id: school.id, starts_on: null, ends_on: day(1), in_force: true },
        { school_id: otherSchool.id, starts_on: day(2), ends_on: null, in_force: false },
      ]),
    );
    expect((await otherSchoolAdmin.send(getUser, { params })).status).toBe(404);
    expect((await admin.call(getUser, { params })).contact).not.toBeNull();

    world.clock.advance({ days: 3 });
    const [oldAdmin, newAdmin] = [
      await actorOf(server, tenant, { role: 'admin', school_ids: [school.id] }),
      await actorOf(server, tenant, { role: 'admin', school_ids: [otherSchool.id] }),
    ];
    expect((await newAdmin.call(getUser, { params })).can.update).toBe(true);
    const former = await oldAdmin.call(getUser, { params });
    expect([former.contact, former.can.update]).toEqual([null, false]);
    expect(former.memberships.find((row) => row.in_force)).toMatchObject({
      school_id: otherSchool.id,
      grade_level: '6',
      is_primary: true,
    });
    world.clock.advance({ days: -3 });
  });

  test('IDN-08 whoever moves somebody must reach both schools', async () => {
    const child = await buildPerson(platform, tenant, { role: 'student', school_ids: [school.id] });
    const body = { from_school_id: school.id, to_school_id: otherSchool.id, on: day(1) };
    expect((await admin.send(moveUser, { params: { id: child.id }, body })).status).toBe(403);
    const elsewhere = { ...body, to_school_id: newId() };
    expect((await districtAdmin.send(moveUser, { params: { id: child.id }, body: elsewhere })).status).toBe(
      422,
    );
  });
});
