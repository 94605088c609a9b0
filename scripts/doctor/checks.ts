// Each check looks at one thing that keeps Homeroom from starting, and names the cure beside the cause (OPS-134).
import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../launcher/chromium.ts';
import { matchesLockfile } from '../launcher/install.mjs';
import { inspectLock } from '../launcher/lock.ts';
import { logFile } from '../launcher/logs.ts';
import { type InstancePaths, root } from '../launcher/paths.ts';
import { DEFAULT_PORTS, isFree, PORT_NAMES } from '../launcher/ports.ts';
import { readSettings } from '../launcher/settings.ts';

export type Finding = { level: 'ok' | 'note' | 'problem'; what: string; cure?: string };

const GIGABYTE = 1024 ** 3;

export function checkNode(running = process.version, pinned = pinnedVersion()): Finding {
  if (running === `v${pinned}`) return { level: 'ok', what: `Node ${pinned}` };
  return {
    level: 'note',
    what: `Node ${running} is in use instead of the pinned ${pinned}`,
    cure: 'npm rebuild node --ignore-scripts=false',
  };
}

function pinnedVersion(): string {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return devDependencies.node ?? '';
}

export function checkInstall(base = root): Finding {
  if (matchesLockfile(base)) return { level: 'ok', what: 'Installed packages match the lockfile' };
  return { level: 'problem', what: 'The installed packages do not match package-lock.json', cure: 'npm ci' };
}

export function checkDisk(folder: string, free = freeBytes(folder)): Finding {
  const size = `${(free / GIGABYTE).toFixed(1)} GB`;
  if (free >= 2 * GIGABYTE) return { level: 'ok', what: `${size} of disk space free` };
  const cure = 'Free some disk space: the build, the database and its log need about 2 GB.';
  return {
    level: free < GIGABYTE / 2 ? 'problem' : 'note',
    what: `Only ${size} of disk space is free`,
    cure,
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : root);
  return bavail * bsize;
}

/** Files made by root once are in the way of an ordinary user afterwards. */
export function checkPermissions(home: string): Finding {
  const wanted = existsSync(home) ? home : path.dirname(home);
  const inside = existsSync(home) ? readdirSync(home).filter((name) => name !== 'postgres') : [];
  const blocked = [wanted, ...inside.map((name) => path.join(home, name))].find((file) => !isWritable(file));
  if (!blocked) return { level: 'ok', what: `${home} can be written` };
  const owner = lstatSync(blocked).uid;
  return {
    level: 'problem',
    what: `${blocked} cannot be written; it belongs to user ${owner}`,
    cure: `sudo chown -R "$(id -un)" "${wanted}", or start Homeroom as that user`,
  };
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function checkLock(paths: InstancePaths): Finding {
  const lock = inspectLock(paths.lock);
  if (lock.state === 'held') return { level: 'ok', what: `Homeroom is running (process ${lock.owner.pid})` };
  if (lock.state === 'free') return { level: 'ok', what: 'No other start is under way' };
  return {
    level: 'note',
    what: 'The last run ended without cleaning up (crash or kill -9)',
    cure: 'Nothing to do: npm start ends what it left behind and goes on.',
  };
}

export function checkSettings(paths: InstancePaths): Finding {
  try {
    const known = readSettings(paths.settings);
    return {
      level: 'ok',
      what: known ? 'The instance settings can be read' : 'No instance yet: npm start makes one',
    };
  } catch (error) {
    return { level: 'problem', what: (error as Error).message, cure: 'npm run reset' };
  }
}

export async function checkPorts(paths: InstancePaths): Promise<Finding> {
  if (inspectLock(paths.lock).state === 'held')
    return { level: 'ok', what: 'The ports are in use by Homeroom itself' };
  let ports = DEFAULT_PORTS;
  try {
    ports = readSettings(paths.settings)?.ports ?? DEFAULT_PORTS;
  } catch {
    // checkSettings reports it.
  }
  const taken: number[] = [];
  for (const name of PORT_NAMES) if (!(await isFree(ports[name]))) taken.push(ports[name]);
  if (taken.length === 0) return { level: 'ok', what: `Ports ${Object.values(ports).join(', ')} are free` };
  return {
    level: 'note',
    what: `Another program listens on port ${taken.join(', ')}`,
    cure: 'Nothing to do: the next free port is taken. HOMEROOM_PORT=8080 npm start chooses one.',
  };
}

export function checkChromium(): Finding {
  const file = findChromium();
  if (file) return { level: 'ok', what: `Browser for the tests: ${file}` };
  return {
    level: 'note',
    what: 'No Chromium was found; only the tests need it',
    cure: 'npm test installs one where it may.',
  };
}

const SEVERE = /FATAL|PANIC|"level":"(fatal|error)"|^\s*(\w*Error|Error):|EADDRINUSE|ENOSPC|EACCES/;

/** The last words of each service that complained, newest last. */
export function checkLogs(paths: InstancePaths): Finding[] {
  const files = [path.join(paths.postgres, 'postgres.log')];
  for (const name of ['core', 'worker', 'ai_gateway', 'web', 'web-build', 'seed'])
    files.push(logFile(paths.logs, name));
  return files.flatMap((file) => {
    const last = severeLines(file).at(-1);
    if (!last) return [];
    return [
      {
        level: 'note' as const,
        what: `${path.basename(file)}: ${last.slice(0, 300)}`,
        cure: `The lines around it: ${file}`,
      },
    ];
  });
}

function severeLines(file: string): string[] {
  if (!existsSync(file)) return [];
  const recent = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-60);
  return recent.filter((line) => SEVERE.test(line)).map((line) => line.trim());
}
