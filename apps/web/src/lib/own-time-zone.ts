import type { Me } from '@k12/contracts/identity/me';

/**
 * The clocks a person reads: those they chose, else those of their schools where these agree, else those of the
 * organisation. A district may reach further than one zone (IDN-06).
 */
export function ownTimeZone(me: Pick<Me, 'user' | 'schools' | 'tenant'>): string {
  return me.user.time_zone ?? zoneOfSchools(me);
}

export function zoneOfSchools({ schools, tenant }: Pick<Me, 'schools' | 'tenant'>): string {
  const [zone, ...others] = new Set(schools.map((school) => school.time_zone));
  return zone && others.length === 0 ? zone : tenant.time_zone;
}
