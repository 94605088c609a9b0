import {
  activateAcademicYear,
  createAcademicYear,
  getAcademicYear,
  listAcademicYears,
  updateAcademicYear,
} from '@k12/contracts/identity/academic-years';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build, buildTenant } from '../../../test/people.ts';

const world = await aSchool();
const { admin, anonymous, teacher, otherTenantAdmin } = world;

/** Each test has its own tenant: only one year of a tenant can be active. */
async function anAdminOfANewTenant() {
  const tenant = await buildTenant(world.platform);
  return { tenant, chief: await actorOf(world.server, tenant, { role: 'district_admin' }) };
}

function year(start: number) {
  return { name: `${start}`, starts_on: `${start}-09-01`, ends_on: `${start + 1}-06-15` };
}

describe('planning years', () => {
  test('signed out 401; a teacher and a school admin may not: 403', async () => {
    expect((await anonymous.send(listAcademicYears, { query: {} })).status).toBe(401);
    for (const actor of [teacher, admin]) {
      const reply = await actor.send(createAcademicYear, { body: year(2030) });
      expect([reply.status, reply.body.context.capability]).toEqual([403, 'academic_years.manage']);
    }
  });

  test('IDN-11 wrong order, length, name and overlap come back at once and name the other year', async () => {
    const { chief } = await anAdminOfANewTenant();
    await chief.call(createAcademicYear, { body: year(2030) });
    const backwards = { name: '2030', starts_on: '2031-01-10', ends_on: '2031-01-10' };
    const reply = await chief.send(createAcademicYear, { body: backwards });
    expect(reply.status).toBe(422);
    const codes = reply.body.errors.map((error: { code: string }) => error.code);
    expect(codes).toEqual(['ends_before_start', 'name_taken', 'overlap']);
    expect(reply.body.errors[2].detail).toContain('2030 (2030-09-01 to 2031-06-15)');
    const short = { name: 'Short', starts_on: '2040-01-01', ends_on: '2040-01-20' };
    expect((await chief.send(createAcademicYear, { body: short })).body.errors[0].code).toBe('year_length');
  });

  test('IDN-120 a foreign and a random id get the same 404', async () => {
    const { chief } = await anAdminOfANewTenant();
    const own = await chief.call(createAcademicYear, { body: year(2030) });
    for (const id of [own.id, newId()]) {
      expect((await otherTenantAdmin.send(getAcademicYear, { params: { id } })).status).toBe(404);
    }
  });

  test('IDN-32 a stale version is refused with the current year', async () => {
    const { chief } = await anAdminOfANewTenant();
    const { id } = await chief.call(createAcademicYear, { body: year(2030) });
    await chief.call(updateAcademicYear, { params: { id }, body: { name: 'A', lock_version: 0 } });
    const stale = await chief.send(updateAcademicYear, {
      params: { id },
      body: { name: 'B', lock_version: 0 },
    });
    expect([stale.status, stale.body.current.name]).toEqual([409, 'A']);
  });
});

describe('activating', () => {
  test('IDN-12 activating a year makes the former one closing in the same transaction', async () => {
    const { tenant, chief } = await anAdminOfANewTenant();
    const first = await chief.call(createAcademicYear, { body: year(2030) });
    const second = await chief.call(createAcademicYear, { body: year(2031) });
    await chief.call(activateAcademicYear, { params: { id: first.id }, body: { replaces_id: null } });
    await chief.call(activateAcademicYear, { params: { id: second.id }, body: { replaces_id: first.id } });
    const { data } = await chief.call(listAcademicYears, { query: {} });
    expect(data.map((row) => [row.name, row.state])).toEqual([
      ['2031', 'active'],
      ['2030', 'closing'],
    ]);
    const audit = await world.platform.db.withTenant({ tenant_id: tenant.id }, (tx) =>
      tx.selectFrom('audit_events').select('action').where('target_id', '=', second.id).execute(),
    );
    expect(audit.map((event) => event.action)).toContain('academic_year.activated');
  });

  test('IDN-12 two admins activating two years at once leave exactly one active, the second gets 409', async () => {
    const { tenant, chief } = await anAdminOfANewTenant();
    const colleague = await actorOf(world.server, tenant, { role: 'district_admin' });
    const years = await Promise.all(
      [2030, 2031].map((start) => chief.call(createAcademicYear, { body: year(start) })),
    );
    const body = { replaces_id: null };
    const replies = await Promise.all([
      chief.send(activateAcademicYear, { params: { id: years[0]!.id }, body }),
      colleague.send(activateAcademicYear, { params: { id: years[1]!.id }, body }),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.find((reply) => reply.status === 409)!.body.code).toBe('year_already_active');
    const { data } = await chief.call(listAcademicYears, { query: { state: 'active' } });
    expect(data).toHaveLength(1);
  });
});

describe('closed years', () => {
  test('IDN-15 the dates of a closed year cannot be changed: 423', async () => {
    const { chief } = await anAdminOfANewTenant();
    const made = await chief.call(createAcademicYear, { body: year(2030) });
    await build(world.platform, (tx) =>
      tx.updateTable('academic_years').set({ state: 'closed' }).where('id', '=', made.id).execute(),
    );
    const body = { name: 'Renamed', lock_version: 0 };
    const reply = await chief.send(updateAcademicYear, { params: { id: made.id }, body });
    expect([reply.status, reply.body.code]).toEqual([423, 'year_closed']);
  });
});
