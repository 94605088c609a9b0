import type { ResourceVisibility } from '@k12/contracts/planning/resource-records';
import {
  type Actor,
  holds,
  reachesSchool,
  reachesTenant,
  schoolsInReach,
} from '../../../platform/auth/actor.ts';

/** What one person may do with one resource. Whoever may not read it is told that there is none. */
export interface ResourceAccess {
  read: boolean;
  update: boolean;
  share: boolean;
  delete: boolean;
}

export interface ResourceFacts {
  owner_id: string;
  visibility: ResourceVisibility;
  school_id: string | null;
  /** Belongs to the team that the resource is open to. */
  is_team_member: boolean;
}

/** Students reach resources through their courses only; the library is for staff (PLN-173). */
export function isLibraryStaff(actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  const grant = actor.grants.get('resources.read');
  return grant !== undefined && (grant.tenant || grant.schools.size > 0);
}

export function resourceAccess(actor: Actor, resource: ResourceFacts): ResourceAccess {
  const isIn = isLibraryStaff(actor) && !isOutsideLimit(actor, resource.school_id);
  const isOwner = resource.owner_id === actor.user_id;
  const looksAfter = isIn && (isOwner || isLookedAfterBy(actor, resource));
  return {
    read: isIn && (isOwner || isOpenTo(actor, resource)),
    update: looksAfter && may(actor, 'resources.update'),
    share: looksAfter && may(actor, 'resources.update'),
    delete: looksAfter && may(actor, 'resources.delete'),
  };
}

/** The same rule for lists: what a condition in SQL needs to know. */
export interface ResourceReach {
  user_id: string | null;
  /** Schools whose resources the person may open. */
  schools: 'all' | string[];
  school_limit: string[] | null;
}

export function resourceReach(actor: Actor): ResourceReach {
  return {
    user_id: actor.user_id,
    schools: schoolsInReach(actor, 'resources.read'),
    school_limit: actor.school_limit,
  };
}

/** Renaming and merging tags touches what belongs to others (PLN-129). */
export function canRenameTags(actor: Actor): boolean {
  const schools = schoolsInReach(actor, 'resources.update');
  return schools === 'all' || schools.length > 0;
}

/** Whoever may open things to a team, a school or the tenant must be of it. */
export function canOpenTo(
  actor: Actor,
  given: { visibility: ResourceVisibility; school_id: string | null; is_team_member: boolean },
): boolean {
  if (given.visibility === 'private') return true;
  if (given.visibility === 'team') return given.is_team_member || reachesTenant(actor, 'resources.update');
  if (given.visibility === 'tenant') return isLibraryStaff(actor);
  return reaches(actor, 'resources.read', given.school_id);
}

function isOpenTo(actor: Actor, { visibility, school_id, is_team_member }: ResourceFacts): boolean {
  if (visibility === 'tenant') return true;
  if (visibility === 'team') return is_team_member || reaches(actor, 'resources.update', school_id);
  return visibility === 'school' && reaches(actor, 'resources.read', school_id);
}

/** Leads and admins look after what is shared in their schools; what is private stays with its owner. */
function isLookedAfterBy(actor: Actor, { visibility, school_id }: ResourceFacts): boolean {
  return visibility !== 'private' && reaches(actor, 'resources.update', school_id);
}

function may(actor: Actor, capability: 'resources.update' | 'resources.delete'): boolean {
  return actor.kind === 'system' || holds(actor, capability);
}

function reaches(actor: Actor, capability: 'resources.read' | 'resources.update', schoolId: string | null) {
  return schoolId === null ? reachesTenant(actor, capability) : reachesSchool(actor, capability, schoolId);
}

function isOutsideLimit(actor: Actor, schoolId: string | null): boolean {
  return schoolId !== null && actor.school_limit !== null && !actor.school_limit.includes(schoolId);
}
