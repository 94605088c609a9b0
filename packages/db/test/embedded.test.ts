import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/embedded.ts';

let home: string;
let directory: string;
const start = (port = 0) => startEmbeddedPostgres({ directory, port });
const lock = () => readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(home, 0o755);
  directory = join(home, 'postgres');
  const server = await startEmbeddedPostgres({ directory, port: 0, durable: false });
  await run(server.superuserUrl, 'create table kept (n int)');
  await server.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** A process that starts the server, says so, and then waits to be killed. */
async function launcher(): Promise<{ child: ChildProcess; server: EmbeddedPostgres }> {
  const module = new URL('../src/embedded.ts', import.meta.url).href;
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const server = await startEmbeddedPostgres(${JSON.stringify({ directory, port: 0 })});
    console.log(JSON.stringify(server));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, server: JSON.parse(String(line)) as EmbeddedPostgres };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('OPS-134 the embedded database', () => {
  test('takes the next free port when the wanted one is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: taken } = other.address() as { port: number };
    const server = await start(taken);
    expect(server.port).toBeGreaterThan(taken);
    expect(await run(server.superuserUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    await server.stop();
    other.close();
  });

  test('keeps data between runs, and stops within seconds while a client is connected', async () => {
    const first = await start();
    await run(first.superuserUrl, 'insert into kept values (1)');
    const client = new pg.Client({ connectionString: first.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    const asked = performance.now();
    await first.stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(await run(second.superuserUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  test('ends by itself when its launcher is killed, and starts again', async () => {
    const { child, server } = await launcher();
    await kill(child);
    await expect.poll(() => isAlive(server.pid), { timeout: 10_000 }).toBe(false);
    await (await start()).stop();
  });

  test('recovers what was committed when launcher and server are killed together', async () => {
    const { child, server } = await launcher();
    await run(server.superuserUrl, 'insert into kept values (2)');
    process.kill(server.pid, 'SIGKILL');
    await kill(child);
    const again = await start();
    expect(await run(again.superuserUrl, 'select n from kept where n = 2')).toEqual([{ n: 2 }]);
    await again.stop();
  });

  test('takes over a lock whose process number belongs to another program by now', async () => {
    const server = await start();
    const left = lock();
    await server.stop();
    writeFileSync(join(directory, 'data', 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)));
    await (await start()).stop();
  });

  test('is not started twice', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(`is already running, started by process ${process.pid}`);
    expect(await run(server.superuserUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    await server.stop();
  });

  test('starts from nothing after a first start that was interrupted', async () => {
    const interrupted = join(home, 'interrupted');
    mkdirSync(join(interrupted, 'data.new', 'base'), { recursive: true });
    const server = await startEmbeddedPostgres({ directory: interrupted, port: 0, durable: false });
    await server.stop();
  });
});

describe('OPS-133 the embedded database needs no rights beyond the folder', () => {
  test.each(['with', 'without'])(
    'starts below a folder closed to others, %s the tool that passes on one capability',
    async (tool) => {
      const closed = join(home, `closed-${tool}`);
      mkdirSync(closed, { mode: 0o700 });
      const path = process.env.PATH;
      if (tool === 'without') process.env.PATH = '/nowhere';
      try {
        const options = { directory: join(closed, 'deep', 'postgres'), port: 0, durable: false };
        const server = await startEmbeddedPostgres(options);
        expect(await run(server.superuserUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
        await server.stop();
        rmSync(server.directory, { recursive: true });
      } finally {
        process.env.PATH = path;
      }
    },
  );

  test('the password is read by the launcher’s account alone, and asked for', async () => {
    expect(statSync(join(directory, 'superuser-password')).mode & 0o077).toBe(0);
    expect(statSync(join(directory, 'data')).mode & 0o077).toBe(0);
    const server = await start();
    const guess = new URL(server.superuserUrl);
    guess.password = 'guess';
    await expect(run(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await server.stop();
  });
});
