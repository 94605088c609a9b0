import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, reason } from '../records.ts';

export const QueueName = z.enum(['critical', 'default', 'low', 'maintenance']);
export const JobState = z.enum([
  'waiting',
  'scheduled',
  'running',
  'retrying',
  'finished',
  'dead',
  'discarded',
]);
export type JobState = z.infer<typeof JobState>;

export const Job = z
  .object({
    id,
    kind: z.string(),
    queue: QueueName,
    state: JobState,
    tenant_id: id.nullable(),
    /** The person who asked for it; null for work the system started. */
    started_by: id.nullable(),
    request_id: z.string(),
    /** Tries so far, and how many there are at most. */
    attempts: z.int(),
    tries: z.int(),
    created_at: instant,
    /** Not before this instant. */
    run_at: instant,
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
    error: z.object({ name: z.string(), message: z.string(), permanent: z.boolean() }).nullable(),
    can: z.object({ retry: z.boolean() }),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

const filters = {
  ...pageQuery,
  kind: z.string().max(80).optional(),
  queue: QueueName.optional(),
  state: JobState.optional(),
};

export const JobQuery = z.strictObject(filters);
export type JobQuery = z.infer<typeof JobQuery>;

export const listJobs = endpoint({
  name: 'jobs.list',
  method: 'GET',
  path: '/admin/jobs',
  summary: 'Imports, exports and other jobs that people of the organisation started, newest first',
  permission: 'operations.read_own',
  rate: 'general',
  query: JobQuery,
  replies: { 200: page(Job) },
});

export const getJob = endpoint({
  name: 'jobs.get',
  method: 'GET',
  path: '/admin/jobs/{id}',
  summary: 'One job that a person of the organisation started',
  permission: 'operations.read_own',
  rate: 'general',
  params: idParams,
  replies: { 200: Job },
});

export const retryJob = endpoint({
  name: 'jobs.retry',
  method: 'POST',
  path: '/admin/jobs/{id}/retry',
  summary: 'Start a dead job again, if what it is about still exists',
  permission: 'operations.read_own',
  rate: 'general',
  params: idParams,
  replies: { 200: Job },
  errors: ['conflict'],
});

export const OperatorJob = Job.extend({
  version: z.int(),
  payload: z.unknown(),
  stack: z.string().nullable(),
  discard_reason: z.string().nullable(),
}).meta({ id: 'OperatorJob' });
export type OperatorJob = z.infer<typeof OperatorJob>;

export const OperatorJobQuery = z.strictObject({ ...filters, tenant_id: id.optional() });
export type OperatorJobQuery = z.infer<typeof OperatorJobQuery>;

export const listAllJobs = endpoint({
  name: 'operations.jobs',
  method: 'GET',
  path: '/admin/operations/jobs',
  summary: 'Jobs of all tenants and of the installation',
  permission: 'platform',
  rate: 'general',
  query: OperatorJobQuery,
  replies: { 200: page(OperatorJob) },
});

export const getAnyJob = endpoint({
  name: 'operations.job',
  method: 'GET',
  path: '/admin/operations/jobs/{id}',
  summary: 'One job with its payload, error and trace',
  permission: 'platform',
  rate: 'general',
  params: idParams,
  replies: { 200: OperatorJob },
});

export const discardJob = endpoint({
  name: 'operations.discard_job',
  method: 'POST',
  path: '/admin/operations/jobs/{id}/discard',
  summary: 'Give up a job that waits or is dead',
  permission: 'platform',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ reason }),
  replies: { 200: OperatorJob },
  errors: ['conflict'],
});

/** One, a selection, or all dead jobs of a kind. */
export const JobReplay = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(200) }),
  z.strictObject({ kind: z.string().max(80) }),
]);
export type JobReplay = z.infer<typeof JobReplay>;

export const replayJobs = endpoint({
  name: 'operations.replay_jobs',
  method: 'POST',
  path: '/admin/operations/jobs/replay',
  summary: 'Start dead jobs again whose subject still exists; at most 200 in one call',
  permission: 'platform',
  rate: 'bulk',
  body: JobReplay,
  replies: {
    200: z.object({
      data: z.array(
        z.object({ id, outcome: z.enum(['replayed', 'gone', 'not_dead', 'unknown_kind', 'waiting']) }),
      ),
    }),
  },
});

export const QueueFigures = z.object({
  queue: QueueName,
  waiting: z.int(),
  scheduled: z.int(),
  running: z.int(),
  retrying: z.int(),
  dead: z.int(),
  oldest_waiting_seconds: z.number().nullable(),
  finished_last_hour: z.int(),
  /** From due to started, of the last hour. */
  latency_p50_ms: z.number().nullable(),
  latency_p95_ms: z.number().nullable(),
});
export type QueueFigures = z.infer<typeof QueueFigures>;

export const JobWorkerRow = z.object({
  id,
  host: z.string(),
  version: z.string(),
  started_at: instant,
  seen_at: instant,
  running_count: z.int(),
  state: z.enum(['working', 'stopping']),
});

export const listQueues = endpoint({
  name: 'operations.queues',
  method: 'GET',
  path: '/admin/operations/queues',
  summary: 'Length, rate and latency of each queue, and the workers that are alive',
  permission: 'platform',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(QueueFigures), workers: z.array(JobWorkerRow) }) },
});

export const JobSchedule = z.object({
  kind: z.string(),
  cron: z.string(),
  time_zone: z.string(),
  next_run_at: instant,
  last_run_at: instant.nullable(),
  last_job_id: id.nullable(),
  last_duration_ms: z.int().nullable(),
  last_outcome: z.enum(['success', 'failed']).nullable(),
  last_error: z.string().nullable(),
});
export type JobSchedule = z.infer<typeof JobSchedule>;

export const listJobSchedules = endpoint({
  name: 'operations.job_schedules',
  method: 'GET',
  path: '/admin/operations/job_schedules',
  summary: 'Recurring work: last run, next run, duration and outcome',
  permission: 'platform',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(JobSchedule) }) },
});
