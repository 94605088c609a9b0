import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersAt, instanceHere, running, start } from '../prove/clone.ts';
import { familyOf, memoryMegabytes, until } from '../prove/family.ts';
import { signInAs } from '../prove/sign-in.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'homeroom-journey-'));
const first = instanceHere(path.join(place, 'first'));
const second = instanceHere(path.join(place, 'second'));
let firstStart: number;

const command = (name: string, ...args: string[]) =>
  spawnSync('npm', ['run', '-s', name, '--', ...args], {
    cwd: first.folder,
    encoding: 'utf8',
    env: { ...process.env, HOMEROOM_DATA_DIR: first.data },
  });
const nobodyLeft = (data: string) =>
  until(`no process of ${data} is left`, 20_000, () => familyOf(data).length === 0);
const kept = () =>
  ['instance.json', 'seeded.json'].map((name) => readFileSync(path.join(first.data, name), 'utf8'));
const works = async () => {
  const { core, web } = running(first)?.addresses ?? {};
  return (await answersAt(`${core}/ready`)) && (await answersAt(`${web}/login`));
};

beforeAll(async () => {
  firstStart = await start(first);
}, 300_000);

afterAll(() => {
  for (const { pid } of [...familyOf(first.data), ...familyOf(second.data)]) process.kill(pid, 'SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

test('OPS-133 one command starts database, API, worker, AI gateway and web within 90 seconds, and a demo person signs in', async () => {
  expect(firstStart).toBeLessThan(90);
  expect(Object.keys(running(first)?.processes ?? {}).sort()).toEqual([
    'ai_gateway',
    'core',
    'launcher',
    'postgres',
    'web',
    'worker',
  ]);
  await signInAs(running(first));
});

test('OPS-133 the instance at rest stays below two gigabytes of memory', () => {
  expect(memoryMegabytes(familyOf(first.data))).toBeLessThan(2_048);
});

test('OPS-134 status tells programs the addresses, process numbers, versions and demo accounts', () => {
  const { status, stdout } = command('status', '--json');
  expect(status).toBe(0);
  const shown = JSON.parse(stdout);
  expect(shown).toMatchObject({
    running: true,
    phase: 'ready',
    healthy: { core: true, worker: true, web: true, ai_gateway: true, postgres: true },
  });
  expect(shown.addresses.database).toMatchObject({
    owner: expect.stringContaining('homeroom_owner'),
    app: expect.stringContaining('homeroom_app'),
    job: expect.stringContaining('homeroom_job'),
  });
  expect(shown.processes.core).toBe(running(first)?.processes.core?.pid);
  expect(shown.versions.node).toBe(process.versions.node);
  expect(shown.demo_accounts.map(({ role }: { role: string }) => role)).toEqual(
    expect.arrayContaining(['admin', 'teacher', 'student', 'guardian']),
  );
});

test('OPS-134 starting the same instance again says where it already runs', () => {
  const { status, stdout } = command('start');
  expect(status).toBe(0);
  expect(stdout).toContain('already running');
  expect(stdout).toContain(running(first)?.addresses.web);
});

test.each(['core', 'worker', 'web', 'postgres', 'ai_gateway'])(
  'OPS-134 %s comes back after kill -9',
  async (name) => {
    const before = running(first)?.processes[name]?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(`${name} is back`, 30_000, async () => {
      const now = running(first)?.processes[name]?.pid;
      return now !== undefined && now !== before && (await works());
    });
    expect(running(first)?.restarts[name]).toBeGreaterThan(0);
  },
);

test('OPS-134 a second instance takes other ports and both work', async () => {
  await start(second);
  expect(running(second)?.addresses.web).not.toBe(running(first)?.addresses.web);
  await Promise.all([signInAs(running(first)), signInAs(running(second))]);
  second.npm?.kill('SIGTERM');
  expect(await nobodyLeft(second.data)).toBeLessThan(10);
});

test('OPS-134 an interrupt leaves no process within 10 seconds, and status says so', async () => {
  first.npm?.kill('SIGINT');
  expect(await nobodyLeft(first.data)).toBeLessThan(10);
  expect(command('status').status).toBe(1);
});

test('OPS-133 the next start takes at most 20 seconds and keeps secrets, data and ports', async () => {
  const before = kept();
  const address = running(first)?.addresses.web;
  expect(await start(first)).toBeLessThan(20);
  await signInAs(running(first));
  expect(kept()).toEqual(before);
  if (address) expect(running(first)?.addresses.web).toBe(address);
});

test('OPS-134 kill -9 of the launcher leaves no orphan and does not hinder the next start', async () => {
  process.kill(running(first)?.processes.launcher?.pid ?? 0, 'SIGKILL');
  expect(await nobodyLeft(first.data)).toBeLessThan(10);
  await start(first);
  await signInAs(running(first));
});

test('OPS-134 reset stops the instance and removes its data', async () => {
  expect(command('reset', '--yes').status).toBe(0);
  await nobodyLeft(first.data);
  expect(existsSync(first.data)).toBe(false);
});
