import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../../platform/errors.ts';

/** IDN-66: at least 19 MiB, two passes, one lane. The parameters travel inside the hash. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing runs on libuv's threads; more than this in line would only make everybody wait longer. */
const queueLimit = 400;
let waiting = 0;

export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password.normalize('NFKC'), parameters));
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return bounded(() => verify(stored, password.normalize('NFKC')));
}

/** True when the parameters have been raised since this hash was made. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.includes(`m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}`);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown name answers no faster than a wrong password (IDN-57). */
export async function verifyAgainstNobody(password: string): Promise<false> {
  decoy ??= hash('nobody has this password', parameters);
  await verifyPassword(await decoy, password);
  return false;
}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= queueLimit) throw new Problem('unavailable', { retry_after: 2 });
  waiting += 1;
  try {
    return await work();
  } finally {
    waiting -= 1;
  }
}
