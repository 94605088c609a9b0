import type { Capability } from '@k12/contracts';
import type { PlanKind, PlanVerb } from '@k12/contracts/planning/plan-families';
import {
  type Actor,
  holds,
  reachesSchool,
  reachesTenant,
  schoolsInReach,
} from '../../../platform/auth/actor.ts';
import { capabilityOf } from './plans.rules.ts';

export { capabilityOf };

/** What one person may do with one plan. Whoever may not read it is told that there is none (PLN-172). */
export interface PlanAccess {
  read: boolean;
  comment: boolean;
  edit: boolean;
  manage: boolean;
  publish: boolean;
  approve: boolean;
}

export const sharedLevels = { none: 0, view: 1, comment: 2, edit: 3, manage: 4 } as const;

export interface PlanFacts {
  kind: PlanKind;
  owner_id: string;
  home: 'personal' | 'team' | 'school' | 'district';
  school_id: string | null;
  /** The highest right this person was given, alone or with a team, as a number of `sharedLevels`. */
  shared_level: number;
  /** Belongs to the team whose plan this is. */
  is_team_member: boolean;
}

export function planAccess(actor: Actor, plan: PlanFacts): PlanAccess {
  const level = levelOf(actor, plan);
  const read = may(actor, plan.kind, 'read') && (level >= sharedLevels.view || isShownToStaff(actor, plan));
  const edit = read && level >= sharedLevels.edit && may(actor, plan.kind, 'update');
  return {
    read,
    comment: read && level >= sharedLevels.comment,
    edit,
    manage: edit && level >= sharedLevels.manage,
    publish: edit && may(actor, plan.kind, 'publish'),
    approve: read && reaches(actor, approveCapability(plan.kind), plan.school_id),
  };
}

/** A lesson added to a unit, a unit of one's own: the capability at any reach will do. */
export function may(actor: Actor, kind: PlanKind, verb: PlanVerb): boolean {
  return actor.kind === 'system' || holds(actor, capabilityOf(kind, verb));
}

/** One's own plans are for a school one belongs to; the library of the district takes a right of that reach. */
export function canPlaceIn(
  actor: Actor,
  kind: PlanKind,
  place: { home: PlanFacts['home']; school_id: string | null },
): boolean {
  if (isOutsideLimit(actor, place.school_id)) return false;
  if (place.home === 'district') return reachesTenant(actor, capabilityOf(kind, 'create'));
  if (place.school_id === null) return may(actor, kind, 'create');
  return (
    actor.school_ids.includes(place.school_id) ||
    reachesSchool(actor, capabilityOf(kind, 'create'), place.school_id)
  );
}

/** The same rule for lists: what a condition in SQL needs to know. */
export interface PlanReach {
  user_id: string | null;
  /** Schools whose every plan the person may change, personal ones too. */
  managed_schools: 'all' | string[];
  /** Schools whose shared plans the person may read. */
  shown_schools: 'all' | string[];
  school_limit: string[] | null;
}

/** Null when nothing of this kind may be read. */
export function planReach(actor: Actor, kind: PlanKind): PlanReach | null {
  if (!may(actor, kind, 'read')) return null;
  return {
    user_id: actor.user_id,
    managed_schools: schoolsInReach(actor, capabilityOf(kind, 'update')),
    shown_schools: schoolsInReach(actor, capabilityOf(kind, 'read')),
    school_limit: actor.school_limit,
  };
}

function levelOf(actor: Actor, plan: PlanFacts): number {
  if (isOutsideLimit(actor, plan.school_id)) return sharedLevels.none;
  if (plan.owner_id === actor.user_id) return sharedLevels.manage;
  if (reaches(actor, capabilityOf(plan.kind, 'update'), plan.school_id)) return sharedLevels.manage;
  return Math.max(plan.shared_level, plan.is_team_member ? sharedLevels.edit : sharedLevels.none);
}

/** A school's plans are for its staff, the district's for everybody who plans. */
function isShownToStaff(actor: Actor, plan: PlanFacts): boolean {
  if (plan.home === 'district') return true;
  return plan.home === 'school' && reaches(actor, capabilityOf(plan.kind, 'read'), plan.school_id);
}

function reaches(actor: Actor, capability: Capability, schoolId: string | null): boolean {
  if (schoolId === null) return reachesTenant(actor, capability);
  return reachesSchool(actor, capability, schoolId);
}

function isOutsideLimit(actor: Actor, schoolId: string | null): boolean {
  return schoolId !== null && actor.school_limit !== null && !actor.school_limit.includes(schoolId);
}

/** Templates have no approval of their own: who publishes for the school decides. */
export function approveCapability(kind: PlanKind): Capability {
  if (kind === 'template') return 'templates.publish';
  return kind === 'lesson' ? 'lesson_plans.approve' : 'unit_plans.approve';
}
