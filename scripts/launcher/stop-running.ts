import { endLeftovers } from './leftovers.ts';
import { inspectLock } from './lock.ts';
import type { InstancePaths } from './paths.ts';
import { endProcess } from './process-identity.ts';

/** Ends the launcher of this data folder, which takes its services down; whatever it could not end goes after it. */
export async function stopRunning(paths: InstancePaths): Promise<boolean> {
  const lock = inspectLock(paths.lock);
  if (lock.state === 'held') await endProcess(lock.owner, 11_000);
  await endLeftovers(paths.running);
  return lock.state === 'held';
}
