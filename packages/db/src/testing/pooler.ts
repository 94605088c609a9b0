import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../embedded.ts';
import { unprivilegedAccount } from '../embedded-programs.ts';
import { testPasswords } from './server.ts';

export interface Pooler {
  /** The server's address with the pooler's port. */
  url: string;
  version: string;
  transactions(): Promise<number>;
  stop(): Promise<void>;
}

const profile = fileURLToPath(new URL('../../../../infrastructure/pgbouncer/pgbouncer.ini', import.meta.url));
const admin = 'pooler_admin';

/** PgBouncer with the profile that ships with the project, before the server of a test run. */
export async function startPooler(serverUrl: string, program: string): Promise<Pooler> {
  const server = new URL(serverUrl);
  const port = await freePort(0);
  const folder = mkdtempSync(join(tmpdir(), 'pooler-'));
  const values: Record<string, string> = {
    DATABASE_HOST: server.hostname,
    DATABASE_PORT: server.port,
    PGBOUNCER_ADDRESS: '127.0.0.1',
    PGBOUNCER_PORT: String(port),
    PGBOUNCER_AUTH_FILE: join(folder, 'users.txt'),
    PGBOUNCER_ADMIN: admin,
  };
  const config = readFileSync(profile, 'utf8').replace(/\$\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const users = [
    ...Object.entries(testPasswords).map(([role, password]) => [`homeroom_${role}`, password]),
    [admin, admin],
  ];
  writeFileSync(join(folder, 'pgbouncer.ini'), config);
  writeFileSync(
    join(folder, 'users.txt'),
    users.map(([user, password]) => `"${user}" "${password}"\n`).join(''),
  );
  // PgBouncer refuses to run as root, like the server itself.
  const account = process.getuid?.() === 0 ? unprivilegedAccount(folder) : undefined;
  if (account) chownSync(join(folder, 'users.txt'), account.uid, account.gid);
  chmodSync(join(folder, 'users.txt'), 0o600);
  chmodSync(folder, 0o755);

  const child = spawn(program, [join(folder, 'pgbouncer.ini')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  });
  let log = '';
  child.stderr.on('data', (text) => {
    log = `${log}${text}`.slice(-20_000);
  });
  const url = new URL(serverUrl);
  url.port = String(port);
  const ask = (sql: string) => askConsole(port, sql);
  while (!(await ask('show version').catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer did not start:\n${log}`);
    await wait(50);
  }
  return {
    url: url.href,
    version: spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '',
    async transactions() {
      const rows = await ask('show stats');
      return rows.reduce((sum, row) => sum + Number(row.total_xact_count), 0);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function askConsole(port: number, sql: string): Promise<Record<string, string>[]> {
  const console = new pg.Client({
    host: '127.0.0.1',
    port,
    user: admin,
    password: admin,
    database: 'pgbouncer',
  });
  await console.connect();
  try {
    return (await console.query(sql)).rows;
  } finally {
    await console.end();
  }
}

/** Where Debian and others put it; undefined when it is not installed. */
export function findPgBouncer(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path));
}
