import type { DatabaseHandle } from '@k12/db';
import { sql } from 'kysely';

export interface LiveRow {
  tenant_id: string;
  id: string;
  name: string;
  user_id: string | null;
  school_id: string | null;
  details: unknown;
  occurred_at: string;
}

const reason = 'pass on what open pages of several tenants are told';

/** A transaction may commit some seconds after it wrote; what was passed on already the hub knows by id. */
export function listLiveEvents(db: DatabaseHandle, tenantIds: string[]): Promise<LiveRow[]> {
  if (tenantIds.length === 0) return Promise.resolve([]);
  return db.asJob(reason, (tx) =>
    tx
      .selectFrom('live_events')
      .selectAll()
      .where('tenant_id', 'in', tenantIds)
      .where('occurred_at', '>', sql<string>`now() - interval '10 seconds'`)
      .orderBy('id')
      .execute(),
  );
}

/** Those of the sessions that are neither ended nor expired. */
export async function listLiveSessions(
  db: DatabaseHandle,
  sessions: { tenant_id: string; session_id: string }[],
): Promise<Set<string>> {
  if (sessions.length === 0) return new Set();
  const rows = await db.global
    .selectFrom('session_directory')
    .select('session_id')
    .where('tenant_id', 'in', [...new Set(sessions.map((session) => session.tenant_id))])
    .where('session_id', 'in', [...new Set(sessions.map((session) => session.session_id))])
    .where('expires_at', '>', sql<string>`now()`)
    .where('idle_expires_at', '>', sql<string>`now()`)
    .execute();
  return new Set(rows.map((row) => row.session_id));
}

export async function deleteLiveEventsBefore(db: DatabaseHandle, instant: Date): Promise<void> {
  await db.asJob('remove live events that were passed on', async (tx) => {
    await tx.deleteFrom('live_events').where('occurred_at', '<', instant.toISOString()).execute();
  });
}
