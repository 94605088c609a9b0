import * as contracts from '@k12/contracts/identity/api-tokens';
import { getMe } from '@k12/contracts/identity/me';
import { createSchool, listSchools } from '@k12/contracts/identity/schools';
import { deactivateUser } from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { deliverEventJob } from '../../../platform/events/event.jobs.ts';
import { until, withWorker } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, type TestPerson } from '../../../test/people.ts';
import { aPassword, browserOf, givePassword, manyRequests } from '../../../test/sign-in.ts';
import { signedIn, TestActor } from '../../../test/test-server.ts';
import { isTokenText, newTokenText } from './token-text.rules.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school, otherSchool } = world;

async function anAdmin() {
  return signedIn(server, await buildPerson(platform, tenant, { role: 'district_admin' }));
}

function input(more: object = {}) {
  return { name: 'Roster export', scopes: ['schools.read' as const], ...more };
}

/** A program: no cookie, only its token. */
function using(token: string) {
  const program = new TestActor(server, null);
  const authorization = `Bearer ${token}`;
  return {
    send: ((endpoint, request, headers = {}) =>
      program.send(endpoint, request, {
        authorization,
        'x-csrf-token': '',
        ...headers,
      })) as TestActor['send'],
    fetch: (path: string) => program.fetch('GET', path, { headers: { authorization } }),
  };
}

test('IDN-88 tokens start k12_ and carry a checksum that a look-alike fails', () => {
  const token = newTokenText();
  expect(token).toMatch(/^k12_[0-9A-Za-z]{49}$/);
  expect(isTokenText(token)).toBe(true);
  const last = token.at(-1) === 'A' ? 'B' : 'A';
  expect(isTokenText(token.slice(0, -1) + last)).toBe(false);
});

describe('creating', () => {
  test('signed out 401, a student 403, unknown scopes 422', async () => {
    expect((await world.anonymous.send(contracts.createMyApiToken, { body: input() })).status).toBe(401);
    expect((await world.student.send(contracts.createMyApiToken, { body: input() })).status).toBe(403);
    expect((await world.teacher.send(contracts.createMyApiToken, { body: input() })).status).toBe(403);
    const reply = await (await anAdmin()).send(contracts.createMyApiToken, {
      body: input({ scopes: ['everything'], expires_in_days: 400 }) as never,
    });
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/expires_in_days',
      '/scopes/0',
    ]);
  });

  test('IDN-88 it is shown once, stored hashed, and lasts 90 days unless said otherwise', async () => {
    const admin = await anAdmin();
    const created = await admin.call(contracts.createMyApiToken, { body: input() });
    expect(isTokenText(created.token)).toBe(true);
    const days =
      (new Date(created.expires_at).getTime() - new Date(created.created_at).getTime()) / 86_400_000;
    expect(days).toBe(90);
    const listed = await admin.send(contracts.listMyApiTokens, {});
    expect(listed.body.data[0]).toMatchObject({
      id: created.id,
      prefix: created.token.slice(0, 12),
      state: 'active',
    });
    expect(JSON.stringify(listed.body)).not.toContain(created.token);
    const rows = await build(platform, (tx) =>
      Promise.all([
        tx.selectFrom('api_tokens').selectAll().execute(),
        tx.selectFrom('token_directory').selectAll().execute(),
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain(created.token);
  });

  test('IDN-46 needs a sign-in of the last ten minutes', async () => {
    const person = await buildPerson(platform, tenant, { role: 'district_admin' });
    const admin = await signedIn(server, person);
    clock.advance({ minutes: 11 });
    expect((await admin.send(contracts.createMyApiToken, { body: input() })).body.code).toBe(
      'reauth_required',
    );
  });

  test('IDN-45 a scope the owner does not hold is refused, and so is a school that is not theirs', async () => {
    const person = await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] });
    const admin = await signedIn(server, person);
    const scope = await admin.send(contracts.createMyApiToken, {
      body: input({ scopes: ['schools.create'] }),
    });
    expect([scope.status, scope.body.code]).toEqual([403, 'exceeds_own_rights']);
    const foreign = await admin.send(contracts.createMyApiToken, {
      body: input({ school_id: otherSchool.id }),
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'school_not_permitted']);
  });
});

describe('using', () => {
  test('IDN-88 acts within its scopes, without cookie or CSRF token, and in its school alone', async () => {
    const admin = await anAdmin();
    const wide = using((await admin.call(contracts.createMyApiToken, { body: input() })).token);
    expect((await wide.send(listSchools, { query: {} })).body.data.length).toBeGreaterThan(1);
    const body = { name: 'New', code: 'NEW', time_zone: 'America/New_York' };
    const refused = await wide.send(createSchool, { body });
    expect([refused.status, refused.body.context.capability]).toEqual([403, 'schools.create']);
    const limited = using(
      (await admin.call(contracts.createMyApiToken, { body: input({ school_id: school.id }) })).token,
    );
    const seen = (await limited.send(listSchools, { query: {} })).body.data;
    expect(seen.map((row: { id: string }) => row.id)).toEqual([school.id]);
    const other = await limited.send(listSchools, { query: {} }, { 'x-school-id': otherSchool.id });
    expect([other.status, other.body.code]).toEqual([403, 'school_not_permitted']);
  });

  test('IDN-88 IDN-50 the owner’s rights of this moment decide, on the next request', async () => {
    const person = await buildPerson(platform, tenant, { role: 'district_admin' });
    const admin = await signedIn(server, person);
    const program = using(
      (
        await admin.call(contracts.createMyApiToken, {
          body: input({ scopes: ['tenant_settings.read', 'schools.read'] }),
        })
      ).token,
    );
    expect((await program.send(listSchools, { query: {} })).status).toBe(200);
    await build(platform, (tx) =>
      tx.deleteFrom('role_assignments').where('user_id', '=', person.id).execute(),
    );
    expect((await program.send(listSchools, { query: {} })).status).toBe(403);
    await build(platform, (tx) =>
      tx.updateTable('users').set({ state: 'suspended' }).where('id', '=', person.id).execute(),
    );
    expect((await program.send(listSchools, { query: {} })).status).toBe(401);
  });

  test('IDN-90 use is counted by day with its address, and outside its networks refused and told', async () => {
    const person = await buildPerson(platform, tenant, { role: 'district_admin' });
    const admin = await signedIn(server, person);
    const { token } = await admin.call(contracts.createMyApiToken, { body: input() });
    for (let call = 0; call < 3; call++) await using(token).send(listSchools, { query: {} });
    const { data } = await admin.call(contracts.listMyApiTokens, {});
    expect(data[0]).toMatchObject({ last_used_ip: '127.0.0.1', calls_by_day: [{ calls: 3 }] });
    const bound = await admin.call(contracts.createMyApiToken, {
      body: input({ name: 'Bound', ip_ranges: ['10.20.0.0/16'] }),
    });
    const refused = await using(bound.token).send(listSchools, { query: {} });
    expect([refused.status, refused.body.code]).toEqual([401, 'token.invalid']);
    expect((await mailsTo(platform, person)).map((mail) => mail.template)).toContain(
      'api_token.out_of_range',
    );
    const inside = await admin.call(contracts.createMyApiToken, {
      body: input({ ip_ranges: ['127.0.0.0/8'] }),
    });
    expect((await using(inside.token).send(listSchools, { query: {} })).status).toBe(200);
  });

  test('IDN-90 a token in the address is refused, also a valid one', async () => {
    const { token } = await (await anAdmin()).call(contracts.createMyApiToken, { body: input() });
    for (const query of [`access_token=${token}`, `q=${token}`, 'token=anything']) {
      const reply = await using(token).fetch(`/schools?${query}`);
      expect([reply.status, reply.body.code]).toEqual([400, 'request.token_in_url']);
    }
  });

  test('IDN-88 expired, revoked and made-up tokens are 401', async () => {
    const admin = await anAdmin();
    const brief = await admin.call(contracts.createMyApiToken, { body: input({ expires_in_days: 1 }) });
    const lasting = await admin.call(contracts.createMyApiToken, { body: input() });
    const status = async (token: string) => (await using(token).send(listSchools, { query: {} })).status;
    expect(
      (await world.guardian.send(contracts.revokeMyApiToken, { params: { id: lasting.id } })).status,
    ).toBe(403);
    expect(
      (await (await anAdmin()).send(contracts.revokeMyApiToken, { params: { id: lasting.id } })).status,
    ).toBe(404);
    expect((await admin.send(contracts.revokeMyApiToken, { params: { id: lasting.id } })).status).toBe(204);
    expect(await status(lasting.token)).toBe(401);
    expect(await status(newTokenText())).toBe(401);
    expect(await status(brief.token)).toBe(200);
    clock.advance({ hours: 25 });
    expect(await status(brief.token)).toBe(401);
  });
});

describe('all tokens of the organisation', () => {
  test('IDN-46 a district admin with a fresh sign-in lists and revokes them; others may not', async () => {
    const owner = await anAdmin();
    const { id, token } = await owner.call(contracts.createMyApiToken, { body: input() });
    const admin = await anAdmin();
    const { data } = await admin.call(contracts.listApiTokens, { query: {} });
    expect(data.map((row) => row.id)).toContain(id);
    const schoolAdmin = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'admin', school_ids: [school.id] }),
    );
    expect((await schoolAdmin.send(contracts.listApiTokens, { query: {} })).status).toBe(403);
    const foreign = await signedIn(
      server,
      await buildPerson(platform, world.otherTenant, { role: 'district_admin' }),
    );
    expect((await foreign.send(contracts.revokeApiToken, { params: { id } })).status).toBe(404);
    expect((await admin.send(contracts.revokeApiToken, { params: { id } })).status).toBe(204);
    expect((await using(token).send(getMe, {})).status).toBe(401);
    clock.advance({ minutes: 11 });
    expect((await admin.send(contracts.listApiTokens, { query: {} })).body.code).toBe('reauth_required');
  });
});

describe('service accounts', () => {
  const twoAdmins = async () =>
    [
      await buildPerson(platform, tenant, { role: 'district_admin' }),
      await buildPerson(platform, tenant, { role: 'district_admin' }),
    ] as [TestPerson, TestPerson];

  async function anAccount() {
    const admin = await anAdmin();
    const owners = await twoAdmins();
    const body = { name: 'SIS bridge', owner_ids: owners.map((owner) => owner.id) };
    const account = await admin.call(contracts.createServiceAccount, { body });
    await build(platform, (tx) =>
      tx
        .insertInto('role_assignments')
        .values({
          tenant_id: tenant.id,
          id: newId(),
          user_id: account.id,
          role_id: tenant.roles.district_admin ?? '',
          scope: 'tenant',
        })
        .execute(),
    );
    const { token } = await admin.call(contracts.createServiceToken, {
      params: { id: account.id },
      body: input(),
    });
    return { admin, owners, account, token };
  }

  test('IDN-89 belongs to two named admins and acts by token alone', async () => {
    const admin = await anAdmin();
    const [owner] = await twoAdmins();
    const create = (owner_ids: string[]) =>
      admin.send(contracts.createServiceAccount, { body: { name: 'Bridge', owner_ids } });
    expect((await create([owner.id])).status).toBe(422);
    expect((await create([owner.id, owner.id])).status).toBe(422);
    expect((await create([owner.id, world.teacher.id])).body.errors[0].pointer).toBe('/owner_ids/1');
    const teacher = await signedIn(
      server,
      await buildPerson(platform, tenant, { role: 'teacher', school_ids: [school.id] }),
    );
    expect((await teacher.send(contracts.listServiceAccounts, {})).status).toBe(403);
    const { account, token } = await anAccount();
    expect(account.owners).toHaveLength(2);
    expect((await using(token).send(listSchools, { query: {} })).status).toBe(200);
    const { data } = await admin.call(contracts.listServiceAccounts, {});
    expect(data.find((row) => row.id === account.id)).toMatchObject({ name: 'SIS bridge', tokens: 1 });
  });

  test('IDN-89 when an owner leaves the token stops after 14 days, unless others take over', async () => {
    const { admin, account, token, owners } = await anAccount();
    const leaving = { params: { id: owners[0].id }, body: { reason: 'Left for another district' } };
    await admin.call(deactivateUser, leaving);
    const isFlagged = async () => {
      const rows = (await admin.call(contracts.listApiTokens, { query: {} })).data;
      return rows.find((one) => one.owner.id === account.id)?.state === 'orphaned';
    };
    await withWorker(platform, [deliverEventJob], () => until(isFlagged));
    const status = async () => (await using(token).send(listSchools, { query: {} })).status;
    expect(await status()).toBe(200);
    clock.advance({ days: 15 });
    expect(await status()).toBe(401);
    const later = await anAdmin();
    const adopted = await later.call(contracts.adoptServiceAccount, {
      params: { id: account.id },
      body: { owner_ids: (await twoAdmins()).map((owner) => owner.id) },
    });
    expect(adopted.owners.every((owner) => owner.left_at === null)).toBe(true);
    expect(await status()).toBe(200);
    expect(
      (
        await later.send(contracts.adoptServiceAccount, {
          params: { id: newId() },
          body: { owner_ids: (await twoAdmins()).map((owner) => owner.id) },
        })
      ).status,
    ).toBe(404);
  });
});

test('IDN-93 a change of password leaves tokens of programs alone', async () => {
  const person = await buildPerson(platform, tenant, { role: 'district_admin' });
  await givePassword(platform, person);
  const browser = await browserOf(server, person);
  const { token } = await browser.call(contracts.createMyApiToken, { body: input() });
  const { changePassword } = await import('@k12/contracts/identity/session');
  await browser.call(changePassword, {
    body: { current_password: aPassword, password: 'seven purple umbrellas' },
  });
  expect((await using(token).send(listSchools, { query: {} })).status).toBe(200);
});
