import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';

const KEEP_BYTES = 10_000_000;
const LOOK_EVERY_MS = 30_000;

/** One file per service, appended over runs. */
export function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openSync(logFile(folder, name), 'a', 0o600);
}

/** A long log moves aside and begins anew, so weeks of running do not fill the disk. */
export function shortenLogs(folder: string, keep = KEEP_BYTES): void {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.log')) : [];
  for (const file of names.map((name) => path.join(folder, name))) {
    if (statSync(file).size <= keep) continue;
    copyFileSync(file, `${file}.1`);
    // The services go on writing to the same open file; in append mode the next line lands at its new end.
    truncateSync(file, 0);
  }
}

export function keepLogsShort(folder: string): void {
  shortenLogs(folder);
  setInterval(() => shortenLogs(folder), LOOK_EVERY_MS).unref();
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
