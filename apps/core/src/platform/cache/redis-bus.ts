import type { Redis } from 'ioredis';
import { type Bus, createSubscriptions } from './bus.ts';

const channel = 'homeroom:bus';

/** A subscribed connection can do nothing else, so the bus opens a second one. */
export function createRedisBus(redis: Redis): Bus {
  const subscriptions = createSubscriptions();
  const listener = redis.duplicate({ autoResubscribe: false });
  let connected = false;
  listener.on('error', () => undefined);
  listener.on('close', () => {
    connected = false;
  });
  listener.on('ready', async () => {
    try {
      await listener.subscribe(channel);
      connected = true;
      subscriptions.reconnected();
    } catch {
      listener.disconnect(true);
    }
  });
  listener.on('message', (_channel, message) => subscriptions.deliver(message));
  return {
    async publish(topic, text) {
      await redis.publish(channel, `${topic} ${text}`);
    },
    subscribe: subscriptions.add,
    isConnected: () => connected,
    async close() {
      listener.disconnect();
    },
  };
}
