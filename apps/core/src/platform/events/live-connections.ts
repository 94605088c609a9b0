import type { LiveRow } from './live-rows.ts';

export interface LiveConnection {
  tenant_id: string;
  user_id: string;
  session_id: string;
  school_ids: ReadonlySet<string>;
  /** False when the other side does not keep up. */
  send(name: string, details: unknown): boolean;
  ping(): void;
  end(): void;
}

/** The open streams of this process; every delivery is by tenant first (IDN-119). */
export function createLiveConnections(limits: { connections: number; connections_per_session: number }) {
  const connections = new Set<LiveConnection>();

  function drop(connection: LiveConnection): void {
    if (connections.delete(connection)) connection.end();
  }

  function sendTo(connection: LiveConnection, name: string, details: unknown): void {
    if (!connection.send(name, details)) drop(connection);
  }

  return {
    all: () => [...connections],
    size: () => connections.size,
    isFull: () => connections.size >= limits.connections,
    tenantIds: () => [...new Set([...connections].map((connection) => connection.tenant_id))],
    /** The oldest stream of a session gives way to its newest. */
    add(connection: LiveConnection): void {
      const own = [...connections].filter((other) => other.session_id === connection.session_id);
      for (const oldest of own.slice(0, Math.max(0, own.length + 1 - limits.connections_per_session)))
        drop(oldest);
      connections.add(connection);
    },
    drop,
    deliver(row: LiveRow): void {
      for (const connection of connections)
        if (isFor(row, connection)) sendTo(connection, row.name, row.details);
    },
    broadcast(name: string): void {
      for (const connection of connections) sendTo(connection, name, {});
    },
  };
}

function isFor(row: LiveRow, connection: LiveConnection): boolean {
  if (row.tenant_id !== connection.tenant_id) return false;
  if (row.user_id !== null) return row.user_id === connection.user_id;
  return row.school_id === null || connection.school_ids.has(row.school_id);
}
