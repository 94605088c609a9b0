import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import { type AdultBasis, hasLawfulBasis, isAdult } from './linked-students.rules.ts';

interface LinkOfStudent extends AdultBasis {
  student_id: string;
  birth_on: string | null;
}

export interface LinkPlace {
  guardian_id: string;
  student_id: string;
  state: string;
  may_access_records: boolean;
  /** Schools of the student, today and before. */
  school_ids: string[];
}

/** The links a list may show: by schools of the student, or the caller's own as guardian or student (IDN-42). */
export interface LinkReach {
  everyone: boolean;
  school_ids: string[];
  own_id: string | null;
}

export function linkReach(actor: Actor): LinkReach {
  const grant = actor.grants.get('guardian_links.read');
  return {
    everyone: reachesTenant(actor, 'guardian_links.read'),
    school_ids: [...(grant?.schools ?? [])],
    own_id: grant?.own ? actor.user_id : null,
  };
}

/** A restricted link, or one without access, is not there for its guardian and its student (IDN-54). */
export function canReadLink(actor: Actor, link: LinkPlace): boolean {
  const reach = linkReach(actor);
  if (reach.everyone || link.school_ids.some((school) => reach.school_ids.includes(school))) return true;
  if (link.state === 'restricted' || reach.own_id === null) return false;
  if (link.student_id === reach.own_id) return true;
  return link.guardian_id === reach.own_id && link.may_access_records;
}

export function canManageLink(actor: Actor, link: Pick<LinkPlace, 'school_ids'>): boolean {
  return reachesSome(actor, 'guardian_links.manage', link.school_ids);
}

export function canInviteFor(actor: Actor, student: { school_ids: string[] }): boolean {
  return reachesSome(actor, 'guardian_links.invite', student.school_ids);
}

/** A student of age speaks for themselves, except where the school has recorded why a guardian goes on (IDN-55). */
export function canConsent(actor: Actor, link: LinkOfStudent, today: string): boolean {
  return link.student_id === actor.user_id && isAdult(link.birth_on, today) && !hasLawfulBasis(link, today);
}

/** Students neither make nor approve links, whatever else they may hold (IDN-52). */
export function canRedeem(actor: Actor): boolean {
  return actor.user_id !== null && !actor.roles.includes('student');
}

function reachesSome(
  actor: Actor,
  capability: 'guardian_links.manage' | 'guardian_links.invite',
  schoolIds: readonly string[],
): boolean {
  if (reachesTenant(actor, capability)) return true;
  return schoolIds.some((school) => reachesSchool(actor, capability, school));
}
