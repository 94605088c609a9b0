import { type EndpointDeclaration, endpoints } from '@k12/contracts';
import { listCapabilities } from '@k12/contracts/identity/access';
import { systemRoleGrants, systemRoleKeys } from '@k12/contracts/identity/capabilities';
import { getMe } from '@k12/contracts/identity/me';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../test/a-school.ts';
import {
  aWorld,
  finite,
  isCapability,
  isGuarded,
  isHeld,
  named,
  randomParams,
  roleHolds,
  rolesOf,
  sendAny,
} from './world.ts';

const world = await aWorld();
const roles = rolesOf(world);
const guarded = finite.filter(isGuarded);

describe('without a session', () => {
  test.each(named(guarded))('IDN-43 %s: 401', async (_title, endpoint) => {
    const reply = await sendAny(world.anonymous, endpoint, { params: randomParams(endpoint) });
    expect([reply.status, reply.body.code]).toEqual([401, 'session.required']);
    expect(reply.headers.get('www-authenticate')).not.toBeNull();
  });
});

describe('every role', () => {
  test.each(named(guarded))('IDN-43 %s: 403 exactly for the roles that lack it', async (_title, endpoint) => {
    const answers = await Promise.all(
      systemRoleKeys.map(async (role) => {
        const actor = mayLose(role, endpoint) ? await anotherOf(role) : roles[role];
        return { role, ...(await sendAny(actor, endpoint, { params: randomParams(endpoint) })) };
      }),
    );
    for (const { role, status, body } of answers) {
      if (endpoint.permission === 'platform' || !roleHolds(role, endpoint)) {
        expect([role, status, body.code]).toEqual([role, 403, 'forbidden']);
      } else {
        expect([role, status]).not.toEqual([role, 401]);
        expect(status, `${role}: ${JSON.stringify(body)}`).toBeLessThan(500);
        // Others may still be refused by the record's policy: their reach is not the whole tenant.
        if (role === 'district_admin')
          expect([role, status, body?.code]).not.toEqual([role, 403, 'forbidden']);
      }
    }
  });

  test.each(systemRoleKeys)('IDN-43 IDN-124 %s holds what the table says and nothing else', async (role) => {
    const { capabilities } = await roles[role].call(getMe, {});
    const expected = systemRoleGrants[role].filter((grant) => isHeld(role, grant));
    expect(Object.keys(capabilities).sort()).toEqual(expected.map(({ capability }) => capability).sort());
  });

  test('IDN-43 the published table is the one the tests above compare with', async () => {
    const { data } = await roles.teacher.call(listCapabilities, {});
    const used = new Set(endpoints.map(({ permission }) => permission).filter(isCapability));
    for (const capability of used) {
      const row = data.find((entry) => entry.capability === capability);
      const published = row?.roles.map(({ role, reaches, optional }) => ({ role, reaches, optional }));
      const expected = systemRoleKeys.flatMap((role) =>
        systemRoleGrants[role]
          .filter((grant) => grant.capability === capability)
          .map(({ reaches, optional }) => ({ role, reaches, optional })),
      );
      expect(published, capability).toEqual(expected);
    }
  });
});

/** Sent without a body and for ids that nobody has, only these calls change something: what is the caller's own. */
function mayLose(role: (typeof systemRoleKeys)[number], endpoint: EndpointDeclaration): boolean {
  const { method, path, body } = endpoint;
  if (method === 'GET' || path.includes('{') || !roleHolds(role, endpoint)) return false;
  return !body || [undefined, {}].some((nothing) => body.safeParse(nothing).success);
}

/** Somebody whose loss no other test notices. */
function anotherOf(role: (typeof systemRoleKeys)[number]) {
  const school_ids = role === 'district_admin' ? [] : [world.school.id];
  return actorOf(world.server, world.tenant, { role, school_ids });
}
