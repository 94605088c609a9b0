import type { Platform } from '../context.ts';
import { describeError } from '../telemetry/describe-error.ts';
import { noteJobSpan } from '../telemetry/trace.ts';
import { type Job, JobFailure, PermanentFailure } from './define-job.ts';
import type { Envelope } from './envelope.ts';
import type { JobRegistry } from './job-registry.ts';
import type { ClaimedJob, JobStore } from './job-store.ts';
import { retryDelaySeconds } from './retry-delay.ts';
import { readEnvelope, runJob } from './run-job.ts';

export interface JobSettings {
  platform: Platform;
  store: JobStore;
  registry: JobRegistry;
  onFinished: (finished: FinishedJob) => Promise<void>;
}

export interface FinishedJob {
  id: string;
  kind: string;
  outcome: 'success' | 'failed';
  duration_ms: number;
  error: string | null;
}

/** Why a running job is told to stop when its worker stops. */
export class WorkerStops extends Error {}

/** How long a job that only a newer worker knows is left alone before it is offered again (OPS-103). */
const notForMeSeconds = 15;

/** How long the work of a suspended tenant rests before it is looked at again. */
const suspendedSeconds = 300;

/** One job from claim to outcome. Never throws: an outcome that cannot be written is left to the heartbeat watch. */
export async function handleJob(
  job: ClaimedJob,
  stop: AbortController,
  settings: JobSettings,
): Promise<void> {
  const { platform, store } = settings;
  const started = performance.now();
  let envelope: Envelope | null = null;
  const ended = (outcome: string, error?: unknown) =>
    report(platform, job, envelope, { outcome, started, error });
  try {
    envelope = readEnvelope(job.data);
    const definition = settings.registry.find(envelope);
    if (!definition) {
      await store.release(job, notForMeSeconds);
      return ended('left for a newer worker');
    }
    if (await mustWait(platform, definition, envelope)) {
      await store.release(job, suspendedSeconds);
      return ended('tenant suspended');
    }
    const run = { job_id: job.id, attempt: job.retry_count + 1, signal: stop.signal };
    await withinLimit(runJob(platform, definition, envelope, run), job.time_limit_seconds, stop);
    await store.complete(job, {});
    const facts = { id: job.id, kind: envelope.kind, duration_ms: elapsed(started) };
    await settings.onFinished({ ...facts, outcome: 'success', error: null });
    ended('success');
  } catch (error) {
    if (stop.signal.reason instanceof WorkerStops) return ended('put back');
    const facts = { id: job.id, kind: envelope?.kind ?? 'unknown', duration_ms: elapsed(started) };
    await recordFailure(job, facts, error, settings).catch((later) =>
      platform.log.error({ err: later, job_id: job.id }, 'the failure of a job could not be written'),
    );
    ended('failed', error);
  }
}

/** In a suspended tenant work stops and nothing of it is lost (IDN-10). */
async function mustWait({ db }: Platform, job: Job, { tenant_id }: Envelope): Promise<boolean> {
  if (job.scope !== 'tenant' || job.while_suspended || tenant_id === null) return false;
  const tenant = await db.global
    .selectFrom('tenants')
    .select('state')
    .where('id', '=', tenant_id)
    .executeTakeFirst();
  return tenant?.state === 'suspended';
}

async function recordFailure(
  job: ClaimedJob,
  facts: Omit<FinishedJob, 'outcome' | 'error'>,
  error: unknown,
  settings: JobSettings,
): Promise<void> {
  const description = describeError(error);
  // Only words of ours are kept as they are: other messages may quote what people wrote (OPS-150).
  const message = error instanceof JobFailure ? error.message.slice(0, 1_000) : description.message;
  const output = {
    name: description.type,
    message,
    stack: description.frames.join('\n'),
    permanent: error instanceof PermanentFailure,
    failed_at: new Date().toISOString(),
  };
  const first = settings.registry.named(facts.kind)?.first_retry_seconds;
  const isLast = error instanceof PermanentFailure || job.retry_count >= job.retry_limit;
  const next = isLast ? 'never' : { pause_seconds: retryDelaySeconds(job.retry_count + 1, first) };
  await settings.store.fail(job, output, next);
  await settings.onFinished({ ...facts, outcome: 'failed', error: message });
}

/** One log line and one measurement for each run; unforeseen errors are kept where operators look for them. */
function report(
  platform: Platform,
  job: ClaimedJob,
  envelope: Envelope | null,
  { outcome, started, error }: { outcome: string; started: number; error?: unknown },
): void {
  const kind = envelope?.kind ?? 'unknown';
  const [request_id, tenant_id] = [envelope?.request_id ?? null, envelope?.tenant_id ?? null];
  const duration_ms = elapsed(started);
  const facts = { queue: job.queue, kind, job_id: job.id, attempt: job.retry_count + 1 };
  const line = {
    ...facts,
    request_id,
    tenant_id,
    user_id: envelope?.started_by ?? null,
    outcome,
    duration_ms,
  };
  platform.metrics.jobs.observe({ kind, outcome }, duration_ms / 1_000);
  noteJobSpan(kind, { outcome, duration_ms, failed: error !== undefined, request_id });
  if (error === undefined) platform.log.info(line, 'job');
  else platform.log.warn({ ...line, err: error }, 'job');
  if (error !== undefined && !(error instanceof JobFailure)) {
    platform.errors.record(error, { source: 'worker', route: kind, request_id, tenant_id });
  }
}

/** OPS-96: over its time a job is told to stop and counts as failed, whether it listens or not. */
async function withinLimit(work: Promise<void>, seconds: number, stop: AbortController): Promise<void> {
  const tooLong = () => stop.abort(new JobFailure(`The job took longer than ${seconds} s`));
  const limit = setTimeout(tooLong, seconds * 1_000);
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
  });
  try {
    await Promise.race([work, stopped]);
  } finally {
    clearTimeout(limit);
    work.catch(() => undefined);
  }
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}
