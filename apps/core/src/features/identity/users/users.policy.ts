import type { Capability } from '@k12/contracts';
import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

/** Whom somebody may see: the columns of users.read, brought down to schools and ids (IDN-42). */
export interface ReadReach {
  everyone: boolean;
  school_ids: string[];
  /** Teachers see the staff of their schools and the students of their courses. */
  all_staff: boolean;
  staff_school_ids: string[];
  own_id: string | null;
  linked_ids: string[];
}

/** What the policy needs to know of a person. */
export interface PersonPlace {
  id: string;
  is_staff: boolean;
  /** Holds a staff role in the whole tenant. */
  is_tenant_staff: boolean;
  /** Schools of today, for a guardian those of the linked students. */
  school_ids: string[];
  /** The same and former schools, whose admins still read the work done there (IDN-08). */
  known_school_ids: string[];
}

interface WideAssignment {
  scope: string;
  school_id: string | null;
}

/** `wide` are the actor's assignments that reach everybody of a school, as a teacher's do not. */
export function readReach(
  actor: Actor,
  wide: readonly WideAssignment[] | 'all',
  linkedIds: string[],
): ReadReach {
  const grant = actor.grants.get('users.read');
  const granted = [...(grant?.schools ?? [])];
  const isTenantWide = actor.kind === 'system' || grant?.tenant === true;
  const everyone = isTenantWide && (wide === 'all' || wide.some(({ scope }) => scope === 'tenant'));
  const isWide = (school: string) => wide === 'all' || wide.some(({ school_id }) => school_id === school);
  return {
    everyone,
    school_ids: granted.filter(isWide),
    all_staff: isTenantWide && !everyone,
    staff_school_ids: granted.filter((school) => !isWide(school)),
    own_id: actor.user_id,
    linked_ids: linkedIds,
  };
}

export function canReadUser(reach: ReadReach, person: PersonPlace): boolean {
  if (reach.everyone || person.id === reach.own_id || reach.linked_ids.includes(person.id)) return true;
  if (person.known_school_ids.some((school) => reach.school_ids.includes(school))) return true;
  if (!person.is_staff) return false;
  return reach.all_staff || person.known_school_ids.some((school) => reach.staff_school_ids.includes(school));
}

/** E-mail, numbers and names to sign in with: admins of a present school, and the person. */
export function canReadContact(actor: Actor, person: PersonPlace): boolean {
  return person.id === actor.user_id || reaches(actor, 'users.read_contact', person);
}

export function canReadRestricted(actor: Actor, person: PersonPlace): boolean {
  return reaches(actor, 'users.read_restricted', person);
}

/** A school's admin does not act on somebody who holds a staff role in the whole tenant (IDN-45). */
export function canManageUser(actor: Actor, capability: Capability, person: PersonPlace): boolean {
  if (person.is_tenant_staff && !reachesTenant(actor, capability)) return false;
  return reaches(actor, capability, person);
}

function reaches(actor: Actor, capability: Capability, person: PersonPlace): boolean {
  if (reachesTenant(actor, capability)) return true;
  return person.school_ids.some((school) => reachesSchool(actor, capability, school));
}

export function canCreateUser(actor: Actor, schoolId: string | null): boolean {
  return schoolId === null
    ? reachesTenant(actor, 'users.create')
    : reachesSchool(actor, 'users.create', schoolId);
}

export function canUpdateSchoolOf(actor: Actor, schoolId: string): boolean {
  return reachesSchool(actor, 'users.update', schoolId);
}
