/** Which modules wait for which: from a module to those that are to be done first. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>;

/**
 * The way from a module back to itself, beginning and ending with it, or null. Everything else is known to be free of
 * loops, so only those through this module are looked for (TCH-21).
 */
export function findLoop(prerequisites: Prerequisites, start: string): string[] | null {
  const seen = new Set<string>();
  const ways: string[][] = [[start]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) as string;
    for (const next of prerequisites.get(last) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/** The same ids, each once, in whatever order (TCH-18). */
export function isSameSet(given: readonly string[], present: readonly string[]): boolean {
  const ids = new Set(given);
  return ids.size === given.length && given.length === present.length && present.every((id) => ids.has(id));
}
