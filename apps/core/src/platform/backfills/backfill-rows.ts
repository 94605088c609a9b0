import type { Transaction } from '@k12/db';
import { sql } from 'kysely';

export function listBackfillRows(tx: Transaction) {
  return tx.selectFrom('backfills').selectAll().execute();
}

/** Locked: two workers do not take the same batch. */
export function lockBackfill(tx: Transaction, name: string) {
  return tx.selectFrom('backfills').selectAll().where('name', '=', name).forUpdate().executeTakeFirst();
}

/** From the beginning, or behind the position where it was paused or failed. */
export async function startBackfillRow(tx: Transaction, name: string, at: string): Promise<void> {
  await tx
    .insertInto('backfills')
    .values({ name, state: 'running', started_at: at, updated_at: at })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => {
        const isOver = eb('backfills.state', '=', 'finished');
        return {
          state: 'running',
          error: null,
          finished_at: null,
          updated_at: at,
          position: eb.case().when(isOver).then(null).else(eb.ref('backfills.position')).end(),
          rows_done: eb.case().when(isOver).then(0).else(eb.ref('backfills.rows_done')).end(),
        };
      }),
    )
    .execute();
}

export async function updateBackfillRow(
  tx: Transaction,
  name: string,
  changes: {
    state?: 'paused' | 'finished' | 'failed';
    position?: string | null;
    rows_done?: number;
    error?: string | null;
    updated_at: string;
    finished_at?: string;
  },
): Promise<void> {
  await tx.updateTable('backfills').set(changes).where('name', '=', name).execute();
}

/** How far the slowest replica is behind what is written here, in seconds; 0 without one. */
export async function selectReplicaLag(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from max(replay_lag))::float8 as seconds from pg_stat_replication`.execute(tx);
  return rows[0]?.seconds ?? 0;
}
