const firstMs = 1_000;
const longestMs = 60_000;

/** Twice as long after each failure, up to a minute, spread so that a school does not come back all at once. */
export function backOffMs(attempts: number, random: () => number = Math.random): number {
  const full = Math.min(firstMs * 2 ** (attempts - 1), longestMs);
  return full * (0.5 + random() / 2);
}
