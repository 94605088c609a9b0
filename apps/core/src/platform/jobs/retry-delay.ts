/** Seven pauses, doubling, that with the jitter below last about six hours in all (OPS-95). */
export const defaultTries = 8;
export const defaultFirstRetrySeconds = 110;

/**
 * Seconds before the next try. `failures` is how often the job has failed, at least 1. The jitter takes up to
 * half of the pause away, so that jobs which failed together do not come back together.
 */
export function retryDelaySeconds(
  failures: number,
  firstSeconds = defaultFirstRetrySeconds,
  random = Math.random(),
) {
  const full = firstSeconds * 2 ** Math.min(failures, 16);
  return Math.round(full * (0.5 + random / 2));
}
