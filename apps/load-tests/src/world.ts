import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase, roleUrl } from '@k12/db/bootstrap';
import { startEmbeddedPostgres } from '@k12/db/embedded';
import { migrate } from '@k12/db/migrate';

const coreFolder = fileURLToPath(new URL('../../core/src/', import.meta.url));
const passwords = { owner: 'owner', app: 'app', job: 'job' };
const children = new Set<ChildProcess>();
const secret = 'load-test-secret-of-sufficient-length';

export interface World {
  app_url: string;
  job_url: string;
  owner_url: string;
  app_secret: string;
  close(): Promise<void>;
}

/** A PostgreSQL of its own, migrated, thrown away afterwards, also when the run is given up. */
export async function createWorld(options: { durable?: boolean } = {}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'homeroom-load-'));
  process.once('SIGTERM', () => process.exit(143));
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });
  const server = await startEmbeddedPostgres({ directory, port: 0, durable: options.durable ?? true });
  await bootstrapDatabase(server.superuserUrl, 'load', passwords);
  const url = (role: 'owner' | 'app' | 'job') => roleUrl(server.superuserUrl, 'load', role, passwords[role]);
  await migrate({ owner_url: url('owner') });
  return {
    app_url: url('app'),
    job_url: url('job'),
    owner_url: url('owner'),
    app_secret: secret,
    async close() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function coreEnvironment(world: World): Record<string, string> {
  return {
    HOMEROOM_MODE: 'test',
    DATABASE_URL: world.app_url,
    DATABASE_JOB_URL: world.job_url,
    APP_SECRET_KEY: world.app_secret,
    LOG_LEVEL: 'warn',
  };
}

/** Runs one of core's entry points to its end. */
export async function runCore(world: World, script: string): Promise<void> {
  const child = spawn(process.execPath, [join(coreFolder, script)], {
    env: { ...process.env, ...coreEnvironment(world) },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  const code = await ended(child);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

export interface RunningCore {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** The real server as its own process on a free port, as in production. */
export async function startCore(
  world: World,
  extra: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Promise<RunningCore> {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeOptions, join(coreFolder, 'server.ts')], {
    env: { ...process.env, ...coreEnvironment(world), CORE_PORT: String(port), ...extra },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended(child);
    clearTimeout(stubborn);
  };
  try {
    await untilAnswers(`${origin}/api/v1/csrf`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, process: child, stop };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error(server.exitCode === null ? `${url} did not answer` : `core ended with ${server.exitCode}`);
}

/** Signs in by password as a browser would; returns the cookie header. */
export async function signIn(origin: string, identifier: string, password: string): Promise<string> {
  const { response, cookie } = await trySignIn(origin, identifier, password);
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  return cookie;
}

export async function trySignIn(
  origin: string,
  identifier: string,
  password: string,
  headers: Record<string, string> = {},
) {
  const signal = AbortSignal.timeout(30_000);
  const first = await fetch(`${origin}/api/v1/csrf`, { headers, signal });
  const visitor = cookiesOf(first);
  const { csrf_token } = (await first.json()) as { csrf_token: string };
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      origin,
      cookie: visitor,
      'x-csrf-token': csrf_token,
    },
    body: JSON.stringify({ identifier, password }),
    signal,
  });
  return { response, cookie: `${visitor}; ${cookiesOf(response)}` };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
