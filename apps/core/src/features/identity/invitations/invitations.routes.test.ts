import { acceptInvitation, getInvitation, inviteUser } from '@k12/contracts/identity/invitations';
import { getMe } from '@k12/contracts/identity/me';
import { createUser, deactivateUser } from '@k12/contracts/identity/users';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { deliverEventJob } from '../../../platform/events/event.jobs.ts';
import { until, withWorker } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { linkTokenFor, mailsTo } from '../../../test/mails.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';
import { aBrowser, manyRequests, trySignIn } from '../../../test/sign-in.ts';
import { signedIn } from '../../../test/test-server.ts';
import { openSession } from '../sessions/sign-in.service.ts';
import { createFirstAdminLink } from './invitations.service.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, tenant, school, districtAdmin } = world;
const password = 'seven purple umbrellas';

async function invited(role = 'teacher') {
  const person = await buildPerson(platform, tenant, { role, school_ids: [school.id] });
  await build(platform, (tx) =>
    tx.updateTable('users').set({ state: 'invited' }).where('id', '=', person.id).execute(),
  );
  return person;
}

const admin = () =>
  buildPerson(platform, tenant, { role: 'district_admin' }).then((person) => signedIn(server, person));

async function invite(role?: string) {
  const person = await invited(role);
  await (await admin()).call(inviteUser, { params: { id: person.id } });
  return { person, token: await linkTokenFor(platform, person, 'user.invited') };
}

const accept = (token: string, body: { password?: string } = { password }) =>
  aBrowser(server).send(acceptInvitation, { params: { token }, body });

describe('inviting', () => {
  test('signed out 401, teacher 403, unknown or foreign 404, somebody who is in already 409', async () => {
    const person = await invited();
    const params = { id: person.id };
    expect((await world.anonymous.send(inviteUser, { params })).status).toBe(401);
    expect((await world.teacher.send(inviteUser, { params })).status).toBe(403);
    expect((await world.otherTenantAdmin.send(inviteUser, { params })).status).toBe(404);
    expect((await districtAdmin.send(inviteUser, { params: { id: newId() } })).status).toBe(404);
    expect((await districtAdmin.send(inviteUser, { params: { id: world.teacher.id } })).status).toBe(409);
  });

  test('IDN-76 is sent again with a new link; the former one stops working', async () => {
    const { person, token } = await invite();
    await (await admin()).call(inviteUser, { params: { id: person.id } });
    const second = await linkTokenFor(platform, person, 'user.invited');
    expect((await accept(token)).status).toBe(410);
    expect((await accept(second)).status).toBe(200);
    expect(await mailsTo(platform, person)).toHaveLength(3);
  });

  test('IDN-35 IDN-76 sent by mistake, it is withdrawn by closing the account that waits for it', async () => {
    const { person, token } = await invite();
    const params = { id: person.id };
    expect(await districtAdmin.call(deactivateUser, { params, body: {} })).toMatchObject({
      state: 'deactivated',
    });
    expect((await accept(token)).status).toBe(410);
    expect((await trySignIn(aBrowser(server), person.email, password)).status).toBe(401);
  });

  test('IDN-100 is sent three times an hour at most', async () => {
    const person = await invited();
    const actor = await admin();
    const send = async () => (await actor.send(inviteUser, { params: { id: person.id } })).status;
    expect([await send(), await send(), await send(), await send()]).toEqual([200, 200, 200, 429]);
    clock.advance({ minutes: 61 });
    expect(await send()).toBe(200);
  });

  test('IDN-76 lasts seven days, 48 hours for admins', async () => {
    const [teacher, boss] = [await invite(), await invite('admin')];
    clock.advance({ hours: 49 });
    expect((await accept(boss.token)).status).toBe(410);
    expect((await aBrowser(server).send(getInvitation, { params: { token: teacher.token } })).status).toBe(
      200,
    );
    clock.advance({ days: 5 });
    expect((await accept(teacher.token)).status).toBe(410);
  });
});

test('IDN-76 signing in another way revokes the invitation', async () => {
  const { person, token } = await invite();
  await build(platform, (tx) =>
    tx.updateTable('users').set({ state: 'active' }).where('id', '=', person.id).execute(),
  );
  const visitor = { request_id: 'test-request', ip: '127.0.0.1', user_agent: 'test' };
  const request = { tenant_id: tenant.id, user_id: person.id, shared_computer: false, device_label: null };
  await openSession(platform, visitor, { ...request, method: 'saml' });
  expect((await accept(token)).status).toBe(410);
});

test('IDN-76 an account that is created with an invitation gets its mail after the commit', async () => {
  const actor = await admin();
  const email = 'newcomer@example.test';
  const role = { role_id: tenant.roles.teacher ?? '', school_id: school.id };
  const body = { given_name: 'New', family_name: 'Comer', email, ...role, invite: true };
  const created = await actor.send(createUser, { body });
  expect(created.status).toBe(201);
  const person = {
    id: created.body.id,
    tenant_id: tenant.id,
    email,
    given_name: 'New',
    family_name: 'Comer',
  };
  await withWorker(platform, [deliverEventJob], async () => {
    await until(async () => (await mailsTo(platform, person)).length > 0);
  });
  const token = await linkTokenFor(platform, person, 'user.invited');
  expect((await accept(token)).status).toBe(200);
});

describe('accepting', () => {
  test('IDN-76 a password of own choice opens the account and signs in; the link works once', async () => {
    const { person, token } = await invite();
    expect((await trySignIn(aBrowser(server), person.email, password)).status).toBe(401);
    const preview = await aBrowser(server).call(getInvitation, { params: { token } });
    expect(preview).toMatchObject({ password_required: true, minimum_length: 12, identifier: person.email });
    expect((await accept(token, {})).status).toBe(422);
    expect((await accept(token, { password: 'short' })).status).toBe(422);
    const browser = aBrowser(server);
    const result = await browser.call(acceptInvitation, { params: { token }, body: { password } });
    expect(result.state).toBe('signed_in');
    expect((await browser.call(getMe, {})).user.id).toBe(person.id);
    expect((await accept(token)).status).toBe(410);
    expect((await trySignIn(aBrowser(server), person.email, password)).status).toBe(200);
  });

  test('IDN-85 needs the token of the browser', async () => {
    const { token } = await invite();
    const reply = await aBrowser(server).send(
      acceptInvitation,
      { params: { token }, body: { password } },
      { 'x-csrf-token': 'x' },
    );
    expect(reply.status).toBe(403);
  });

  test('IDN-76 where single sign-on is required no password is asked for or taken', async () => {
    const policy = { methods: { password: false, passkey: true, google: false, saml: true } };
    const sso = await buildTenant(platform);
    const person = await buildPerson(platform, sso, { role: 'teacher' });
    await build(platform, async (tx) => {
      await tx
        .insertInto('sign_in_policies')
        .values({ tenant_id: sso.id, policy: JSON.stringify(policy) })
        .execute();
      await tx.updateTable('users').set({ state: 'invited' }).where('id', '=', person.id).execute();
    });
    const boss = await signedIn(server, await buildPerson(platform, sso, { role: 'district_admin' }));
    await boss.call(inviteUser, { params: { id: person.id } });
    const token = await linkTokenFor(platform, person, 'user.invited');
    expect((await aBrowser(server).call(getInvitation, { params: { token } })).password_required).toBe(false);
    const reply = await accept(token, {});
    expect([reply.status, reply.body.state]).toEqual([200, 'choose_tenant']);
    const passwords = await build(platform, (tx) =>
      tx.selectFrom('passwords').selectAll().where('user_id', '=', person.id).execute(),
    );
    expect(passwords).toHaveLength(0);
  });
});

test('IDN-67 the first admin sets a password through a one-time link; no default password opens anything', async () => {
  const fresh = await buildTenant(platform, { kind: 'school' });
  const person = await buildPerson(platform, fresh, { role: 'admin' });
  for (const guess of ['admin', 'password', 'homeroom', '']) {
    expect([401, 422]).toContain((await trySignIn(aBrowser(server), person.email, guess)).status);
  }
  const { token } = await createFirstAdminLink(platform, fresh.id, person.id);
  const browser = aBrowser(server);
  const result = await browser.call(acceptInvitation, { params: { token }, body: { password } });
  expect(result).toMatchObject({ state: 'signed_in', home: '/admin/dashboard' });
  expect((await accept(token)).status).toBe(410);
});
