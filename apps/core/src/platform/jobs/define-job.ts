import type { z } from 'zod';
import type { Context, Platform } from '../context.ts';
import type { QueueName } from './job-queues.ts';
import { requireIdsOnly } from './payload-rules.ts';

/** What a running job knows of itself. The signal ends it: time limit, shutdown, or another worker took it over. */
export interface JobRun {
  job_id: string;
  /** 1 for the first try. */
  attempt: number;
  signal: AbortSignal;
}

/** A job without a tenant gets no door to tenant data; it visits tenants one by one with `forEachTenant`. */
export interface SystemContext {
  platform: Platform;
  request_id: string;
  signal: AbortSignal;
}

interface JobSettings<S extends z.ZodType> {
  /** `feature.verb`, for example `mail.send`. */
  name: string;
  /** Raised when the payload changes its meaning; a worker leaves versions it does not know (OPS-103). */
  version: number;
  queue: QueueName;
  /** Ids and settings only (OPS-101). */
  schema: S;
  /** Tries before the job is dead; 8 with growing pauses are about six hours (OPS-95). */
  tries?: number;
  first_retry_seconds?: number;
  time_limit_seconds?: number;
  /** False when what the job is about is gone, so that running it again has no sense (OPS-105). */
  exists?: (context: Context, payload: z.output<S>) => Promise<boolean>;
}

export interface TenantJob<S extends z.ZodType = z.ZodType> extends JobSettings<S> {
  scope: 'tenant';
  /** Runs although the tenant is suspended: exports and keeping periods, nothing else (IDN-10). */
  while_suspended?: boolean;
  run: (context: Context, payload: z.output<S>, run: JobRun) => Promise<void>;
}

export interface SystemJob<S extends z.ZodType = z.ZodType> extends JobSettings<S> {
  scope: 'system';
  /** Five fields, in the time zone given (UTC otherwise). Scheduled jobs get the payload `{}`. */
  schedule?: { cron: string; time_zone?: string };
  run: (context: SystemContext, payload: z.output<S>, run: JobRun) => Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds jobs of every payload
export type Job = TenantJob<any> | SystemJob<any>;

type Given<J extends { scope: string }> = Omit<J, 'scope'>;

/** A job of one tenant: runs under its context and cannot read another (OPS-102). */
export function defineJob<S extends z.ZodType>(job: Given<TenantJob<S>>): TenantJob<S> {
  requireIdsOnly(job.name, job.schema);
  return { ...job, scope: 'tenant' };
}

/** A job that crosses tenants says so here and is listed in docs/jobs.md (OPS-102). */
export function defineSystemJob<S extends z.ZodType>(job: Given<SystemJob<S>>): SystemJob<S> {
  requireIdsOnly(job.name, job.schema);
  return { ...job, scope: 'system' };
}

/** A failure whose words are ours: shown to operators and admins as they are. Others are shown without literals. */
export class JobFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Trying again cannot help: the record is gone, a partner refused. The job is dead at once (OPS-95). */
export class PermanentFailure extends JobFailure {}
