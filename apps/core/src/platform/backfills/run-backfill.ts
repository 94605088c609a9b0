import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../context.ts';
import * as rows from './backfill-rows.ts';
import { type Backfill, batchRows } from './define-backfill.ts';

const reason = 'backfill';
const longestBatchMs = 1_000;
const lagLimitSeconds = 1;
const restWhileBehindMs = 2_000;

export interface BackfillRun {
  signal: AbortSignal;
  rest?: (milliseconds: number) => Promise<void>;
}

/**
 * Batch after batch until nothing is left, somebody pauses it, or the worker stops; the next run goes on where this
 * one ended. After each batch it rests as long as the batch took, longer while replicas lag or batches grow slow
 * because the database is busy (OPS-91).
 */
export async function runBackfill(platform: Platform, backfill: Backfill, run: BackfillRun): Promise<void> {
  const rest = run.rest ?? ((ms: number) => pause(ms, undefined, { signal: run.signal }));
  let limit = batchRows;
  while (!run.signal.aborted) {
    const began = performance.now();
    const { is_over, lag_seconds } = await takeBatch(platform, backfill, limit);
    if (is_over) return;
    const took = performance.now() - began;
    limit = took > longestBatchMs ? Math.max(50, Math.floor(limit / 2)) : Math.min(batchRows, limit * 2);
    await rest(lag_seconds > lagLimitSeconds ? restWhileBehindMs : took);
  }
}

async function takeBatch(platform: Platform, backfill: Backfill, limit: number) {
  const { db, clock } = platform;
  const { name } = backfill;
  try {
    return await db.asJob(reason, async (tx) => {
      const known = await rows.lockBackfill(tx, name);
      if (known?.state !== 'running') return { is_over: true, lag_seconds: 0 };
      const batch = await backfill.batch(tx, platform, known.position, limit);
      const updated_at = clock.now().toISOString();
      if (batch.position === null) {
        await rows.updateBackfillRow(tx, name, { state: 'finished', updated_at, finished_at: updated_at });
        return { is_over: true, lag_seconds: 0 };
      }
      await rows.updateBackfillRow(tx, name, {
        position: batch.position,
        rows_done: known.rows_done + batch.rows,
        updated_at,
      });
      return { is_over: false, lag_seconds: await rows.selectReplicaLag(tx) };
    });
  } catch (error) {
    const updated_at = clock.now().toISOString();
    const text = error instanceof Error ? error.name : 'Error';
    await db.asJob(reason, (tx) =>
      rows.updateBackfillRow(tx, name, { state: 'failed', error: text, updated_at }),
    );
    throw error;
  }
}
