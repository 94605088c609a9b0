import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Metrics } from '../metrics/metrics.ts';
import type { Bus } from './bus.ts';

/** Reads that many ask for and few change (OPS-170). A key always begins with the tenant it belongs to (IDN-119). */
export interface Cache {
  read<T>(tenantId: string, name: string, options: CacheOptions, load: () => Promise<T>): Promise<T>;
  /** After the change is committed: this process at once, the others with the next message. */
  forget(tenantId: string, name: string): Promise<void>;
  /** A set, get and delete against whatever stands behind (OPS-04). */
  probe(): Promise<void>;
  kind: 'memory' | 'redis';
}

export interface CacheOptions {
  seconds: number;
}

export interface CacheParts {
  bus: Bus;
  metrics: Metrics;
  redis?: Redis | undefined;
}

const topic = 'cache';
const maxEntries = 10_000;
/** Without news from other processes nothing is kept longer than they may be behind. */
const unconnectedSeconds = 5;

export function createCache({ bus, metrics, redis }: CacheParts): Cache {
  const values = new LRUCache<string, { value: unknown }>({ max: maxEntries });
  const loading = new Map<string, Promise<unknown>>();

  function drop(key: string): void {
    values.delete(key);
    // A load that began before the change must neither be kept nor joined.
    loading.delete(key);
  }

  bus.subscribe(topic, {
    receive: drop,
    reconnected: () => {
      values.clear();
      loading.clear();
    },
  });

  function start<T>(key: string, options: CacheOptions, load: () => Promise<T>): Promise<T> {
    const mine = (redis ? throughRedis(redis, key, options, load) : load()).then(
      (value) => {
        if (loading.get(key) === mine) {
          const seconds = bus.isConnected() ? options.seconds : Math.min(options.seconds, unconnectedSeconds);
          values.set(key, { value }, { ttl: seconds * 1000 });
          loading.delete(key);
        }
        return value;
      },
      (error) => {
        if (loading.get(key) === mine) loading.delete(key);
        throw error;
      },
    );
    loading.set(key, mine);
    return mine;
  }

  return {
    kind: redis ? 'redis' : 'memory',
    read<T>(tenantId: string, name: string, options: CacheOptions, load: () => Promise<T>): Promise<T> {
      const key = `${tenantId}:${name}`;
      const known = values.get(key);
      metrics.cache_lookups.inc({ outcome: known ? 'hit' : loading.has(key) ? 'joined' : 'miss' });
      if (known) return Promise.resolve(known.value as T);
      return (loading.get(key) as Promise<T> | undefined) ?? start(key, options, load);
    },
    async forget(tenantId, name) {
      const key = `${tenantId}:${name}`;
      drop(key);
      await redis?.incr(generationKey(key)).catch(() => undefined);
      await bus.publish(topic, key).catch(() => undefined);
    },
    probe: () => (redis ? probeRedis(redis) : probeMemory(values)),
  };
}

function generationKey(key: string): string {
  return `cache:generation:${key}`;
}

/**
 * The shared copy is named by a generation that each change raises: whoever loaded the old state writes it under
 * a name that nobody reads any more. A server that does not answer is passed by (OPS-10).
 */
async function throughRedis<T>(
  redis: Redis,
  key: string,
  options: CacheOptions,
  load: () => Promise<T>,
): Promise<T> {
  const generation = await redis.get(generationKey(key)).catch(() => undefined);
  if (generation === undefined) return load();
  const name = `cache:value:${key}:${generation ?? 0}`;
  const stored = await redis.get(name).catch(() => null);
  if (stored !== null) return JSON.parse(stored);
  const value = await load();
  await redis.set(name, JSON.stringify(value), 'EX', options.seconds).catch(() => undefined);
  return value;
}

async function probeRedis(redis: Redis): Promise<void> {
  const name = `cache:probe:${process.pid}`;
  await redis.set(name, 'probe', 'EX', 10);
  const found = await redis.get(name);
  await redis.del(name);
  if (found !== 'probe') throw new Error('The cache did not return what was stored');
}

async function probeMemory(values: LRUCache<string, { value: unknown }>): Promise<void> {
  const name = 'probe';
  values.set(name, { value: name });
  const found = values.get(name)?.value;
  values.delete(name);
  if (found !== name) throw new Error('The cache did not return what was stored');
}
