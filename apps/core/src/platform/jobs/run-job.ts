import { systemActor } from '../auth/actor.ts';
import { type Context, createContext, type Platform } from '../context.ts';
import { type Job, type JobRun, PermanentFailure } from './define-job.ts';
import { Envelope } from './envelope.ts';

export function readEnvelope(data: unknown): Envelope {
  const parsed = Envelope.safeParse(data);
  if (!parsed.success) throw new PermanentFailure('The envelope of the job cannot be read');
  return parsed.data;
}

/** Restores who the job is for and runs it. Refuses a tenant's job without a tenant (IDN-118). */
export async function runJob(platform: Platform, job: Job, envelope: Envelope, run: JobRun): Promise<void> {
  const payload = job.schema.safeParse(envelope.payload);
  if (!payload.success) throw new PermanentFailure('The payload does not fit the job');
  if (job.scope === 'system') {
    const context = { platform, request_id: envelope.request_id, signal: run.signal };
    return job.run(context, payload.data, run);
  }
  if (envelope.tenant_id === null) throw new PermanentFailure('The job carries no tenant');
  return job.run(jobContext(platform, envelope.tenant_id, envelope, run.signal), payload.data, run);
}

/**
 * The tenant's context, acting for no person. Once the signal has spoken no transaction of it can commit any more:
 * a run that is over its time, or was taken over by another worker, has no further effect (OPS-96).
 */
export function jobContext(
  platform: Platform,
  tenantId: string,
  origin: { kind: string; request_id: string },
  signal: AbortSignal,
): Context {
  const actor = systemActor(tenantId, origin.kind);
  const context = createContext({ platform, actor, request_id: origin.request_id });
  const guarded = (door: Context['withTenant']): Context['withTenant'] => {
    return async (work) => {
      signal.throwIfAborted();
      return door(async (tx) => {
        const result = await work(tx);
        signal.throwIfAborted();
        return result;
      });
    };
  };
  const withTenant = guarded(context.withTenant);
  // What a job reads it acts upon, so it reads where it writes and never from a replica that lags behind.
  return { ...context, withTenant, readTenant: withTenant };
}
