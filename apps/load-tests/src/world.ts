import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase, roleUrl } from '@k12/db/bootstrap';
import { startEmbeddedPostgres } from '@k12/db/embedded';
import { migrate } from '@k12/db/migrate';

const coreFolder = fileURLToPath(new URL('../../core/src/', import.meta.url));
const passwords = { owner: 'owner', app: 'app', job: 'job' };
const secret = 'load-test-secret-of-sufficient-length';

export interface World {
  app_url: string;
  job_url: string;
  owner_url: string;
  app_secret: string;
  close(): Promise<void>;
}

/** A PostgreSQL of its own, migrated, thrown away afterwards. */
export async function createWorld(options: { durable?: boolean } = {}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'homeroom-load-'));
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
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

export interface RunningCore {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** The real server as its own process, as in production. */
export async function startCore(
  world: World,
  port: number,
  extra: Record<string, string> = {},
): Promise<RunningCore> {
  const child = spawn(process.execPath, [join(coreFolder, 'server.ts')], {
    env: { ...process.env, ...coreEnvironment(world), CORE_PORT: String(port), ...extra },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/api/v1/csrf`);
  return {
    origin,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error(`${url} did not answer`);
}

/** Signs in by password as a browser would; returns the cookie header. */
export async function signIn(origin: string, identifier: string, password: string): Promise<string> {
  const first = await fetch(`${origin}/api/v1/csrf`);
  const visitor = cookiesOf(first);
  const { csrf_token } = (await first.json()) as { csrf_token: string };
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie: visitor, 'x-csrf-token': csrf_token },
    body: JSON.stringify({ identifier, password }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  return `${visitor}; ${cookiesOf(response)}`;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
