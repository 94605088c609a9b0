import { setTimeout as pause } from 'node:timers/promises';
import { UnsafeDatabaseRole, verifyRole } from '@k12/db/verify-role';
import type { Platform } from './context.ts';

const againMs = 2_000;

/**
 * Ends the start of a process whose role row-level security would not hold back (IDN-113). A database that is away
 * stops no start: nothing can be served from it, and the question is asked again until it answers.
 */
export async function refuseUnsafeRole(platform: Pick<Platform, 'db' | 'log'>): Promise<void> {
  try {
    await verifyRole(platform.db.pools.app);
  } catch (error) {
    if (error instanceof UnsafeDatabaseRole) throw error;
    platform.log.warn({ err: error }, 'the role of the database could not be asked for yet');
    void pause(againMs, undefined, { ref: false }).then(() => refuseUnsafeRole(platform));
  }
}
