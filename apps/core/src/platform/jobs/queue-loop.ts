import { setTimeout as wait } from 'node:timers/promises';
import { handleJob, type JobSettings, WorkerStops } from './handle-job.ts';
import { type QueueName, queueSettings } from './job-queues.ts';
import type { ClaimedJob } from './job-store.ts';

export interface RunningJob {
  job: ClaimedJob;
  stop: AbortController;
  done: Promise<void>;
}

export interface LoopSettings extends JobSettings {
  heartbeat_seconds: number;
}

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
      const done = handleJob(job, stop, settings).finally(() => running.delete(job.id));
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
      for (const { stop } of left()) stop.abort(new WorkerStops('The worker stops'));
      await Promise.all(left().map(({ job }) => store.release(job, 0)));
    },
  };
}
