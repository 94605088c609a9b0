import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endLeftovers } from './leftovers.ts';
import { acquireLock, inspectLock } from './lock.ts';
import { identityOf, isAlive } from './process-identity.ts';

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'homeroom-lock-'));

async function bystander() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const identity = identityOf(child.pid ?? 0);
  if (!identity) throw new Error('the bystander has no identity');
  return { child, identity };
}

test('OPS-134 a second start finds the lock of a living one and does not take it', () => {
  const file = path.join(folder(), 'launcher.lock');
  const release = acquireLock(file);
  expect(release).toBeTypeOf('function');
  expect(acquireLock(file)).toBeUndefined();
  release?.();
  expect(existsSync(file)).toBe(false);
});

test('OPS-134 a lock left by a killed process is taken over', async () => {
  const file = path.join(folder(), 'launcher.lock');
  const { child, identity } = await bystander();
  writeFileSync(file, JSON.stringify(identity));
  expect(inspectLock(file).state).toBe('held');
  expect(acquireLock(file)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(inspectLock(file).state).toBe('stale');
  expect(acquireLock(file)).toBeTypeOf('function');
});

test('OPS-134 a process number given to another program since does not keep the lock', () => {
  const file = path.join(folder(), 'launcher.lock');
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'in another life' }));
  expect(inspectLock(file).state).toBe('stale');
});

test.each(['', '{"pid":', 'null', '{"pid":"1"}'])('OPS-134 a torn lock %j is stale', (text) => {
  const file = path.join(folder(), 'launcher.lock');
  writeFileSync(file, text);
  expect(inspectLock(file).state).toBe('stale');
  expect(acquireLock(file)).toBeTypeOf('function');
});

test('OPS-134 what a killed launcher left is ended, a stranger with its number is not', async () => {
  const [ours, stranger] = await Promise.all([bystander(), bystander()]);
  const file = path.join(folder(), 'running.json');
  const processes = { core: ours.identity, web: { ...stranger.identity, born: 'in another life' } };
  writeFileSync(file, JSON.stringify({ processes }));
  expect(await endLeftovers(file)).toEqual(['core']);
  expect(isAlive(ours.identity)).toBe(false);
  expect(isAlive(stranger.identity)).toBe(true);
  expect(existsSync(file)).toBe(false);
  stranger.child.kill('SIGKILL');
});
