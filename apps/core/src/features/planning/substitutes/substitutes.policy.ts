import { type Actor, reachesSchool } from '../../../platform/auth/actor.ts';

interface SubstitutionPlace {
  school_id: string;
  teacher_id: string;
  substitute_id: string | null;
}

/** A teacher for their own lessons; leads and admins for whoever is away. They see it also when it is over. */
export function canArrangeFor(
  actor: Actor,
  { school_id, teacher_id }: Omit<SubstitutionPlace, 'substitute_id'>,
): boolean {
  if (!worksAt(actor, school_id)) return false;
  return teacher_id === actor.user_id || reachesSchool(actor, 'lesson_plans.update', school_id);
}

/** The person named; where nobody is, everybody who teaches at the school. Both only while they belong to it. */
export function isSubstituteIn(actor: Actor, { school_id, substitute_id }: SubstitutionPlace): boolean {
  return worksAt(actor, school_id) && (substitute_id === null || substitute_id === actor.user_id);
}

function worksAt(actor: Actor, schoolId: string): boolean {
  const isInside = actor.school_limit === null || actor.school_limit.includes(schoolId);
  return isInside && reachesSchool(actor, 'lesson_plans.read', schoolId);
}
