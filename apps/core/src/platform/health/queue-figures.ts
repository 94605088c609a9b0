import type { DatabaseHandle } from '@k12/db';
import { sql } from 'kysely';

export interface QueueFigures {
  depth: number;
  oldest_seconds: number;
  heartbeat_seconds: number | null;
  dead: number;
  failure_percent: number | null;
}

/** Depth and age count jobs that may run now; what is scheduled for later is not waiting. */
export async function readQueueFigures(db: DatabaseHandle): Promise<QueueFigures> {
  return db.asJob('health of the job queue', async (tx) => {
    const { rows } = await sql<{
      depth: string;
      oldest_seconds: number | null;
      dead: string;
      finished: string;
      failed: string;
      heartbeat_seconds: number | null;
    }>`
      select
        count(*) filter (where state in ('created', 'retry') and start_after <= now()) as depth,
        extract(epoch from now() - min(greatest(created_on, start_after))
          filter (where state in ('created', 'retry') and start_after <= now()))::float8 as oldest_seconds,
        count(*) filter (where state = 'failed') as dead,
        count(*) filter (where completed_on > now() - interval '15 minutes') as finished,
        count(*) filter (where state = 'failed' and completed_on > now() - interval '15 minutes') as failed,
        (select extract(epoch from now() - max(seen_at))::float8 from job_workers) as heartbeat_seconds
      from pgboss.job`.execute(tx);
    const [row] = rows;
    const finished = Number(row?.finished ?? 0);
    return {
      depth: Number(row?.depth ?? 0),
      oldest_seconds: Math.round(row?.oldest_seconds ?? 0),
      heartbeat_seconds: row?.heartbeat_seconds ?? null,
      dead: Number(row?.dead ?? 0),
      failure_percent: finished === 0 ? null : Math.round((Number(row?.failed ?? 0) / finished) * 1000) / 10,
    };
  });
}
