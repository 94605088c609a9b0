// What a launcher that died without a word may have left behind. Only processes whose start time still matches the
// record are ended; the database looks after itself (its watchdog ended it, or the next start takes it over).
import { endProcess, isAlive } from './process-identity.ts';
import { forgetRunning, readRunning } from './running.ts';

export async function endLeftovers(runningFile: string): Promise<string[]> {
  const record = readRunning(runningFile);
  if (!record) return [];
  const left = Object.entries(record.processes).filter(
    ([name, identity]) => name !== 'postgres' && name !== 'launcher' && isAlive(identity),
  );
  await Promise.all(left.map(([, identity]) => endProcess(identity, 5_000)));
  forgetRunning(runningFile);
  return left.map(([name]) => name);
}
