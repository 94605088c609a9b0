import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const KEEP_BYTES = 5_000_000;

/** One file per service, appended over runs; a long one moves aside once, so logs never fill the disk. */
export function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = logFile(folder, name);
  if (existsSync(file) && statSync(file).size > KEEP_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

export function logFile(folder: string, name: string): string {
  return path.join(folder, `${name}.log`);
}

/** Without the stack frames: what went wrong stands above them. */
export function logTail(file: string, lines = 15): string {
  try {
    const said = readFileSync(file, 'utf8').trimEnd().split('\n');
    return said
      .filter((line) => !/^\s+at /.test(line))
      .slice(-lines)
      .join('\n');
  } catch {
    return '';
  }
}
