import { getMe } from '@k12/contracts/identity/me';
import {
  archiveSchool,
  createSchool,
  getSchool,
  listSchools,
  restoreSchool,
  updateSchool,
} from '@k12/contracts/identity/schools';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { buildSchool, buildTenant, nextNumber } from '../../../test/people.ts';

const world = await aSchool();
const { anonymous, districtAdmin, admin, otherSchoolAdmin, teacher, otherTenantAdmin, school, otherSchool } =
  world;

function aNewSchool() {
  return { name: 'Lakeview School', code: `LV-${nextNumber()}`, time_zone: 'America/Chicago' };
}

describe('listing schools', () => {
  test('signed out: 401', async () => {
    expect((await anonymous.send(listSchools, { query: {} })).status).toBe(401);
  });

  test('IDN-01 a district admin sees every school of the district and none of another tenant', async () => {
    const { data } = await districtAdmin.call(listSchools, { query: {} });
    const ids = data.map((row) => row.id);
    expect(ids).toEqual(expect.arrayContaining([school.id, otherSchool.id]));
    expect(ids).not.toContain(world.otherTenantSchool.id);
  });

  test('IDN-42 a teacher lists only the school of the assignment', async () => {
    const { data } = await teacher.call(listSchools, { query: {} });
    expect(data.map((row) => row.id)).toEqual([school.id]);
  });

  test('IDN-03 X-School-Id narrows the list and never widens it', async () => {
    const narrowed = await districtAdmin.send(listSchools, { query: {} }, { 'x-school-id': otherSchool.id });
    expect(narrowed.body.data.map((row: { id: string }) => row.id)).toEqual([otherSchool.id]);
    const refused = await teacher.send(listSchools, { query: {} }, { 'x-school-id': otherSchool.id });
    expect([refused.status, refused.body.code]).toEqual([403, 'school_not_permitted']);
    for (const unknown of [newId(), world.otherTenantSchool.id, 'nonsense']) {
      expect((await districtAdmin.send(listSchools, { query: {} }, { 'x-school-id': unknown })).status).toBe(
        404,
      );
    }
  });

  test('OPS-60 pages by cursor without gaps or repeats while rows are added, and refuses more than 200', async () => {
    const tenant = await buildTenant(world.platform);
    const reader = await actorOf(world.server, tenant, { role: 'district_admin' });
    for (let at = 0; at < 7; at++) await buildSchool(world.platform, tenant, { name: `School ${at}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.call(listSchools, { query: { limit: 3, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.data.map((row) => row.name));
      cursor = page.next_cursor ?? undefined;
      if (seen.length === 3) await buildSchool(world.platform, tenant, { name: 'School 0 and a half' });
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((at) => `School ${at}`));
    expect((await reader.send(listSchools, { query: { limit: 201 } })).status).toBe(422);
    expect((await reader.send(listSchools, { query: { cursor: 'bm9uc2Vuc2U' } })).status).toBe(422);
  });
});

describe('adding a school', () => {
  test('a teacher and a school admin may not: 403 naming the capability', async () => {
    for (const actor of [teacher, admin]) {
      const reply = await actor.send(createSchool, { body: aNewSchool() });
      expect([reply.status, reply.body.context.capability]).toEqual([403, 'schools.create']);
    }
  });

  test('IDN-33 all wrong and unknown fields are named at once', async () => {
    const body = { name: ' ', code: 'a b', time_zone: 'Mars/Olympus', tenant_id: newId() };
    const reply = await districtAdmin.send(createSchool, { body });
    expect(reply.status).toBe(422);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(['/code', '/name', '/tenant_id', '/time_zone']);
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/tenant_id', code: 'unknown_field' }),
    );
  });

  test('a code is taken once in a tenant, whatever its case, also by two requests at once', async () => {
    const body = aNewSchool();
    const replies = await Promise.all([
      districtAdmin.send(createSchool, { body }),
      districtAdmin.send(createSchool, { body: { ...body, code: body.code.toLowerCase() } }),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect((await otherTenantAdmin.send(createSchool, { body })).status).toBe(201);
  });

  test('UXP-95 says with which day a week begins, and whoever signs in there is told; nothing said follows the language', async () => {
    const begins = (day: number | null) => ({ ...aNewSchool(), first_weekday: day });
    expect((await districtAdmin.send(createSchool, { body: begins(7) })).status).toBe(422);
    const created = await districtAdmin.call(createSchool, { body: begins(6) });
    const open = await districtAdmin.call(createSchool, { body: aNewSchool() });
    expect([created.first_weekday, open.first_weekday]).toEqual([6, null]);
    const { schools } = await districtAdmin.call(getMe, {});
    expect(schools.find(({ id }) => id === created.id)?.first_weekday).toBe(6);
  });

  test('IDN-33 PRV-54 grades are those of courses, from the lower to the higher, also when one of them changes', async () => {
    const given = { ...aNewSchool(), lowest_grade: 'k', highest_grade: '５' };
    const made = await districtAdmin.call(createSchool, { body: given });
    expect([made.lowest_grade, made.highest_grade]).toEqual(['K', '5']);
    const pointersOf = async (sent: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await sent;
      const { errors } = body as { errors: { pointer: string; code: string }[] };
      return [status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    };
    const odd = { ...aNewSchool(), lowest_grade: 'abc', highest_grade: '5' };
    expect(await pointersOf(districtAdmin.send(createSchool, { body: odd }))).toEqual([
      ...[422, '/lowest_grade unknown_grade'],
    ]);
    const reversed = { ...aNewSchool(), lowest_grade: '9', highest_grade: '5' };
    expect(await pointersOf(districtAdmin.send(createSchool, { body: reversed }))).toEqual([
      ...[422, '/highest_grade below_lowest'],
    ]);
    const change = { lowest_grade: '6', lock_version: made.lock_version };
    const changed = districtAdmin.send(updateSchool, { params: { id: made.id }, body: change });
    expect(await pointersOf(changed)).toEqual([422, '/highest_grade below_lowest']);
  });

  test('PRV-119 a created school leaves an audit event and a domain event of its tenant', async () => {
    const created = await districtAdmin.call(createSchool, { body: aNewSchool() });
    const scope = { tenant_id: world.tenant.id };
    const events = await world.platform.db.withTenant(scope, (tx) =>
      tx.selectFrom('audit_events').selectAll().where('target_id', '=', created.id).execute(),
    );
    expect(events).toMatchObject([
      { action: 'school.created', actor_id: districtAdmin.id, school_id: created.id },
    ]);
    const published = await world.platform.db.withTenant(scope, (tx) =>
      tx.selectFrom('domain_events').selectAll().where('name', '=', 'school.created').execute(),
    );
    expect(published.map((event) => event.payload)).toContainEqual({ school_id: created.id });
  });
});

describe('one school', () => {
  test("IDN-120 another tenant's id and a random id get the same 404 on every route", async () => {
    for (const endpoint of [getSchool, archiveSchool, restoreSchool]) {
      const foreign = await otherTenantAdmin.send(endpoint, { params: { id: school.id } });
      const random = await otherTenantAdmin.send(endpoint, { params: { id: newId() } });
      expect(foreign.status).toBe(404);
      const { request_id: _a, ...foreignBody } = foreign.body;
      const { request_id: _b, ...randomBody } = random.body;
      expect(foreignBody).toEqual(randomBody);
    }
    const body = { name: 'Taken over', lock_version: 0 };
    expect((await otherTenantAdmin.send(updateSchool, { params: { id: school.id }, body })).status).toBe(404);
  });

  test('IDN-42 a school admin changes the own school, and does not see the other one', async () => {
    const own = await admin.call(getSchool, { params: { id: school.id } });
    expect(own.can).toEqual({ update: true, archive: false, restore: false });
    const body = { address: '1 School Lane', lock_version: own.lock_version };
    expect(await admin.call(updateSchool, { params: { id: school.id }, body })).toMatchObject({
      address: '1 School Lane',
    });
    expect((await admin.send(getSchool, { params: { id: otherSchool.id } })).status).toBe(404);
    expect((await otherSchoolAdmin.send(updateSchool, { params: { id: school.id }, body })).status).toBe(404);
  });

  test('IDN-32 a stale version is refused with the current record', async () => {
    const created = await districtAdmin.call(createSchool, { body: aNewSchool() });
    const params = { id: created.id };
    await districtAdmin.call(updateSchool, { params, body: { name: 'First', lock_version: 0 } });
    const stale = await districtAdmin.send(updateSchool, {
      params,
      body: { name: 'Second', lock_version: 0 },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    expect(stale.body.current).toMatchObject({ name: 'First', lock_version: 1 });
  });

  test('IDN-07 an archived school stays readable, cannot be changed, and can be restored', async () => {
    const created = await districtAdmin.call(createSchool, { body: aNewSchool() });
    const params = { id: created.id };
    expect(await districtAdmin.call(archiveSchool, { params })).toMatchObject({ state: 'archived' });
    const found = await districtAdmin.call(getSchool, { params });
    expect(found.can).toEqual({ update: false, archive: false, restore: true });
    const change = await districtAdmin.send(updateSchool, {
      params,
      body: { name: 'X', lock_version: found.lock_version },
    });
    expect(change.status).toBe(403);
    expect(await districtAdmin.call(restoreSchool, { params })).toMatchObject({ state: 'active' });
  });
});
