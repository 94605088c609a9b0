import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Job, SystemJob, TenantJob } from './define-job.ts';
import type { Envelope } from './envelope.ts';
import { finishedKeptSeconds, waitingKeptSeconds } from './job-queues.ts';
import { defaultTries } from './retry-delay.ts';

export interface EnqueueOptions {
  /** While a job of this kind and key waits or runs, asking again gives back its id (OPS-97). */
  unique_key?: string;
  run_at?: Date;
}

const defaultTimeLimitSeconds = 900;
const duplicateTries = 5;

/** Queues a job in the transaction of the change that needs it: no commit, no job (OPS-93). Gives its id. */
export async function enqueue<S extends z.ZodType>(
  tx: Transaction,
  context: Context,
  job: TenantJob<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<string> {
  const { actor } = context;
  return insertJob(tx, job, options, {
    kind: job.name,
    version: job.version,
    tenant_id: actor.tenant_id,
    request_id: context.request_id,
    started_by: actor.impersonation?.actor_user_id ?? actor.user_id,
    payload: job.schema.parse(payload),
  });
}

/** For jobs without a tenant; the transaction is one of the job role, `db.asJob`. */
export async function enqueueSystemJob<S extends z.ZodType>(
  tx: Transaction,
  job: SystemJob<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<string> {
  const origin = { tenant_id: null, request_id: newId(), started_by: null };
  return insertJob(tx, job, options, {
    kind: job.name,
    version: job.version,
    ...origin,
    payload: job.schema.parse(payload),
  });
}

async function insertJob(
  tx: Transaction,
  job: Job,
  options: EnqueueOptions,
  envelope: Envelope,
): Promise<string> {
  const id = newId();
  const group = envelope.tenant_id;
  const key =
    options.unique_key === undefined ? id : `${job.name}:${group ?? 'system'}:${options.unique_key}`;
  for (let attempt = 0; attempt < duplicateTries; attempt++) {
    if (await insertRow(tx, job, { id, key, group, run_at: options.run_at ?? null, envelope })) return id;
    const waiting = await selectUnfinished(tx, job, key);
    if (waiting) return waiting;
    // The one in the way has just finished: try once more.
  }
  throw new Error(`Job ${job.name} could not be queued: its key stays taken by a job that cannot be seen`);
}

interface NewJob {
  id: string;
  key: string;
  group: string | null;
  run_at: Date | null;
  envelope: Envelope;
}

/** Written in one statement, without a running pg-boss, so that it travels with the caller's other statements. */
async function insertRow(tx: Transaction, job: Job, row: NewJob): Promise<boolean> {
  const start = row.run_at === null ? sql`now()` : sql`${row.run_at.toISOString()}::timestamptz`;
  const { rows } = await sql<{ id: string }>`
    insert into pgboss.job
      (id, name, data, start_after, singleton_key, group_id, retry_limit, expire_seconds, deletion_seconds, keep_until, policy)
    values (
      ${row.id}, ${job.queue}, ${JSON.stringify(row.envelope)}::jsonb, ${start}, ${row.key}, ${row.group},
      ${(job.tries ?? defaultTries) - 1}, ${job.time_limit_seconds ?? defaultTimeLimitSeconds}, ${finishedKeptSeconds},
      ${start} + ${waitingKeptSeconds} * interval '1 second', 'exclusive'
    )
    on conflict do nothing
    returning id`.execute(tx);
  return rows.length === 1;
}

/** Locked against being started until the caller commits, so that the run sees what the caller wrote. */
async function selectUnfinished(tx: Transaction, job: Job, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from pgboss.job
    where name = ${job.queue} and coalesce(singleton_key, '') = ${key} and state <= 'active'
    for key share`.execute(tx);
  return rows[0]?.id;
}
