import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

function recordedPid(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A process number can belong to somebody else by now, so existing is not enough.
function isServerOf(dataFolder: string, pid: number): boolean {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return commandOf(pid).includes(dataFolder);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function untilGone(dataFolder: string, pid: number, limitMilliseconds: number): Promise<boolean> {
  const end = Date.now() + limitMilliseconds;
  while (isServerOf(dataFolder, pid)) {
    if (Date.now() > end) return false;
    await wait(20);
  }
  return true;
}

/** Ends a server whose launcher was killed; refuses when the launcher is still there. */
export async function stopLeftOver(directory: string): Promise<void> {
  const dataFolder = join(directory, 'data');
  const pid = recordedPid(join(dataFolder, 'postmaster.pid'));
  if (pid === undefined || !isServerOf(dataFolder, pid)) return;
  const launcher = recordedPid(join(directory, 'launcher.pid'));
  if (launcher !== undefined && commandOf(launcher).includes('node')) {
    throw new Error(`The database in ${directory} is already running, started by process ${launcher}.`);
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    if (await untilGone(dataFolder, pid, 5_000)) return;
  }
}

/**
 * PostgreSQL clears a lock whose process is gone, but not one whose number was given to another program since
 * (every container restart does that).
 */
export function removeStaleLock(dataFolder: string): void {
  const lock = join(dataFolder, 'postmaster.pid');
  const pid = recordedPid(lock);
  if (pid !== undefined && exists(pid) && !isServerOf(dataFolder, pid)) rmSync(lock, { force: true });
}
