import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { type Bus, createSubscriptions } from './bus.ts';

const channel = 'homeroom_bus';
const retryMs = 1_000;

/** LISTEN needs a connection of its own that no pooler hands to somebody else (OPS-70). */
export function createPostgresBus(directUrl: string, log: Log): Bus {
  const subscriptions = createSubscriptions();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let connecting = connect();

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: directUrl,
      application_name: 'homeroom-bus',
      keepAlive: true,
    });
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    next.on('notification', ({ payload }) => subscriptions.deliver(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (closed) return void (await next.end());
      client = next;
      subscriptions.reconnected();
    } catch (error) {
      log.warn({ err: error }, 'the bus cannot connect');
      next.end().catch(() => undefined);
      tryLater();
    }
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return;
    client = null;
    tryLater();
  }

  function tryLater(): void {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connecting = connect();
    }, retryMs).unref();
  }

  return {
    async publish(topic, text) {
      if (!client) await connecting;
      await client?.query('select pg_notify($1, $2)', [channel, `${topic} ${text}`]);
    },
    subscribe: subscriptions.add,
    isConnected: () => client !== null,
    async close() {
      closed = true;
      clearTimeout(retry);
      await connecting;
      const last = client;
      client = null;
      await last?.end();
    },
  };
}

/** A message that is sent when the transaction commits, and not at all when it does not. */
export async function publishOnCommit(tx: Transaction, topic: string, text: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${`${topic} ${text}`})`.execute(tx);
}
