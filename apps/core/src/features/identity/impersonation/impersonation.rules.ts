import type { Capability } from '@k12/contracts';
import type { Actor, Grant } from '../../../platform/auth/actor.ts';

/** Rights in an office: over other people's records. Own work, courses and children do not count (IDN-96). */
function isOffice(grant: Grant): boolean {
  return grant.tenant || grant.schools.size > 0;
}

/** The target may hold nothing that the actor does not; where it reaches is bounded afterwards. */
export function capabilitiesLacked(actor: Actor, target: Actor): Capability[] {
  return [...target.grants].flatMap(([capability, grant]) => {
    if (!isOffice(grant)) return [];
    const own = actor.grants.get(capability);
    return own && isOffice(own) ? [] : capability;
  });
}

/** The schools a school admin's view is bound to; null for somebody who reaches the whole tenant. */
export function boundSchools(actor: Actor): string[] | null {
  const grant = actor.grants.get('users.impersonate');
  return !grant || grant.tenant ? null : [...grant.schools];
}

/** The same rights in these schools only. */
export function limitToSchools(
  grants: ReadonlyMap<Capability, Grant>,
  schoolIds: readonly string[],
): Map<Capability, Grant> {
  return new Map(
    [...grants].map(([capability, grant]) => {
      const inside = grant.tenant ? schoolIds : schoolIds.filter((id) => grant.schools.has(id));
      return [capability, { ...grant, tenant: false, schools: new Set(inside) }];
    }),
  );
}
