import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

interface TermSchools {
  school_ids: readonly string[];
}

/** A term of every school is the district's; a school admin manages terms of the own schools only. */
export function canManageTerm(actor: Actor, term: TermSchools): boolean {
  if (reachesTenant(actor, 'terms.manage')) return true;
  return (
    term.school_ids.length > 0 &&
    term.school_ids.every((school) => reachesSchool(actor, 'terms.manage', school))
  );
}

/** Terms of every school, and those of a school the person belongs to. */
export function canReadTerm(actor: Actor, term: TermSchools): boolean {
  if (term.school_ids.length === 0 || reachesTenant(actor, 'terms.read')) return true;
  return term.school_ids.some(
    (school) => actor.school_ids.includes(school) || reachesSchool(actor, 'terms.read', school),
  );
}

export function visibleSchoolsOfTerms(actor: Actor): 'all' | string[] {
  if (reachesTenant(actor, 'terms.read')) return 'all';
  return [...new Set([...actor.school_ids, ...(actor.grants.get('terms.read')?.schools ?? [])])];
}
