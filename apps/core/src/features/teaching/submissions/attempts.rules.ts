interface Attempt {
  number: number;
  withdrawn_at: string | null;
}

/** The attempt that counts: the latest that was not taken back. */
export function latestStanding<A extends Attempt>(attempts: readonly A[]): A | undefined {
  return attempts.filter(({ withdrawn_at }) => withdrawn_at === null).at(-1);
}

/** Taking back ends with the due time; without one, with the work (TCH-59). */
export function isBindingNow(
  work: { due_at: string | null; available_until_at: string | null; assignment_state: string },
  now: string,
): boolean {
  const end = work.due_at ?? work.available_until_at;
  return work.assignment_state === 'closed' || (end !== null && Date.parse(end) < Date.parse(now));
}
