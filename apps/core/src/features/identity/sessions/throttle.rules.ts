const freeAttempts = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;
const attemptsPerHour = 50;
const hourMilliseconds = 3_600_000;

export interface Attempts {
  failures: number;
  first_failed_at: string;
  last_failed_at: string;
  blocked_until_at: string | null;
}

/** IDN-70: after five wrong guesses from one device, 30 seconds, doubling to 15 minutes. */
export function waitSeconds(failures: number): number {
  if (failures < freeAttempts) return 0;
  return Math.min(firstWaitSeconds * 2 ** (failures - freeAttempts), longestWaitSeconds);
}

/** One more attempt from one device; an hour without any forgets the former ones. */
export function nextOfDevice(before: Attempts | undefined, now: Date): Attempts {
  const isOld = !before || now.getTime() - new Date(before.last_failed_at).getTime() > hourMilliseconds;
  const failures = (isOld ? 0 : before.failures) + 1;
  const wait = waitSeconds(failures);
  return {
    failures,
    first_failed_at: isOld ? now.toISOString() : before.first_failed_at,
    last_failed_at: now.toISOString(),
    blocked_until_at: wait > 0 ? new Date(now.getTime() + wait * 1000).toISOString() : null,
  };
}

/** One more attempt from anywhere: fifty wrong ones in an hour close the account to everybody until it is over. */
export function nextOfAccount(before: Attempts | undefined, now: Date): Attempts {
  const isOld = !before || now.getTime() - new Date(before.first_failed_at).getTime() > hourMilliseconds;
  const failures = (isOld ? 0 : before.failures) + 1;
  const first = isOld ? now.toISOString() : before.first_failed_at;
  const hourEnds = new Date(new Date(first).getTime() + hourMilliseconds).toISOString();
  return {
    failures,
    first_failed_at: first,
    last_failed_at: now.toISOString(),
    blocked_until_at: failures >= attemptsPerHour ? hourEnds : null,
  };
}

export function secondsLeft(attempts: Attempts | undefined, now: Date): number {
  if (!attempts?.blocked_until_at) return 0;
  return Math.max(0, Math.ceil((new Date(attempts.blocked_until_at).getTime() - now.getTime()) / 1000));
}
