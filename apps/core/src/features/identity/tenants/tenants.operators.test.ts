import { acceptInvitation } from '@k12/contracts/identity/invitations';
import { getMe } from '@k12/contracts/identity/me';
import { confirmTotp, startTotp } from '@k12/contracts/identity/mfa';
import { listSchools } from '@k12/contracts/identity/schools';
import { extendSession, getSession } from '@k12/contracts/identity/session';
import {
  createTenant,
  getTenant,
  listTenants,
  resumeTenant,
  suspendTenant,
} from '@k12/contracts/identity/tenants';
import { listUsers } from '@k12/contracts/identity/users';
import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { listErrors } from '@k12/contracts/operations/errors';
import { listGlobalFlags } from '@k12/contracts/operations/feature-flags';
import { listAllJobs } from '@k12/contracts/operations/jobs';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { anOperator } from '../../../test/an-operator.ts';
import { linkTokenFor } from '../../../test/mails.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';
import { aPassword, codeNow, manyRequests, trySignIn } from '../../../test/sign-in.ts';
import { signedIn, TestActor } from '../../../test/test-server.ts';
import { operatorsTenantId } from './operators.rules.ts';
import { createOperator, resetOperator, suspendOperator } from './operators.service.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, districtAdmin } = world;
const reason = 'The contract of this district has run out';

function aTenant(slug: string) {
  return {
    name: `Organisation ${slug}`,
    slug,
    kind: 'district' as const,
    time_zone: 'Europe/Paris',
    school: { name: 'First School', code: 'FS' },
    year: { name: '2026–27', starts_on: '2026-09-01', ends_on: '2027-06-30' },
    admin: { email: `head@${slug}.example`, given_name: 'Awa', family_name: 'Diop' },
  };
}

describe('an operator', () => {
  test('IDN-71 cannot begin without a second factor, and signs in with both', async () => {
    const email = 'late@operators.example';
    const link = await createOperator(platform, { email, given_name: 'Late', family_name: 'Operator' });
    const browser = new TestActor(server, null);
    const token = link!.split('/').at(-1)!;
    const first = await browser.call(acceptInvitation, { params: { token }, body: { password: aPassword } });
    expect(first.state).toBe('mfa_enrolment_required');
    browser.forgetCsrf();
    expect((await browser.send(listTenants, { query: {} })).body.code).toBe('mfa_required');
    const { secret } = await browser.call(startTotp, {});
    await browser.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
    expect((await browser.call(getMe, {})).roles).toEqual(['super_admin']);
    const again = await trySignIn(new TestActor(server, null), email);
    expect(again.body).toMatchObject({ state: 'mfa_required', mfa_methods: ['totp', 'recovery_code'] });
  });

  test('IDN-80 has a session of 30 minutes idle and 8 hours at most', async () => {
    const someone = await anOperator(server);
    const session = await someone.call(getSession, {});
    const minutes = (until: string) => Math.round((Date.parse(until) - clock.now().getTime()) / 60_000);
    expect(minutes(session.expires_at)).toBe(480);
    await someone.call(extendSession, {});
    clock.advance({ minutes: 31 });
    expect((await someone.send(getMe, {})).body.code).toBe('session.expired');
  });

  test('IDN-99 IDN-01 reaches platform operations and no record of any tenant', async () => {
    const fresh = await anOperator(server);
    for (const allowed of [listAllJobs, listTenants])
      expect((await fresh.send(allowed, { query: {} })).status).toBe(200);
    for (const allowed of [listErrors, listGlobalFlags])
      expect((await fresh.send(allowed, {})).status).toBe(200);
    for (const refused of [listUsers, listSchools])
      expect((await fresh.send(refused, { query: {} })).body.code).toBe('forbidden');
    const elsewhere = { 'x-school-id': world.school.id };
    expect((await fresh.send(listTenants, { query: {} }, elsewhere)).status).toBe(404);
  });

  test('IDN-99 nobody of a tenant is one, whatever they hold there', async () => {
    const reply = await districtAdmin.send(listTenants, { query: {} });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    expect((await world.anonymous.send(listTenants, { query: {} })).status).toBe(401);
  });

  test('IDN-73 reset by the command ends sessions and factors, and the new link begins anew', async () => {
    const lost = await anOperator(server);
    const link = await resetOperator(platform, lost.person!.email);
    expect((await lost.send(getMe, {})).status).toBe(401);
    expect((await trySignIn(new TestActor(server, null), lost.person!.email)).status).toBe(401);
    const token = link!.split('/').at(-1)!;
    const browser = new TestActor(server, null);
    const reply = await browser.call(acceptInvitation, { params: { token }, body: { password: aPassword } });
    expect(reply.state).toBe('mfa_enrolment_required');
  });

  test('suspended by the command is out at once and cannot come back', async () => {
    const former = await anOperator(server);
    expect(await suspendOperator(platform, former.person!.email)).toBe(true);
    expect((await former.send(getMe, {})).status).toBe(401);
    expect((await trySignIn(new TestActor(server, null), former.person!.email)).status).toBe(401);
    expect(await createOperator(platform, { ...former.person! })).toBeNull();
  });
});

describe('tenants', () => {
  test('IDN-120 an unknown id, and the operators’ own, are not found', async () => {
    const fresh = await anOperator(server);
    for (const id of [newId(), operatorsTenantId]) {
      expect((await fresh.send(getTenant, { params: { id } })).status).toBe(404);
      expect((await fresh.send(suspendTenant, { params: { id }, body: { reason } })).status).toBe(404);
    }
  });

  test('IDN-46 suspending needs a fresh sign-in', async () => {
    const stale = await anOperator(server);
    clock.advance({ minutes: 11 });
    const reply = await stale.send(suspendTenant, { params: { id: world.otherTenant.id }, body: { reason } });
    expect([reply.status, reply.body.code]).toEqual([401, 'reauth_required']);
  });

  test('OPS-60 are listed page by page with counts and nothing about people', async () => {
    const fresh = await anOperator(server);
    await buildTenant(platform);
    const first = await fresh.call(listTenants, { query: { limit: 2 } });
    const second = await fresh.call(listTenants, { query: { limit: 2, cursor: first.next_cursor! } });
    const slugs = [...first.data, ...second.data].map((tenant) => tenant.slug);
    expect(slugs).toHaveLength(new Set(slugs).size);
    expect(slugs).toEqual([...slugs].sort());
    expect(slugs).not.toContain('homeroom-operators');
    expect(Object.keys(first.data[0]!)).not.toContain('settings');
  });

  test('are set up with school, year and an admin who is invited by mail; the short name is never given twice', async () => {
    const fresh = await anOperator(server);
    const body = aTenant('harbour-district');
    const made = await fresh.call(createTenant, { body });
    expect(made).toMatchObject({
      slug: 'harbour-district',
      state: 'active',
      schools_count: 1,
      users_count: 1,
    });
    const twice = await fresh.send(createTenant, { body: { ...body, name: 'Another' } });
    expect([twice.status, twice.body.code]).toEqual([409, 'tenant.slug_taken']);
    const admin = await build(platform, (tx) =>
      tx
        .selectFrom('users')
        .select(['id', 'tenant_id', 'email', 'given_name', 'family_name'])
        .where('tenant_id', '=', made.id)
        .executeTakeFirstOrThrow(),
    );
    const token = await linkTokenFor(platform, { ...admin, email: admin.email! }, 'user.invited');
    const browser = new TestActor(server, null);
    await browser.call(acceptInvitation, { params: { token }, body: { password: aPassword } });
    browser.forgetCsrf();
    expect((await browser.call(getMe, {})).capabilities['schools.create']).toEqual(['tenant']);
    const { data } = await browser.call(listAuditEvents, { query: { action: 'tenant.created' } });
    expect(data).toMatchObject([{ actor_kind: 'operator', actor: { id: fresh.id, name: null } }]);
  });

  test('IDN-10 suspended: sessions and sign-ins are told so, nothing is deleted, and resuming lets them in', async () => {
    const fresh = await anOperator(server);
    const tenant = await buildTenant(platform);
    const person = await buildPerson(platform, tenant, { role: 'district_admin' });
    const admin = await signedIn(server, person);
    const params = { id: tenant.id };
    expect((await fresh.call(suspendTenant, { params, body: { reason } })).state).toBe('suspended');
    const twice = await fresh.send(suspendTenant, { params, body: { reason } });
    expect([twice.status, twice.body.code]).toEqual([409, 'conflict']);
    expect((await admin.send(getMe, {})).body.code).toBe('tenant_suspended');
    const resumed = await fresh.call(resumeTenant, { params, body: { reason } });
    expect(resumed).toMatchObject({ state: 'active', can: { suspend: true, resume: false } });
    expect((await admin.send(getMe, {})).status).toBe(200);
    const { data } = await admin.call(listAuditEvents, { query: {} });
    const told = data.filter((event) => event.action.startsWith('tenant.'));
    expect(told.map((event) => [event.action, event.actor_kind, event.reason])).toEqual([
      ['tenant.resumed', 'operator', reason],
      ['tenant.suspended', 'operator', reason],
    ]);
  });
});
