// One launcher per data folder. A lock whose owner no longer lives is stale and is taken over (OPS-134).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

export type LockState = { state: 'free' } | { state: 'stale' } | { state: 'held'; owner: ProcessIdentity };

export function inspectLock(file: string): LockState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { state: 'free' };
  }
  const owner = parseOwner(text);
  return owner && isAlive(owner) ? { state: 'held', owner } : { state: 'stale' };
}

/** Returns the release function, or undefined when a living launcher holds the lock. */
export function acquireLock(file: string): (() => void) | undefined {
  const me = identityOf(process.pid);
  if (!me) throw new Error('The start time of this process cannot be read, so the folder cannot be locked.');
  mkdirSync(path.dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
      return () => releaseLock(file, me);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (inspectLock(file).state === 'held') return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

function releaseLock(file: string, me: ProcessIdentity): void {
  const state = inspectLock(file);
  if (state.state === 'held' && state.owner.pid === me.pid) rmSync(file, { force: true });
}

function parseOwner(text: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof value.pid === 'number' && typeof value.born === 'string'
      ? (value as ProcessIdentity)
      : undefined;
  } catch {
    return undefined;
  }
}
