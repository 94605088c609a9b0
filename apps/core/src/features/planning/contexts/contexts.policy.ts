import type { ContextKind } from '@k12/contracts/planning/contexts';
import { type Actor, holds, reachesSchool } from '../../../platform/auth/actor.ts';

interface ContextPlace {
  school_id: string;
  kind: ContextKind;
}

/** Everybody who plans at the school knows its teams; what they plan is another matter. */
export function canReadContext(actor: Actor, { school_id }: Pick<ContextPlace, 'school_id'>): boolean {
  return isInside(actor, school_id) && reachesSchool(actor, 'unit_plans.read', school_id);
}

/** Teachers begin teams of their own; what speaks for the school is for those who lead it. */
export function canCreateContext(actor: Actor, { school_id, kind }: ContextPlace): boolean {
  if (!canReadContext(actor, { school_id })) return false;
  if (reachesSchool(actor, 'unit_plans.update', school_id)) return true;
  return holds(actor, 'unit_plans.create') && !isOfSchool(kind);
}

export function canChangeContext(
  actor: Actor,
  context: ContextPlace & { created_by: string; is_member: boolean },
): boolean {
  if (!canReadContext(actor, context)) return false;
  if (reachesSchool(actor, 'unit_plans.update', context.school_id)) return true;
  const isOwn = context.created_by === actor.user_id && context.is_member;
  return isOwn && !isOfSchool(context.kind) && holds(actor, 'unit_plans.update');
}

function isOfSchool(kind: ContextKind): boolean {
  return kind === 'programme' || kind === 'school_wide';
}

function isInside(actor: Actor, schoolId: string): boolean {
  return actor.school_limit === null || actor.school_limit.includes(schoolId);
}
