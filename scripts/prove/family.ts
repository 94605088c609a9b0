// All processes that belong to one clone or one data folder: by working folder, command line or environment (Linux).
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export type Member = { pid: number; command: string };

export function familyOf(folder: string): Member[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => member(Number(name), folder) ?? []);
}

function member(pid: number, folder: string): Member | undefined {
  try {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ').trim();
    const command = read('cmdline');
    // Read last: it may be refused for processes of another user.
    const belongs = () =>
      command.includes(`${folder}/`) ||
      `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`) ||
      `${read('environ')} `.includes(`HOMEROOM_DATA_DIR=${folder} `);
    return command !== '' && belongs() ? { pid, command } : undefined;
  } catch {
    return undefined;
  }
}

/** Proportional set size: memory shared between processes is counted once, not once for each. */
export function memoryMegabytes(members: Member[]): number {
  let kilobytes = 0;
  for (const { pid } of members) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // It ended between being listed and being read.
    }
  }
  return Math.round(kilobytes / 1024);
}

export async function until(
  what: string,
  limitMs: number,
  holds: () => boolean | Promise<boolean>,
): Promise<number> {
  const from = Date.now();
  while (!(await holds())) {
    if (Date.now() - from > limitMs) throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (Date.now() - from) / 1000;
}
