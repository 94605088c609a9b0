// All processes that belong to one clone, found by their working folder or their command line (Linux).
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export type Member = { pid: number; command: string };

export function familyOf(folder: string): Member[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => member(Number(name), folder) ?? []);
}

function member(pid: number, folder: string): Member | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const inside = readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    return inside || command.includes(`${folder}/`) ? { pid, command } : undefined;
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
