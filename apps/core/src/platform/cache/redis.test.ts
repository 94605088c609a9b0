import { newId } from '@k12/db';
import { beforeAll, expect, test, vi } from 'vitest';
import { aPlatform } from '../../test/a-platform.ts';
import { startRedisServer } from '../../test/redis-server.ts';
import { readConfig } from '../config.ts';
import { createPlatform } from '../create-platform.ts';
import type { LimitCaller } from '../limits/limits.ts';

const redis = await startRedisServer();
const { platform, settings } = await aPlatform({ REDIS_URL: redis.url });
const second = createPlatform(readConfig(settings), { service: 'second' });
beforeAll(() => vi.waitUntil(() => platform.bus.isConnected() && second.bus.isConnected()));

const caller: LimitCaller = {
  tenant_id: newId(),
  user_id: newId(),
  is_token: false,
  address: '203.0.113.7',
  in_registered_network: false,
  browser: null,
  account: null,
};

test('IDN-100 attempts are counted across processes', async () => {
  for (let at = 0; at < 10; at++) {
    const { limits } = at % 2 === 0 ? platform : second;
    expect((await limits.admit('export', caller)).refused).toBeNull();
  }
  expect((await platform.limits.admit('export', caller)).refused?.name).toBe('export');
  expect((await second.limits.admit('export', caller)).refused?.name).toBe('export');
});

test('IDN-119 counters and values in the shared store are keyed by tenant', async () => {
  await platform.cache.read(caller.tenant_id ?? '', 'x', { seconds: 60 }, async () => 1);
  const keys = redis.keys().filter((key) => !key.startsWith('cache:probe'));
  for (const key of keys) expect(key).toContain(caller.tenant_id);
});

test('OPS-170 one process fills the shared cache for the other, and a change empties it for both', async () => {
  const tenant = newId();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return `value ${loads}`;
  };
  const options = { seconds: 60 };
  expect(await platform.cache.read(tenant, 'shared', options, load)).toBe('value 1');
  expect(await second.cache.read(tenant, 'shared', options, load)).toBe('value 1');
  await platform.cache.forget(tenant, 'shared');
  expect(await platform.cache.read(tenant, 'shared', options, load)).toBe('value 2');
  await expect
    .poll(() => second.cache.read(tenant, 'shared', options, load), { timeout: 5_000 })
    .toBe('value 2');
});

test('OPS-04 OPS-10 the probe stores and reads a value; when the server stops, everything goes on without it', async () => {
  await platform.cache.probe();
  await redis.stop();
  await expect(platform.cache.probe()).rejects.toThrow();
  expect(await platform.cache.read(newId(), 'x', { seconds: 60 }, async () => 'loaded')).toBe('loaded');
  expect((await platform.limits.admit('search', caller)).refused).toBeNull();
  await second.close();
});
