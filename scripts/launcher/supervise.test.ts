import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openLog, shortenLogs } from './logs.ts';
import { goneWithin, identityOf, isAlive } from './process-identity.ts';
import { pauseBefore, type Service, startService } from './supervise.ts';

const services: Service[] = [];
afterEach(() => Promise.all(services.splice(0).map((service) => service.stop(500))));

function start(code: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeroom-service-'));
  const script = path.join(folder, 'service.mjs');
  writeFileSync(script, code);
  const deaths: string[] = [];
  const service = startService(
    {
      name: 'sample',
      title: 'Sample service',
      args: [script],
      cwd: folder,
      environment: { PATH: process.env.PATH ?? '' },
      isReady: async (output) => output().includes('ready'),
    },
    folder,
    { changed: () => undefined, died: (_service, how) => deaths.push(how) },
  );
  services.push(service);
  const log = () => readFileSync(path.join(folder, 'sample.log'), 'utf8');
  return { service, deaths, log };
}

const never = new AbortController().signal;
const staysUp = 'console.log("ready", process.pid); setInterval(() => {}, 1000);';

async function until(holds: () => boolean) {
  const limit = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > limit) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('OPS-134 a service killed with kill -9 is started again', async () => {
  const { service, deaths } = start(staysUp);
  await service.whenReady(10_000, never);
  const first = service.identity();
  process.kill(first?.pid ?? 0, 'SIGKILL');
  await until(() => service.identity() !== undefined && service.identity()?.pid !== first?.pid);
  expect(deaths).toEqual(['SIGKILL']);
  expect(service.restarts()).toBe(1);
});

test('pauses between restarts grow and stay below ten seconds', () => {
  const pauses = [1, 2, 3, 4, 10].map(pauseBefore);
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 10_000]);
});

test('OPS-134 a service that never comes up fails the start with its last words', async () => {
  const { service } = start('console.error("no such table"); process.exit(3);');
  await expect(service.whenReady(15_000, never)).rejects.toThrow(/no such table/);
});

test('a service that refuses its configuration fails the start at once', async () => {
  const { service } = start('console.error("Configuration is missing: SOME_KEY"); process.exit(78);');
  await expect(service.whenReady(15_000, never)).rejects.toThrow(/SOME_KEY/);
  expect(service.restarts()).toBe(1);
});

test('a long log moves aside while its service goes on writing to it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeroom-logs-'));
  const log = openLog(folder, 'core');
  writeSync(log, 'x'.repeat(2_000));
  shortenLogs(folder, 1_000);
  writeSync(log, 'next line');
  expect(readFileSync(path.join(folder, 'core.log'), 'utf8')).toBe('next line');
  expect(readFileSync(path.join(folder, 'core.log.1'), 'utf8')).toHaveLength(2_000);
});

test('OPS-134 stopping ends a service that ignores the request, and what it started', async () => {
  const { service, log } = start(`
    import { spawn } from 'node:child_process';
    process.on('SIGTERM', () => {});
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    console.log('child', child.pid);
    setTimeout(() => console.log('ready'), 300);
    setInterval(() => {}, 1000);`);
  await service.whenReady(10_000, never);
  const own = service.identity();
  const child = identityOf(Number(/child (\d+)/.exec(log())?.[1]));
  expect(isAlive(child)).toBe(true);
  await service.stop(300);
  expect(isAlive(own)).toBe(false);
  expect(child && (await goneWithin(child, 2_000))).toBe(true);
  expect(service.restarts()).toBe(0);
});

test('OPS-134 a service ends by itself when its launcher is killed', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeroom-orphan-'));
  writeFileSync(path.join(folder, 'service.mjs'), staysUp);
  const launcher = `
    import { spawnNode } from ${JSON.stringify(path.join(import.meta.dirname, 'spawn-node.ts'))};
    const child = spawnNode({ args: ['service.mjs'], cwd: ${JSON.stringify(folder)}, environment: {} }, 'pipe');
    child.stdout.pipe(process.stdout);`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(killed.stdout, 'data')) as [Buffer];
  const service = identityOf(Number(/ready (\d+)/.exec(line.toString())?.[1]));
  expect(isAlive(service)).toBe(true);
  killed.kill('SIGKILL');
  expect(service && (await goneWithin(service, 5_000))).toBe(true);
});
