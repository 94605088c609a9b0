import type { JobSchedule, JobState, OperatorJobQuery, QueueFigures } from '@k12/contracts/operations/jobs';
import type { Transaction } from '@k12/db';
import { type RawBuilder, sql } from 'kysely';
import type { Position } from '../../../platform/in-order-after.ts';
import type { JobRow } from './jobs.rules.ts';

const columns = sql`id, name, state, data, output, retry_count, retry_limit, created_on, start_after, started_on,
  completed_on, start_after <= now() as is_due`;

const conditionOf: Record<JobState, RawBuilder<unknown>> = {
  waiting: sql`state = 'created' and start_after <= now()`,
  scheduled: sql`state = 'created' and start_after > now()`,
  running: sql`state = 'active'`,
  retrying: sql`state = 'retry'`,
  finished: sql`state = 'completed'`,
  dead: sql`state = 'failed'`,
  discarded: sql`state = 'cancelled'`,
};

export interface JobFilter extends OperatorJobQuery {
  /** Only those that a person started (OPS-106). */
  by_person?: boolean;
}

/** Newest first; `after` is the position of the last row already shown. */
export async function listJobs(tx: Transaction, filter: JobFilter, after: Position): Promise<JobRow[]> {
  const conditions = [sql`true`];
  if (filter.tenant_id) conditions.push(sql`group_id = ${filter.tenant_id}`);
  if (filter.by_person) conditions.push(sql`data ->> 'started_by' is not null`);
  if (filter.queue) conditions.push(sql`name = ${filter.queue}`);
  if (filter.kind) conditions.push(sql`data ->> 'kind' = ${filter.kind}`);
  if (filter.state) conditions.push(sql`(${conditionOf[filter.state]})`);
  if (after) conditions.push(sql`(created_on, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const { rows } = await sql<JobRow>`
    select ${columns} from pgboss.job where ${sql.join(conditions, sql` and `)}
    order by created_on desc, id desc limit ${filter.limit + 1}`.execute(tx);
  return rows;
}

export async function selectOptionalJob(tx: Transaction, id: string): Promise<JobRow | undefined> {
  const { rows } = await sql<JobRow>`select ${columns} from pgboss.job where id = ${id}`.execute(tx);
  return rows[0];
}

/** False when it is not dead any more. Fails with 23505 when the same work waits already. */
export async function reviveJob(tx: Transaction, id: string, tries: number): Promise<boolean> {
  const { rows } = await sql`
    update pgboss.job set state = 'retry', retry_limit = retry_count + ${tries}, start_after = now(),
      completed_on = null, keep_until = now() + interval '14 days', deletion_seconds = 7 * 86400
    where id = ${id} and state = 'failed' returning id`.execute(tx);
  return rows.length === 1;
}

/** False when it runs or has ended. */
export async function discardJob(tx: Transaction, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql`
    update pgboss.job set state = 'cancelled', completed_on = now(),
      output = coalesce(output, '{}') || jsonb_build_object('discard_reason', ${reason}::text)
    where id = ${id} and state in ('created', 'retry', 'failed') returning id`.execute(tx);
  return rows.length === 1;
}

export async function keepDeadJobs(tx: Transaction, seconds: number): Promise<void> {
  await sql`update pgboss.job set deletion_seconds = ${seconds}
    where state = 'failed' and deletion_seconds < ${seconds}`.execute(tx);
}

/** Latency: from the instant at which a job was due to the start of its last try. */
export async function listQueueFigures(tx: Transaction): Promise<QueueFigures[]> {
  const { rows } = await sql<QueueFigures>`
    select q.name as queue,
      count(*) filter (where j.state = 'created' and j.start_after <= now()) as waiting,
      count(*) filter (where j.state = 'created' and j.start_after > now()) as scheduled,
      count(*) filter (where j.state = 'active') as running,
      count(*) filter (where j.state = 'retry') as retrying,
      count(*) filter (where j.state = 'failed') as dead,
      extract(epoch from now() - min(j.start_after)
        filter (where j.state < 'active' and j.start_after <= now()))::float8 as oldest_waiting_seconds,
      count(*) filter (where j.state = 'completed' and j.completed_on > now() - interval '1 hour') as finished_last_hour,
      1000 * percentile_cont(0.5) within group (order by extract(epoch from j.started_on - j.start_after)::float8)
        filter (where j.started_on > now() - interval '1 hour') as latency_p50_ms,
      1000 * percentile_cont(0.95) within group (order by extract(epoch from j.started_on - j.start_after)::float8)
        filter (where j.started_on > now() - interval '1 hour') as latency_p95_ms
    from pgboss.queue q left join pgboss.job j on j.name = q.name
    group by q.name order by q.name`.execute(tx);
  return rows;
}

export function listWorkers(tx: Transaction) {
  return tx.selectFrom('job_workers').selectAll().orderBy('started_at').execute();
}

export function listSchedules(tx: Transaction): Promise<JobSchedule[]> {
  return tx.selectFrom('job_schedules').selectAll().orderBy('kind').execute();
}
