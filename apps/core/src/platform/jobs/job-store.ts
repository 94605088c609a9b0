import type { Transaction } from '@k12/db';
import { sql } from 'kysely';
import { type Db, fromKysely, PgBoss } from 'pg-boss';
import type { Platform } from '../context.ts';
import { deadKeptSeconds, type QueueName, tenantConcurrency } from './job-queues.ts';

export interface ClaimedJob {
  queue: QueueName;
  id: string;
  data: unknown;
  /** Tries before this one. */
  retry_count: number;
  retry_limit: number;
  time_limit_seconds: number;
  created_at: string;
}

export type JobStore = ReturnType<typeof createJobStore>;

const reserved = 'run background jobs';

/** The queue in PostgreSQL, as role homeroom_job. Claims, outcomes and heartbeats of jobs; no timers of its own. */
export function createJobStore(platform: Platform, boss: PgBoss) {
  const asJob = <T>(work: (tx: Transaction) => Promise<T>) => platform.db.asJob(reserved, work);
  return {
    /** Takes up to `limit` jobs. Workers take turns, so that the bound per tenant holds over all of them (OPS-99). */
    claim: (queue: QueueName, limit: number, heartbeatSeconds: number): Promise<ClaimedJob[]> =>
      asJob(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`claim ${queue}`}))`.execute(tx);
        const rows = await boss.fetch<object>(queue, {
          batchSize: limit,
          groupConcurrency: tenantConcurrency,
          includeMetadata: true,
          db: fromKysely(tx),
        });
        if (rows.length === 0) return [];
        const ids = rows.map((row) => row.id);
        // A pause that an earlier failure asked for must not delay the takeover from a dead worker.
        await sql`update pgboss.job set retry_delay = 0, heartbeat_seconds = ${heartbeatSeconds}
          where name = ${queue} and id = any(${ids})`.execute(tx);
        return rows.map((row) => ({
          queue,
          id: row.id,
          data: row.data,
          retry_count: row.retryCount,
          retry_limit: row.retryLimit,
          time_limit_seconds: row.expireInSeconds,
          created_at: String(row.createdOn),
        }));
      }),

    /** False when the job is no longer this worker's: it was taken for dead and given to another. */
    complete: async (job: ClaimedJob, output: object): Promise<boolean> =>
      affected(await boss.complete(job.queue, attempt(job), output)),

    /** Tries again after the pause, or never; then it is a dead letter, kept for 90 days (OPS-95, OPS-107). */
    fail: (job: ClaimedJob, output: object, next: { pause_seconds: number } | 'never'): Promise<boolean> =>
      asJob(async (tx) => {
        const pause = next === 'never' ? 0 : next.pause_seconds;
        const limit = next === 'never' ? job.retry_count : job.retry_limit;
        await sql`update pgboss.job
          set retry_delay = ${pause}, retry_limit = ${limit}, deletion_seconds = ${deadKeptSeconds}
          where ${isMine(job)}`.execute(tx);
        return affected(await boss.fail(job.queue, attempt(job), output, { db: fromKysely(tx) }));
      }),

    /** Puts a job back as if it had not been taken: shutdown, or a version for a newer worker (OPS-103, OPS-104). */
    release: (job: ClaimedJob, pauseSeconds: number): Promise<void> =>
      asJob(async (tx) => {
        await sql`update pgboss.job
          set state = 'created', started_on = null, heartbeat_on = null,
            start_after = now() + ${pauseSeconds} * interval '1 second'
          where ${isMine(job)}`.execute(tx);
      }),

    /** Says that the jobs are alive; returns the ids of those that still are ours. */
    touch: (jobs: ClaimedJob[]): Promise<string[]> =>
      asJob(async (tx) => {
        const pairs = jobs.map((job) => `${job.id}:${job.retry_count}`);
        const { rows } = await sql<{ id: string }>`update pgboss.job set heartbeat_on = now()
          where id = any(${jobs.map((job) => job.id)}) and state = 'active'
            and (id::text || ':' || retry_count) = any(${pairs})
          returning id`.execute(tx);
        return rows.map((row) => row.id);
      }),
  };
}

function isMine(job: ClaimedJob) {
  return sql`name = ${job.queue} and id = ${job.id} and state = 'active' and retry_count = ${job.retry_count}`;
}

function attempt(job: ClaimedJob) {
  return { id: job.id, retryCount: job.retry_count };
}

function affected(response: object): boolean {
  return (response as { affected?: number }).affected === 1;
}

/** pg-boss on our own connections: it watches over heartbeats and time limits and removes what is old (OPS-96, OPS-107). */
export function createBoss(platform: Platform, superviseSeconds: number): PgBoss {
  const { job } = platform.db.pools;
  const db: Db = { executeSql: async (text, values) => job.query(text, values) };
  const boss = new PgBoss({
    db,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 3_600,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => platform.log.error({ err: error }, 'queue supervision failed'));
  return boss;
}
