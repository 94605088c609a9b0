import type { ResourceVisibility } from '@k12/contracts/planning/resource-records';

interface OpenTo {
  visibility: ResourceVisibility;
  planning_context_id: string | null;
  school_id: string | null;
}

export interface PlanAudience {
  home: 'personal' | 'team' | 'school' | 'district';
  planning_context_id: string | null;
  school_id: string | null;
  /** Somebody else was let in by name. */
  is_shared: boolean;
}

const width: Record<ResourceVisibility, number> = { private: 0, team: 1, school: 2, tenant: 3 };

/** To whom a resource must be open so that all who see the plan may open it too (PLN-133). */
export function visibilityFor({ home, is_shared, school_id }: PlanAudience): ResourceVisibility {
  if (home === 'district') return 'tenant';
  if (home === 'school' || home === 'team') return home;
  if (!is_shared) return 'private';
  return school_id === null ? 'tenant' : 'school';
}

export function isNarrower(resource: OpenTo, plan: PlanAudience): boolean {
  const needed = visibilityFor(plan);
  if (width[resource.visibility] !== width[needed]) return width[resource.visibility] < width[needed];
  if (needed === 'team') return resource.planning_context_id !== plan.planning_context_id;
  return needed === 'school' && resource.school_id !== plan.school_id;
}
