import { type Actor, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

interface SchoolRow {
  id: string;
  state: string;
}

/** A school is visible to whoever belongs to it or reaches it with schools.read. */
export function canReadSchool(actor: Actor, school: SchoolRow): boolean {
  return reachesSchool(actor, 'schools.read', school.id) || actor.school_ids.includes(school.id);
}

/** Archived schools are read-only until they are restored. */
export function canUpdateSchool(actor: Actor, school: SchoolRow): boolean {
  return school.state === 'active' && reachesSchool(actor, 'schools.update', school.id);
}

export function canCreateSchool(actor: Actor): boolean {
  return reachesTenant(actor, 'schools.create');
}

export function canArchiveSchool(actor: Actor, school: SchoolRow): boolean {
  return school.state === 'active' && reachesTenant(actor, 'schools.archive');
}

export function canRestoreSchool(actor: Actor, school: SchoolRow): boolean {
  return school.state === 'archived' && reachesTenant(actor, 'schools.archive');
}

/** The schools a list may show: all of the tenant, or the ones in reach (IDN-42). */
export function visibleSchools(actor: Actor): 'all' | string[] {
  if (reachesTenant(actor, 'schools.read')) return 'all';
  return [...new Set([...actor.school_ids, ...(actor.grants.get('schools.read')?.schools ?? [])])];
}
