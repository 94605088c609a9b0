const lists = ['to_decide', 'mine', 'all'] as const;

/** Which requests the address asks for. */
export function readApprovalsView(params: Record<string, string | string[] | undefined>) {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const of = lists.find((list) => list === one('of'));
  const query: Record<string, string> = {};
  if (of) query.of = of;
  for (const name of ['subject', 'grade_level', 'state', 'step']) {
    const value = one(name);
    if (value) query[name] = value;
  }
  return { query, open: one('open') ?? null, of: of ?? 'to_decide' };
}
