import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chooseServerPlace, giveToServer, type ServerPlace, serverCommand } from './embedded-programs.ts';
import { removeStaleLock, stopLeftOver } from './embedded-recovery.ts';

export interface EmbeddedOptions {
  /** Home of the server: data, log and passwords live inside it. */
  directory: string;
  /** The port wanted; the next free one is taken when it is busy. 0 takes any. */
  port?: number;
  /** false trades crash safety for speed: only for tests. */
  durable?: boolean;
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  port: number;
  superuserUrl: string;
  directory: string;
  pid: number;
  stop(): Promise<void>;
}

const defaultPort = 3003;
const startLimitMilliseconds = 60_000;
const fastButUnsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A password kept in a file only its owner can read, made on first use. */
export function storedPassword(directory: string, name: string): string {
  const path = join(directory, `${name}-password`);
  if (!existsSync(path)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8');
}

/** Starts the PostgreSQL that ships with the project. The data folder is created on first use. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = chooseServerPlace(resolve(options.directory));
  const dataFolder = join(place.directory, 'data');
  const password = storedPassword(place.directory, 'superuser');
  await stopLeftOver(place.directory);
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) createDataFolder(place, options);
  removeStaleLock(dataFolder);

  const deadline = Date.now() + startLimitMilliseconds;
  let wanted = options.port ?? defaultPort;
  for (;;) {
    const port = await freePort(wanted);
    const server = launch(place, port, options);
    const failure = await untilReady(server, dataFolder, deadline);
    if (failure === undefined) {
      writeFileSync(join(place.directory, 'launcher.pid'), String(process.pid));
      const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
      const stop = () => stopServer(server, place.directory);
      return { port, superuserUrl, directory: place.directory, pid: server.postgres.pid ?? 0, stop };
    }
    if (/could not bind|address already in use/i.test(failure)) wanted = wanted === 0 ? 0 : port + 1;
    else if (/shared memory block/.test(failure)) await wait(200);
    else throw new Error(`PostgreSQL did not start:\n${failure}`);
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start in time:\n${failure}`);
  }
}

function createDataFolder(place: ServerPlace, options: EmbeddedOptions): void {
  // Built under another name, so that an interrupted first start is never mistaken for a database.
  const building = join(place.directory, 'data.new');
  const passwordFile = join(place.directory, 'initdb-password');
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  giveToServer(place, building);
  writeFileSync(passwordFile, storedPassword(place.directory, 'superuser'), { mode: 0o600 });
  giveToServer(place, passwordFile);
  const { file, args, account } = serverCommand(place, 'initdb', [
    `--pgdata=${building}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(options.durable === false ? ['--no-sync'] : []),
  ]);
  const result = spawnSync(file, args, { cwd: '/', encoding: 'utf8', env: cleanEnvironment(), ...account });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`initdb failed:\n${result.stderr || result.error?.message}`);
  renameSync(building, join(place.directory, 'data'));
}

interface RunningServer {
  postgres: ChildProcess;
  watchdog: ChildProcess | undefined;
  log: () => string;
}

function launch(place: ServerPlace, port: number, options: EmbeddedOptions): RunningServer {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Socket paths are limited to about 100 characters; a deep clone would exceed them.
    unix_socket_directories: '',
    logging_collector: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false ? fastButUnsafe : {}),
    ...options.settings,
  };
  const dataFolder = join(place.directory, 'data');
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, account } = serverCommand(place, 'postgres', ['-D', dataFolder, ...flags]);
  const logPath = join(place.directory, 'postgres.log');
  const tooLong = existsSync(logPath) && statSync(logPath).size > 5_000_000;
  const log = openSync(logPath, tooLong ? 'w' : 'a');
  chmodSync(logPath, 0o600);
  const before = statSync(logPath).size;
  // Its own process group: Ctrl-C in a terminal reaches the launcher alone, which stops things in order.
  const postgres = spawn(file, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: cleanEnvironment(),
    ...account,
  });
  closeSync(log);
  postgres.unref();
  return {
    postgres,
    watchdog: watchLauncher(postgres.pid),
    log: () => readFileSync(logPath).subarray(before).toString('utf8'),
  };
}

// Waits on a pipe that closes when this process ends, however it ends, and then shuts the server down.
function watchLauncher(pid: number | undefined): ChildProcess | undefined {
  if (pid === undefined || process.platform === 'win32') return undefined;
  const watchdog = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$1" 2>/dev/null', 'sh', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return watchdog;
}

async function untilReady(
  server: RunningServer,
  dataFolder: string,
  deadline: number,
): Promise<string | undefined> {
  const { postgres } = server;
  let spawnError: Error | undefined;
  postgres.once('error', (error) => {
    spawnError = error;
  });
  while (Date.now() < deadline) {
    if (spawnError) return spawnError.message;
    if (postgres.exitCode !== null || postgres.signalCode !== null) {
      server.watchdog?.kill('SIGKILL');
      return server.log() || `exit code ${postgres.exitCode}`;
    }
    const lines = readLines(join(dataFolder, 'postmaster.pid'));
    if (Number(lines[0]) === postgres.pid && lines[7]?.trim() === 'ready') return undefined;
    await wait(20);
  }
  await stopServer(server, join(dataFolder, '..'));
  return server.log();
}

async function stopServer({ postgres, watchdog }: RunningServer, directory: string): Promise<void> {
  watchdog?.kill('SIGKILL');
  const running = () => postgres.exitCode === null && postgres.signalCode === null;
  for (const [signal, limit] of [
    ['SIGINT', 8_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!running()) break;
    postgres.kill(signal);
    const end = Date.now() + limit;
    while (running() && Date.now() < end) await wait(10);
  }
  rmSync(join(directory, 'launcher.pid'), { force: true });
}

/** The wanted port, or the next free one on this machine; 0 takes any. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < 65_536; port += 1) {
    const found = await tryPort(port);
    if (found !== undefined) return found;
  }
  throw new Error(`No free port from ${wanted} on.`);
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

// PGDATA, PGPORT and the like in the caller's environment must not steer this server.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'LC_ALL');
  return { ...Object.fromEntries(entries), LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
}
