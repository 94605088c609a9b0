import { type Actor, holds, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

const manage = 'planner_packs.manage';

/** A school's pack is managed where the right reaches that school, the tenant's where it reaches the tenant. */
export function canManagePack(actor: Actor, schoolId: string | null): boolean {
  return schoolId === null ? reachesTenant(actor, manage) : reachesSchool(actor, manage, schoolId);
}

export function canCopyPacks(actor: Actor): boolean {
  return holds(actor, manage);
}

/** A school's pack is for that school; the others may be assigned anywhere. */
export function fitsTarget(pack: { school_id: string | null }, targetSchoolId: string | null): boolean {
  return pack.school_id === null || pack.school_id === targetSchoolId;
}

/** Whoever works in one school only makes packs of that school. */
export function homeOfNewPack(actor: Actor): string | null {
  if (reachesTenant(actor, manage)) return null;
  const [first] = actor.grants.get(manage)?.schools ?? [];
  return first ?? null;
}
