import type { RubricScope } from '@k12/contracts/teaching/rubrics';
import { type Actor, holds, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';

const right = 'assignments.write';

export interface RubricPlace {
  scope: RubricScope;
  owner_id: string;
  /** Of the school it is shared in, or of the course it is shared in. */
  school_id: string | null;
}

/** Only owners and admins change what is shared (TCH-89). */
export function canChangeRubric(actor: Actor, rubric: RubricPlace): boolean {
  if (!holds(actor, right)) return false;
  if (rubric.owner_id === actor.user_id) return true;
  if (rubric.scope === 'mine') return false;
  if (rubric.scope === 'tenant') return reachesTenant(actor, right);
  return rubric.school_id !== null && reachesSchool(actor, right, rubric.school_id);
}

/** Sharing with a school takes working there; with all schools, a right over all of them. */
export function canShareRubric(actor: Actor, scope: RubricScope, schoolId: string | null): boolean {
  if (scope === 'tenant') return reachesTenant(actor, right);
  if (scope === 'school')
    return (
      schoolId !== null && (actor.school_ids.includes(schoolId) || reachesSchool(actor, right, schoolId))
    );
  return holds(actor, right);
}
