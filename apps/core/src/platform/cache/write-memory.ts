import type { WriteMemory } from '@k12/db';
import type { Redis } from 'ioredis';

/** Longer than any replica may be behind and still be read. */
const keptSeconds = 60;
const member = 'xid';

/** Each person's newest writing transaction, for all processes. Two writes at once keep the later one. */
export function createWriteMemory(redis: Redis): WriteMemory {
  const keyOf = (writer: string) => `wrote:${writer}`;
  return {
    async remember(writer, transactionId) {
      const key = keyOf(writer);
      const answers = await redis
        .pipeline()
        .zadd(key, 'GT', transactionId, member)
        .expire(key, keptSeconds)
        .exec();
      for (const [error] of answers ?? []) if (error) throw error;
    },
    lastWrite: (writer) => redis.zscore(keyOf(writer), member),
  };
}
