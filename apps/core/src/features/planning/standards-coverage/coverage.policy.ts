import { type Actor, reachesSchool, reachesTenant, schoolsInReach } from '../../../platform/auth/actor.ts';

/** Leads and admins see every course of their schools; a teacher the own ones, and totals of the school (PLN-95). */
export interface CourseReach {
  schools: 'all' | string[];
  own_of: string | null;
}

export function coursesInReach(actor: Actor): CourseReach {
  return { schools: schoolsInReach(actor, 'unit_plans.update'), own_of: actor.user_id };
}

/** Totals of a school are shared by everybody who plans there; of the district, with whoever reaches all of it. */
export function canReadTotals(actor: Actor, schoolId: string | null): boolean {
  if (schoolId === null) return reachesTenant(actor, 'unit_plans.read');
  return reachesSchool(actor, 'unit_plans.read', schoolId) || actor.school_ids.includes(schoolId);
}
