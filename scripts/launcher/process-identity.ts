// A process id alone proves nothing: after a crash or in a fresh container the same number belongs to somebody else.
// The start time beside it makes the pair unique, so nothing is ever ended that we did not start.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type ProcessIdentity = { pid: number; born: string };

export function identityOf(pid: number): ProcessIdentity | undefined {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornByPs(pid);
  return born ? { pid, born } : undefined;
}

export function isAlive(identity: ProcessIdentity | undefined): boolean {
  return identity !== undefined && identityOf(identity.pid)?.born === identity.born;
}

function bornOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name (second field) may itself contain spaces and brackets: count from its closing one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTicks}`;
  } catch {
    return undefined;
  }
}

function bornByPs(pid: number): string | undefined {
  if (process.platform === 'win32') return bornOnWindows(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() || undefined : undefined;
}

function bornOnWindows(pid: number): string | undefined {
  const question = `(Get-Process -Id ${pid}).StartTime.Ticks`;
  const { status, stdout } = spawnSync('powershell', ['-NoProfile', '-Command', question], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() || undefined : undefined;
}

/** Ends a process (and the group it leads) that an earlier run left behind: politely, then by force. */
export async function endProcess(identity: ProcessIdentity, patienceMs: number): Promise<void> {
  signalGroup(identity.pid, 'SIGTERM');
  if (await goneWithin(identity, patienceMs)) return;
  signalGroup(identity.pid, 'SIGKILL');
  await goneWithin(identity, 2_000);
}

export async function goneWithin(identity: ProcessIdentity, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (isAlive(identity)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group: the process leads none, or is gone already.
    }
  }
}
