import type { Redis } from 'ioredis';
import { type Counter, type LimitStore, secondsToReset, slidingUse, windowNumber } from './limit-store.ts';

/** Counts for all processes together; plain commands only, so that every Redis-compatible server will do. */
export function createRedisLimitStore(redis: Redis): LimitStore {
  const keyOf = ({ key, window_ms }: Counter, window: number) => `limit:${key}:${window_ms}:${window}`;

  async function read(counters: readonly Counter[], now: number, step: -1 | 0 | 1) {
    const pipeline = redis.pipeline();
    for (const counter of counters) {
      const window = windowNumber(counter.window_ms, now);
      pipeline.get(keyOf(counter, window - 1));
      if (step === 0) {
        pipeline.get(keyOf(counter, window));
      } else {
        pipeline.incrby(keyOf(counter, window), step);
        pipeline.pexpire(keyOf(counter, window), counter.window_ms * 2);
      }
    }
    const answers = (await pipeline.exec()) ?? [];
    const values = answers.map(([error, value]) => {
      if (error) throw error;
      return Number(value ?? 0);
    });
    const width = step === 0 ? 2 : 3;
    return counters.map(({ window_ms }, at) => ({
      used: slidingUse(values[at * width] ?? 0, Math.max(0, values[at * width + 1] ?? 0), window_ms, now),
      reset_seconds: secondsToReset(window_ms, now),
    }));
  }

  return {
    add: (counters, now) => read(counters, now, 1),
    look: (counters, now) => read(counters, now, 0),
    async takeBack(counters, now) {
      await read(counters, now, -1);
    },
    async block(key, seconds) {
      await redis.set(`limit:block:${key}`, '1', 'EX', seconds);
    },
    async blockedFor(key) {
      return Math.max(0, await redis.ttl(`limit:block:${key}`));
    },
  };
}
