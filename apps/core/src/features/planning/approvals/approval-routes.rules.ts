export interface RouteScope {
  school_id: string | null;
  subject: string | null;
  pack_key: string | null;
  enabled: boolean;
}

export interface PlanPlace {
  kind: string;
  unit_plan_id: string | null;
  school_id: string | null;
  subjects: readonly string[];
  pack_key: string;
}

/**
 * The narrowest route that fits decides: school before subject before pack (PLN-45). A narrower one that is
 * switched off exempts what a wider one would ask for. Templates and lessons of a unit have no approval of their own.
 */
export function routeFor<T extends RouteScope>(routes: readonly T[], plan: PlanPlace): T | undefined {
  if (plan.kind === 'template' || plan.unit_plan_id !== null) return undefined;
  const [narrowest] = routes
    .filter((route) => fits(route, plan))
    .sort((left, right) => narrowness(right) - narrowness(left));
  return narrowest?.enabled ? narrowest : undefined;
}

function fits(route: RouteScope, plan: PlanPlace): boolean {
  const subjects = plan.subjects.map((subject) => subject.toLowerCase());
  return (
    (route.school_id === null || route.school_id === plan.school_id) &&
    (route.subject === null || subjects.includes(route.subject.toLowerCase())) &&
    (route.pack_key === null || route.pack_key === plan.pack_key)
  );
}

function narrowness(route: RouteScope): number {
  return (route.school_id ? 4 : 0) + (route.subject ? 2 : 0) + (route.pack_key ? 1 : 0);
}
