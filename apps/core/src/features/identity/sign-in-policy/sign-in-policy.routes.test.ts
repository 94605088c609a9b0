import { getMe } from '@k12/contracts/identity/me';
import {
  defaultSignInPolicy,
  getSignInMethods,
  getSignInPolicy,
  updateSignInPolicy,
} from '@k12/contracts/identity/sign-in-policy';
import { describe, expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build, buildPerson, buildTenant } from '../../../test/people.ts';
import { aBrowser, aPassword, aPasswordHash, manyRequests, trySignIn } from '../../../test/sign-in.ts';
import { signedIn } from '../../../test/test-server.ts';

const world = await aSchool(manyRequests);
const { server, platform, clock, anonymous } = world;
const password_hash = await aPasswordHash();

async function anOrganisation() {
  const tenant = await buildTenant(platform);
  const admin = await signedIn(server, await buildPerson(platform, tenant, { role: 'district_admin' }));
  const policy = await admin.call(getSignInPolicy, {});
  return { tenant, admin, policy };
}

describe('the login page', () => {
  test('IDN-57 shows the methods of its organisation; an unknown one answers in the same shape', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    await admin.call(updateSignInPolicy, {
      body: { ...policy, methods: { password: true, passkey: false, google: true, saml: false } },
    });
    const known = await anonymous.call(getSignInMethods, { query: { tenant: tenant.slug } });
    expect(known).toEqual({
      tenant: { slug: tenant.slug, name: `District ${tenant.slug}`, locale: 'en' },
      methods: ['password', 'google'],
    });
    expect(await anonymous.call(getSignInMethods, { query: { tenant: 'unknown-place' } })).toEqual({
      tenant: null,
      methods: ['password', 'passkey'],
    });
    expect(await anonymous.call(getSignInMethods, { query: {} })).toEqual({
      tenant: null,
      methods: ['password', 'passkey'],
    });
  });

  test('IDN-57 opens at the organisation’s own verified address', async () => {
    const { tenant } = await anOrganisation();
    const at = async () => (await anonymous.call(getSignInMethods, { query: {} })).tenant?.slug;
    const domain = { domain: '127.0.0.1', tenant_id: tenant.id };
    await build(platform, (tx) => tx.insertInto('tenant_domains').values(domain).execute());
    expect(await at()).toBeUndefined();
    await build(platform, (tx) =>
      tx
        .updateTable('tenant_domains')
        .set({ verified_at: clock.now() })
        .where('domain', '=', domain.domain)
        .execute(),
    );
    expect(await at()).toBe(tenant.slug);
    await build(platform, (tx) =>
      tx.deleteFrom('tenant_domains').where('domain', '=', domain.domain).execute(),
    );
  });
});

describe('the policy', () => {
  test('signed out 401, a teacher 403, a school admin may not change it', async () => {
    expect((await anonymous.send(getSignInPolicy, {})).status).toBe(401);
    expect((await world.teacher.send(getSignInPolicy, {})).status).toBe(403);
    const body = { ...defaultSignInPolicy, lock_version: 0 };
    expect((await world.admin.send(updateSignInPolicy, { body })).status).toBe(403);
  });

  test('IDN-80 limits beyond the longest allowed, unknown roles and fields are refused together', async () => {
    const { admin, policy } = await anOrganisation();
    const body = {
      ...policy,
      mfa_grace_days: 15,
      surprise: true,
      session_limits: { ...policy.session_limits, student: { idle_minutes: 721, absolute_minutes: 900 } },
    };
    const reply = await admin.send(updateSignInPolicy, { body });
    expect(reply.status).toBe(422);
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(['/mfa_grace_days', '/session_limits/student/idle_minutes', '/surprise']);
    const none = { ...policy, methods: { password: false, passkey: false, google: false, saml: false } };
    expect((await admin.send(updateSignInPolicy, { body: none })).status).toBe(422);
  });

  test('a stale version is 409 with the current one; the change is audited with before and after', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    const first = await admin.call(updateSignInPolicy, { body: { ...policy, mfa_grace_days: 3 } });
    expect(first).toMatchObject({ mfa_grace_days: 3, lock_version: policy.lock_version + 1 });
    const stale = await admin.send(updateSignInPolicy, { body: { ...policy, mfa_grace_days: 9 } });
    expect([stale.status, stale.body.current.mfa_grace_days]).toEqual([409, 3]);
    const second = await admin.call(updateSignInPolicy, { body: { ...first, mfa_grace_days: 4 } });
    expect(second.lock_version).toBe(first.lock_version + 1);
    const events = await build(platform, (tx) =>
      tx
        .selectFrom('audit_events')
        .selectAll()
        .where('tenant_id', '=', tenant.id)
        .where('action', '=', 'sign_in_policy.updated')
        .orderBy('occurred_at')
        .execute(),
    );
    expect(events.map((event) => event.changes)).toMatchObject([
      { mfa_grace_days: ['14', '3'] },
      { mfa_grace_days: ['3', '4'] },
    ]);
  });

  test('IDN-46 needs a sign-in of the last ten minutes', async () => {
    const { admin, policy } = await anOrganisation();
    clock.advance({ minutes: 11 });
    expect((await admin.send(updateSignInPolicy, { body: policy })).body.code).toBe('reauth_required');
    expect((await admin.send(getSignInPolicy, {})).status).toBe(200);
  });
});

describe('what it decides', () => {
  test('IDN-71 a role that requires a second factor without grace enrols at once; one switched off is not asked', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    await admin.call(updateSignInPolicy, {
      body: { ...policy, mfa: { ...policy.mfa, teacher: 'required' }, mfa_grace_days: 0 },
    });
    const teacher = await buildPerson(platform, tenant, { role: 'teacher', password_hash });
    expect((await trySignIn(aBrowser(server), teacher.email)).body.state).toBe('mfa_enrolment_required');
    const guardian = await buildPerson(platform, tenant, { role: 'guardian', password_hash });
    expect((await trySignIn(aBrowser(server), guardian.email)).body.state).toBe('signed_in');
  });

  test('IDN-80 a tenant’s own limits hold', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    const session_limits = { ...policy.session_limits, teacher: { idle_minutes: 15, absolute_minutes: 60 } };
    await admin.call(updateSignInPolicy, { body: { ...policy, session_limits } });
    const actor = await signedIn(server, await buildPerson(platform, tenant, { role: 'teacher' }));
    clock.advance({ minutes: 14 });
    expect((await actor.send(getMe, {})).status).toBe(200);
    clock.advance({ minutes: 16 });
    expect((await actor.send(getMe, {})).body.code).toBe('session.expired');
  });

  test('a role bound to single sign-on is told so after the right password, and nobody else is', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    await admin.call(updateSignInPolicy, {
      body: { ...policy, required_method: { ...policy.required_method, teacher: 'saml' } },
    });
    const teacher = await buildPerson(platform, tenant, { role: 'teacher', password_hash });
    const told = await trySignIn(aBrowser(server), teacher.email);
    expect([told.status, told.body.code]).toEqual([403, 'sign_in.method_not_allowed']);
    expect((await trySignIn(aBrowser(server), teacher.email, 'wrong')).body.code).toBe('sign_in.failed');
    const student = await buildPerson(platform, tenant, { role: 'student', password_hash });
    expect((await trySignIn(aBrowser(server), student.email)).status).toBe(200);
  });

  test('admins sign in from the organisation’s networks only, and name none that leave themselves out', async () => {
    const { tenant, admin, policy } = await anOrganisation();
    const changed = await admin.call(updateSignInPolicy, {
      body: { ...policy, admin_networks: ['127.0.0.0/8'] },
    });
    const elsewhere = { ...changed, admin_networks: ['10.1.0.0/16'] };
    const refused = await admin.send(updateSignInPolicy, { body: elsewhere });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/admin_networks', code: 'locks_out' }],
    ]);
    const { lock_version: _, ...stored } = elsewhere;
    await build(platform, (tx) =>
      tx
        .updateTable('sign_in_policies')
        .set({ policy: JSON.stringify(stored) })
        .where('tenant_id', '=', tenant.id)
        .execute(),
    );
    const boss = await buildPerson(platform, tenant, { role: 'district_admin', password_hash });
    const teacher = await buildPerson(platform, tenant, { role: 'teacher', password_hash });
    expect((await trySignIn(aBrowser(server), boss.email)).body.code).toBe('sign_in.network_not_allowed');
    expect((await trySignIn(aBrowser(server), teacher.email, aPassword)).status).toBe(200);
    await admin.call(updateSignInPolicy, { body: { ...changed, admin_networks: ['127.0.0.0/8'] } });
    expect((await trySignIn(aBrowser(server), boss.email)).status).toBe(200);
  });
});
