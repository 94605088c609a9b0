import type { Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './throttle.queries.ts';
import { nextOfAccount, nextOfDevice, secondsLeft } from './throttle.rules.ts';

/** The row that sums up all devices of an account. */
const everyDevice = Buffer.alloc(0);

export interface Attempt {
  /** Of the identifier typed, known or not, or of the person who confirms something. */
  account_hash: Buffer;
  device_hash: Buffer;
}

/**
 * Counts an attempt before it is judged, so that a hundred guesses sent at once get no more tries than a hundred
 * in a row (IDN-70). `attemptSucceeded` takes it back.
 */
export async function countAttempt(platform: Platform, attempt: Attempt): Promise<void> {
  const now = platform.clock.now();
  const sum = { account_hash: attempt.account_hash, device_hash: everyDevice };
  const wait = await queries.inTransaction(platform.db, async (tx) => {
    const [ofAccount, ofDevice] = await queries.lockAttempts(tx, [sum, attempt], now.toISOString());
    const seconds = Math.max(secondsLeft(ofAccount, now), secondsLeft(ofDevice, now));
    if (seconds > 0) return seconds;
    await queries.updateAttempts(tx, [
      { ...sum, ...nextOfAccount(ofAccount, now) },
      { ...attempt, ...nextOfDevice(ofDevice, now) },
    ]);
    return 0;
  });
  if (wait > 0) throw new Problem('sign_in.wait', { retry_after: wait });
}

export async function attemptSucceeded(platform: Platform, attempt: Attempt): Promise<void> {
  await queries.forgiveAttempts(platform.db, attempt, everyDevice);
}
