export interface Successor {
  user_id: string;
  school_id: string | null;
  role: string;
}

const order = ['curriculum_lead', 'admin', 'district_admin'];

/** The person listed to manage the plan, else the school's curriculum lead, its admin, or the district's (PLN-18). */
export function successorFor(
  plan: { school_id: string | null },
  managerId: string | undefined,
  candidates: readonly Successor[],
): string | null {
  if (managerId) return managerId;
  for (const role of order) {
    const found = candidates.find(
      (candidate) =>
        candidate.role === role && (candidate.school_id === null || candidate.school_id === plan.school_id),
    );
    if (found) return found.user_id;
  }
  return null;
}

const levels = ['view', 'comment', 'edit', 'manage'] as const;
type Access = (typeof levels)[number];

interface Given {
  user_id: string | null;
  planning_context_id: string | null;
  access: Access;
}

/** What was given and what is added, the higher right of each person and team. */
export function withAdded(given: readonly Given[], added: readonly Given[]): Given[] {
  const all = new Map<string, Given>();
  for (const one of [...given, ...added]) {
    const key = one.user_id ?? one.planning_context_id ?? '';
    const known = all.get(key);
    if (!known || levels.indexOf(one.access) > levels.indexOf(known.access)) all.set(key, one);
  }
  return [...all.values()];
}
