import type { TemplateLevel } from '@k12/contracts/planning/templates';
import { type Actor, holds, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

/** One's own template is one's own; a school's or the district's takes a right of that reach. */
export function canCreateTemplate(actor: Actor, level: TemplateLevel, schoolId: string | null): boolean {
  const create = 'templates.create';
  if (level === 'district') return reachesTenant(actor, create);
  if (level === 'school') return schoolId !== null && reachesSchool(actor, create, schoolId);
  return holds(actor, create) && (schoolId === null || isAtHome(actor, schoolId));
}

function isAtHome(actor: Actor, schoolId: string): boolean {
  return actor.school_ids.includes(schoolId) || reachesSchool(actor, 'templates.create', schoolId);
}
