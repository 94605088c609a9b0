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
