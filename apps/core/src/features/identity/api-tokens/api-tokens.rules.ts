import type { Capability } from '@k12/contracts';
import type { Actor, Grant } from '../../../platform/auth/actor.ts';

const adoptionDays = 14;

/** When a token ends: its own date, or 14 days after a service account lost one of its owners (IDN-89). */
export function stopsAt(token: { expires_at: string; owner_left_at: string | null }): string {
  if (!token.owner_left_at) return token.expires_at;
  const adoptionEnds = new Date(token.owner_left_at).getTime() + adoptionDays * 86_400_000;
  return new Date(Math.min(adoptionEnds, new Date(token.expires_at).getTime())).toISOString();
}

/** IDN-88: scopes, school limit and the owner's present rights; nothing that one of them lacks. */
export function limitGrants(
  owner: Pick<Actor, 'grants'>,
  scopes: readonly string[],
  schoolId: string | null,
): Map<Capability, Grant> {
  const chosen = [...owner.grants].filter(([capability]) => scopes.includes(capability));
  if (!schoolId) return new Map(chosen);
  return new Map(
    chosen.map(([capability, grant]) => {
      const reaches = grant.tenant || grant.schools.has(schoolId);
      return [capability, { ...grant, tenant: false, schools: new Set(reaches ? [schoolId] : []) }];
    }),
  );
}
