import {
  type Capability,
  type EndpointDeclaration,
  endpoints,
  type RoleGrant,
  rateClasses,
  type SystemRoleKey,
  systemRoleGrants,
  systemRoleKeys,
} from '@k12/contracts';
import { newId } from '@k12/db';
import { type ASchool, actorOf, aSchool } from '../test/a-school.ts';
import { signedIn, type TestActor } from '../test/test-server.ts';

const unlimited = JSON.stringify(Object.fromEntries(rateClasses.map((name) => [name, 100_000])));

/** A school whose limits no test of every endpoint can meet. */
export function aWorld(): Promise<ASchool> {
  return aSchool({ RATE_LIMITS: unlimited });
}

export type Roles = Record<SystemRoleKey, TestActor>;

export function rolesOf(world: ASchool): Roles {
  const { districtAdmin, admin, lead, teacher, student, guardian } = world;
  return { district_admin: districtAdmin, admin, curriculum_lead: lead, teacher, student, guardian };
}

export async function rolesOfOtherTenant(world: ASchool): Promise<Roles> {
  const people = systemRoleKeys.map(async (role) => {
    const school_ids = role === 'district_admin' ? [] : [world.otherTenantSchool.id];
    return [role, await actorOf(world.server, world.otherTenant, { role, school_ids })] as const;
  });
  return Object.fromEntries(await Promise.all(people)) as Roles;
}

/** In a district: marks that need a tenant setting or a single-school tenant do not hold. */
export function roleHolds(role: SystemRoleKey, endpoint: EndpointDeclaration): boolean {
  if (endpoint.permission === 'public' || endpoint.permission === 'signed_in') return true;
  return systemRoleGrants[role].some(
    (grant) => grant.capability === endpoint.permission && isHeld(role, grant),
  );
}

/** Only the district admin of the tests is assigned to the whole tenant; the others hold no right of that reach. */
export function isHeld(role: SystemRoleKey, grant: RoleGrant): boolean {
  if (grant.optional || grant.single_school_tenant_only) return false;
  return role === 'district_admin' || grant.reaches.some((reach) => reach !== 'tenant');
}

export function someRoleFor(endpoint: EndpointDeclaration): SystemRoleKey | undefined {
  return systemRoleKeys.find((role) => roleHolds(role, endpoint));
}

/** The same person with a session of its own, for calls that may end it. */
export async function withOwnSession(actor: TestActor): Promise<TestActor> {
  return actor.person ? signedIn(actor.server, actor.person) : actor;
}

export function isGuarded({ permission }: EndpointDeclaration): boolean {
  return permission !== 'public';
}

export function isCapability(permission: EndpointDeclaration['permission']): permission is Capability {
  return permission !== 'public' && permission !== 'signed_in' && permission !== 'platform';
}

/** Test titles need the endpoint's name, and a stable order. */
export function named(list: readonly EndpointDeclaration[]): [string, EndpointDeclaration][] {
  return list
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as [string, EndpointDeclaration])
    .sort();
}

export function randomParams({ path }: EndpointDeclaration): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, name === 'number' ? '987654' : newId()]));
}

/** Sends an endpoint whatever the test holds, past the types. */
export function sendAny(
  actor: TestActor,
  endpoint: EndpointDeclaration,
  request: { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown },
  headers: Record<string, string> = {},
) {
  return actor.send(endpoint, request as never, headers);
}

/** Answers that are a stream have no end to wait for. */
export const finite = endpoints.filter(({ stream }) => stream !== 'events');
