import type { DatabaseHandle } from '@k12/db';
import { LRUCache } from 'lru-cache';
import type { Bus } from '../cache/bus.ts';
import type { Log } from '../log.ts';
import { createLiveConnections, type LiveConnection } from './live-connections.ts';
import { listLiveEvents, listLiveSessions } from './live-rows.ts';
import { liveTopic } from './publish-live.ts';

const defaultLimits = { connections: 5_000, connections_per_session: 6, poll_ms: 1_000, ping_ms: 15_000 };

/** Sessions are looked up this often, so that a stream ends within five seconds of its session (IDN-35). */
const sessionCheckMs = 2_000;

type Connections = ReturnType<typeof createLiveConnections>;

/**
 * Passes news on to the open streams of this process. Messages between processes wake it up; where they do not
 * arrive it looks by itself every second. With nobody connected it asks nothing.
 */
export function createLiveHub(parts: { db: DatabaseHandle; bus: Bus; log: Log }, limits = defaultLimits) {
  const { db, bus, log } = parts;
  const connections = createLiveConnections(limits);
  const reader = createReader(db, log, connections);
  let timers: NodeJS.Timeout[] = [];

  bus.subscribe(liveTopic, {
    receive: (tenantId) => {
      if (connections.tenantIds().includes(tenantId)) reader.wake();
    },
    reconnected: reader.wake,
  });
  const flagsChanged = () => connections.broadcast('feature_flags_changed');
  bus.subscribe('flags', { receive: flagsChanged, reconnected: flagsChanged });

  async function endExpired(): Promise<void> {
    const open = connections.all();
    const alive = await listLiveSessions(db, open);
    for (const connection of open.filter(({ session_id }) => !alive.has(session_id))) {
      connection.send('session_ended', {});
      connections.drop(connection);
    }
  }

  function startTimers(): void {
    if (timers.length > 0) return;
    const every = (ms: number, work: () => void) => setInterval(work, ms).unref();
    const check = () =>
      endExpired().catch((error) => log.warn({ err: error }, 'sessions could not be checked'));
    const ping = () => {
      for (const connection of connections.all()) connection.ping();
    };
    timers = [every(limits.poll_ms, reader.wake), every(limits.ping_ms, ping), every(sessionCheckMs, check)];
  }

  return {
    /** False when this process has as many streams as it can bear. */
    async open(connection: LiveConnection): Promise<boolean> {
      if (connections.isFull()) return false;
      await reader.skipPast(connection.tenant_id);
      connections.add(connection);
      startTimers();
      return true;
    },
    leave: connections.drop,
    count: connections.size,
    async close(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      timers = [];
      for (const connection of connections.all()) connections.drop(connection);
      await reader.idle();
    },
  };
}

export type LiveHub = ReturnType<typeof createLiveHub>;

/** One reading at a time; news that come meanwhile are read right after. */
function createReader(db: DatabaseHandle, log: Log, connections: Connections) {
  const seen = new LRUCache<string, true>({ max: 20_000 });
  let current: Promise<void> | null = null;
  let again = false;

  async function read(): Promise<void> {
    do {
      again = false;
      for (const row of await listLiveEvents(db, connections.tenantIds())) {
        if (seen.has(row.id)) continue;
        seen.set(row.id, true);
        connections.deliver(row);
      }
    } while (again);
  }

  return {
    wake(): void {
      again = true;
      if (current || connections.size() === 0) return;
      current = read()
        .catch((error) => log.warn({ err: error }, 'live events could not be read'))
        .finally(() => {
          current = null;
        });
    },
    /** What happened before the first stream of a tenant was opened is on its page already. */
    async skipPast(tenantId: string): Promise<void> {
      if (connections.tenantIds().includes(tenantId)) return;
      for (const row of await listLiveEvents(db, [tenantId])) seen.set(row.id, true);
    },
    idle: async () => void (await current),
  };
}
