import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../context.ts';
import { PermanentFailure } from './define-job.ts';
import { type QueueName, queueSettings } from './job-queues.ts';
import type { JobRegistry } from './job-registry.ts';
import type { ClaimedJob, JobStore } from './job-store.ts';
import { retryDelaySeconds } from './retry-delay.ts';
import { readEnvelope, runJob } from './run-job.ts';

export interface RunningJob {
  job: ClaimedJob;
  stop: AbortController;
  done: Promise<void>;
}

export interface LoopSettings {
  platform: Platform;
  store: JobStore;
  registry: JobRegistry;
  heartbeat_seconds: number;
  onFinished: (finished: FinishedJob) => Promise<void>;
}

export interface FinishedJob {
  id: string;
  kind: string;
  outcome: 'success' | 'failed';
  duration_ms: number;
  error: string | null;
}

/** How long a job that only a newer worker knows is left alone before it is offered again (OPS-103). */
const notForMeSeconds = 15;

class Stopped extends Error {}

/** Reads one queue: takes jobs while there are free slots, waits when there are none. */
export function startQueueLoop(queue: QueueName, settings: LoopSettings) {
  const { slots, poll_ms } = queueSettings[queue];
  const { store, platform } = settings;
  const running = new Map<string, RunningJob>();
  const stopping = new AbortController();

  async function loop() {
    while (!stopping.signal.aborted) {
      const claimed = await takeJobs().catch((error) => {
        platform.log.error({ err: error, queue }, 'jobs could not be taken');
        return [];
      });
      // The jobs of one tenant may have filled the answer and be at their bound now: ask again, for the others.
      if (claimed.length > 0 && running.size < slots) continue;
      await Promise.race([pause(poll_ms), ...[...running.values()].map(({ done }) => done)]);
    }
  }

  async function takeJobs(): Promise<ClaimedJob[]> {
    const free = slots - running.size;
    if (free === 0) return [];
    const jobs = await store.claim(queue, free, settings.heartbeat_seconds);
    for (const job of jobs) {
      const stop = new AbortController();
      const done = handle(job, stop, settings).finally(() => running.delete(job.id));
      running.set(job.id, { job, stop, done });
    }
    return jobs;
  }

  const pause = (ms: number) => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const ended = loop();

  return {
    running,
    /** Takes no more jobs; those that run have until the deadline, then they are put back (OPS-104). */
    async stop(patience_ms: number): Promise<void> {
      stopping.abort();
      await ended;
      const left = () => [...running.values()];
      await Promise.race([
        Promise.all(left().map(({ done }) => done)),
        wait(patience_ms, undefined, { ref: false }),
      ]);
      for (const { stop } of left()) stop.abort(new Stopped('The worker stops'));
      await Promise.all(left().map(({ job }) => store.release(job, 0)));
    },
  };
}

/** One job from claim to outcome. Never throws: an outcome that cannot be written is left to the heartbeat watch. */
async function handle(job: ClaimedJob, stop: AbortController, settings: LoopSettings): Promise<void> {
  const { platform, store } = settings;
  const started = performance.now();
  const attempt = job.retry_count + 1;
  let kind = 'unknown';
  const report = (outcome: string, error?: unknown) => {
    const fields = {
      queue: job.queue,
      kind,
      job_id: job.id,
      attempt,
      outcome,
      duration_ms: elapsed(started),
    };
    if (error) platform.log.warn({ ...fields, err: error }, 'job');
    else platform.log.info(fields, 'job');
  };
  try {
    const envelope = readEnvelope(job.data);
    kind = envelope.kind;
    const definition = settings.registry.find(envelope);
    if (!definition) {
      await store.release(job, notForMeSeconds);
      return report('left for a newer worker');
    }
    const run = { job_id: job.id, attempt, signal: stop.signal };
    await withinLimit(runJob(platform, definition, envelope, run), job.time_limit_seconds, stop);
    await store.complete(job, {});
    await settings.onFinished({
      id: job.id,
      kind,
      outcome: 'success',
      duration_ms: elapsed(started),
      error: null,
    });
    report('success');
  } catch (error) {
    if (stop.signal.reason instanceof Stopped) return report('put back');
    await recordFailure(job, kind, error, elapsed(started), settings).catch((later) =>
      platform.log.error({ err: later, job_id: job.id }, 'the failure of a job could not be written'),
    );
    report('failed', error);
  }
}

async function recordFailure(
  job: ClaimedJob,
  kind: string,
  error: unknown,
  duration_ms: number,
  settings: LoopSettings,
) {
  const failure = error instanceof Error ? error : new Error(String(error));
  const output = {
    name: failure.name,
    message: failure.message.slice(0, 1_000),
    stack: failure.stack?.slice(0, 4_000) ?? null,
    permanent: failure instanceof PermanentFailure,
    failed_at: new Date().toISOString(),
  };
  const first = settings.registry.named(kind)?.first_retry_seconds;
  const isLast = failure instanceof PermanentFailure || job.retry_count >= job.retry_limit;
  const next = isLast ? 'never' : { pause_seconds: retryDelaySeconds(job.retry_count + 1, first) };
  await settings.store.fail(job, output, next);
  await settings.onFinished({ id: job.id, kind, outcome: 'failed', duration_ms, error: output.message });
}

/** OPS-96: over its time a job is told to stop and counts as failed, whether it listens or not. */
async function withinLimit(work: Promise<void>, seconds: number, stop: AbortController): Promise<void> {
  const limit = setTimeout(
    () => stop.abort(new Error(`The job took longer than ${seconds} s`)),
    seconds * 1_000,
  );
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
