import { type Actor, reachesSchool, reachesTenant, schoolsInReach } from '../../../platform/auth/actor.ts';

interface FrameworkFacts {
  scope: string;
  school_id: string | null;
}

export interface VisibleFrameworks {
  /** Schools whose own frameworks and extensions are shown besides those of the district and the platform. */
  schools: 'all' | string[];
}

type Verb = 'standards.create' | 'standards.update' | 'standards.import';

/** Frameworks are for staff; students and guardians meet standards on their own work only. */
export function canBrowse(actor: Actor): boolean {
  return reachesTenant(actor, 'standards.read') || schoolsInReach(actor, 'standards.read').length > 0;
}

export function visibleFrameworks(actor: Actor): VisibleFrameworks {
  return { schools: schoolsInReach(actor, 'standards.read') };
}

export function canReadFramework(actor: Actor, framework: FrameworkFacts): boolean {
  if (!canBrowse(actor)) return false;
  return framework.school_id === null || reachesSchool(actor, 'standards.read', framework.school_id);
}

/** The platform's are nobody's to change, the district's take a right of that reach (PLN-82). */
export function canChangeFramework(actor: Actor, verb: Verb, framework: FrameworkFacts): boolean {
  if (actor.kind === 'system') return true;
  if (framework.scope === 'platform') return false;
  return reaches(actor, verb, framework.school_id);
}

/** A school may add to the district's framework, marked as its own (PLN-82). */
export function canExtendFramework(actor: Actor, framework: FrameworkFacts, schoolId: string): boolean {
  return framework.scope === 'district' && reachesSchool(actor, 'standards.create', schoolId);
}

export function canCreateFramework(actor: Actor, verb: Verb, schoolId: string | null): boolean {
  return reaches(actor, verb, schoolId);
}

function reaches(actor: Actor, verb: Verb, schoolId: string | null): boolean {
  return schoolId === null ? reachesTenant(actor, verb) : reachesSchool(actor, verb, schoolId);
}
