import { type Actor, reachesTenant, schoolsInReach } from '../../../platform/auth/actor.ts';

/** School admins see what concerns their schools; what concerns no school is for those over the tenant (PRV-125). */
export function visibleSchools(actor: Actor): 'all' | string[] {
  return schoolsInReach(actor, 'audit_log.read');
}

/** The chain runs through all schools. */
export function canVerify(actor: Actor): boolean {
  return reachesTenant(actor, 'audit_log.read');
}
