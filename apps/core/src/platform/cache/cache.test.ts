import { newId } from '@k12/db';
import { beforeAll, expect, test, vi } from 'vitest';
import { aPlatform } from '../../test/a-platform.ts';
import { readConfig } from '../config.ts';
import { createPlatform } from '../create-platform.ts';

const { platform, settings } = await aPlatform();
const other = createPlatform(readConfig(settings), { service: 'second' });
// Until the bus stands, the first connection may empty what was read before it.
beforeAll(() => vi.waitUntil(() => platform.bus.isConnected() && other.bus.isConnected()));

test('OPS-170 a hundred simultaneous misses cost one load, and later reads none', async () => {
  const tenant = newId();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return platform.db.global.selectFrom('tenants').select('id').execute();
  };
  const read = () => platform.cache.read(tenant, 'list', { seconds: 60 }, load);
  await Promise.all(Array.from({ length: 100 }, read));
  await read();
  expect(loads).toBe(1);
});

test('OPS-170 the writer sees the change on the next read, another process within five seconds', async () => {
  const tenant = newId();
  let value = 'old';
  const options = { seconds: 600 };
  const here = () => platform.cache.read(tenant, 'value', options, async () => value);
  const there = () => other.cache.read(tenant, 'value', options, async () => value);
  expect(await Promise.all([here(), there()])).toEqual(['old', 'old']);
  value = 'new';
  await platform.cache.forget(tenant, 'value');
  expect(await here()).toBe('new');
  await expect.poll(there, { timeout: 5_000 }).toBe('new');
});

test('OPS-170 what was loaded before a change is not kept after it', async () => {
  const tenant = newId();
  const gate = Promise.withResolvers<string>();
  const early = platform.cache.read(tenant, 'raced', { seconds: 60 }, () => gate.promise);
  await platform.cache.forget(tenant, 'raced');
  gate.resolve('before the change');
  expect(await early).toBe('before the change');
  expect(await platform.cache.read(tenant, 'raced', { seconds: 60 }, async () => 'after')).toBe('after');
});

test('IDN-119 the same name of another tenant is another entry', async () => {
  const [a, b] = [newId(), newId()];
  const read = (tenant: string) => platform.cache.read(tenant, 'name', { seconds: 60 }, async () => tenant);
  expect(await Promise.all([read(a), read(b), read(a)])).toEqual([a, b, a]);
});

test('a load that fails is not kept', async () => {
  const tenant = newId();
  const failing = platform.cache.read(tenant, 'x', { seconds: 60 }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await platform.cache.read(tenant, 'x', { seconds: 60 }, async () => 1)).toBe(1);
  await other.close();
});
