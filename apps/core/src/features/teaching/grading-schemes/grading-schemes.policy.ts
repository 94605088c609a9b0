import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

interface SchemePlace {
  scope: 'tenant' | 'school' | 'course';
  /** Of the school it belongs to, or of the course it belongs to. */
  place_school_id: string | null;
}

/** Schemes are made by the admins of the place they are for. */
export function canChangeScheme(actor: Actor, { scope, place_school_id }: SchemePlace): boolean {
  if (scope === 'tenant') return reachesTenant(actor, 'terms.manage');
  return place_school_id !== null && reachesSchool(actor, 'terms.manage', place_school_id);
}

/** The staff of a school know how it grades. */
export function canSeeSchemesOf(actor: Actor, schoolId: string): boolean {
  return actor.school_ids.includes(schoolId) || reachesSchool(actor, 'academic_years.read', schoolId);
}
