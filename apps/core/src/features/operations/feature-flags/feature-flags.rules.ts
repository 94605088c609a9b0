interface FlagState {
  expires_on: string | null;
  full_since_at: string | null;
}

const fullDaysBeforeCleanUp = 30;

/** OPS-113: a flag whose question is settled only makes the code harder to read. */
export function needsCleanUp({ expires_on, full_since_at }: FlagState, now: Date): boolean {
  if (expires_on !== null && expires_on < now.toISOString().slice(0, 10)) return true;
  if (full_since_at === null) return false;
  return now.getTime() - new Date(full_since_at).getTime() >= fullDaysBeforeCleanUp * 86_400_000;
}

/** Since when everybody has it: kept while it stays so, forgotten when it no longer is. */
export function fullSince(
  flag: { enabled: boolean | null; rollout_percent: number | null; roles: string[] },
  before: string | null,
  now: string,
): string | null {
  const isFull = (flag.rollout_percent === 100 && flag.roles.length === 0) || flag.enabled === true;
  return isFull ? (before ?? now) : null;
}
