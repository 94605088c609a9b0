const firstMs = 1_000;
const longestMs = 30_000;

/** Twice as long after each failure, up to half a minute, spread so that a school does not come back all at once. */
export function backOffMs(failures: number, random: () => number = Math.random): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs) * (0.5 + random() / 2);
}
