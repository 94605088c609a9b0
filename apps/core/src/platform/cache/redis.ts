import { Redis } from 'ioredis';

/** One connection for counters and cache. It fails at once while the server is away: both have a fall-back (OPS-10). */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    // What every compatible server and proxy speaks.
    protocol: 2,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  // Every failed attempt to reconnect is an event; without a listener it would end the process.
  redis.on('error', () => undefined);
  return redis;
}
