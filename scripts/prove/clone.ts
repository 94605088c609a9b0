// One fresh clone that is started, looked at and stopped the way a person would: through npm.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/paths.ts';
import type { RunningInstance } from '../launcher/running.ts';
import { until } from './family.ts';

export type Clone = { folder: string; data: string; npm: ChildProcess | undefined };

export function freshClone(folder: string): Clone {
  succeed('git', ['clone', '--quiet', root, folder], path.dirname(folder));
  return { folder, data: path.join(folder, '.data'), npm: undefined };
}

/** Another instance of this very working tree, with data of its own. */
export function instanceHere(data: string): Clone {
  return { folder: root, data, npm: undefined };
}

export function install(clone: Clone): void {
  succeed('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], clone.folder);
}

/** A second clone shares the installed files of the first: the journey is about running twice, not installing twice. */
export function borrowPackages(from: Clone, to: Clone): void {
  succeed('cp', ['-al', path.join(from.folder, 'node_modules'), to.folder], to.folder);
  for (const where of ['apps/core', 'apps/web']) {
    spawnSync('cp', ['-al', path.join(from.folder, where, 'node_modules'), path.join(to.folder, where)]);
  }
}

export async function start(clone: Clone, environment: Record<string, string> = {}): Promise<number> {
  const from = Date.now();
  const before = running(clone)?.started_at;
  const log = createWriteStream(`${clone.data.replace(/\/\.data$/, '')}.log`, {
    flags: 'a',
  });
  const npm = spawn('npm', ['start'], {
    cwd: clone.folder,
    env: cleanEnvironment({ HOMEROOM_DATA_DIR: clone.data, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  npm.stdout.pipe(log);
  npm.stderr.pipe(log);
  clone.npm = npm;
  await until('the instance is ready', 300_000, () => {
    if (npm.exitCode !== null)
      throw new Error(`npm start ended with ${npm.exitCode}; see ${String(log.path)}`);
    // A launcher that was killed leaves its record behind: it says nothing about this start.
    const record = running(clone);
    return record?.phase === 'ready' && record.started_at !== before;
  });
  return (Date.now() - from) / 1000;
}

export function running(clone: Clone): RunningInstance | undefined {
  try {
    return JSON.parse(readFileSync(path.join(clone.data, 'running.json'), 'utf8')) as RunningInstance;
  } catch {
    return undefined;
  }
}

export async function answersAt(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
}

function succeed(command: string, args: string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
}

/** As in a new terminal: what npm, this Node and a test runner set for this script is not passed on. */
function cleanEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !/^npm_/i.test(name));
  return { ...Object.fromEntries(entries), ...extra } as NodeJS.ProcessEnv;
}
