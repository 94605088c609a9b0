import { type Actor, reachesSchool } from '../../../platform/auth/actor.ts';

/** Days of a school are read by everybody who belongs to it or reads its terms. */
export function canReadDays(actor: Actor, schoolId: string): boolean {
  return reachesSchool(actor, 'terms.read', schoolId) || actor.school_ids.includes(schoolId);
}

export function canManageDays(actor: Actor, schoolId: string): boolean {
  return reachesSchool(actor, 'terms.manage', schoolId);
}
