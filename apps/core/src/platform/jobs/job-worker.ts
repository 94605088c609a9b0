import { hostname } from 'node:os';
import { newId } from '@k12/db';
import type { Platform } from '../context.ts';
import type { Job } from './define-job.ts';
import { queueNames } from './job-queues.ts';
import { createJobRegistry } from './job-registry.ts';
import { createBoss, createJobStore } from './job-store.ts';
import { startQueueLoop } from './queue-loop.ts';
import { createScheduler } from './schedules.ts';

export interface WorkerOptions {
  jobs: readonly Job[];
  /** A job whose worker was silent for this long is taken over; three beats fit into it (OPS-96). */
  heartbeat_seconds?: number;
  supervise_seconds?: number;
  patience_ms?: number;
}

const scheduleEveryMs = 1_000;

/** Runs jobs until it is stopped. Any number of workers may run, of different versions of the code (OPS-119). */
export async function startJobWorker(platform: Platform, options: WorkerOptions) {
  const { heartbeat_seconds = 20, supervise_seconds = 10, patience_ms = 25_000 } = options;
  const boss = createBoss(platform, supervise_seconds);
  await boss.start();
  const store = createJobStore(platform, boss);
  const scheduler = createScheduler(platform, boss, options.jobs);
  await scheduler.register();
  const registry = createJobRegistry(options.jobs);
  const onFinished = scheduler.recordOutcome;
  const settings = { platform, store, registry, heartbeat_seconds, onFinished };
  const loops = queueNames.map((queue) => startQueueLoop(queue, settings));
  const running = () => loops.flatMap((loop) => [...loop.running.values()]);
  const row = createWorkerRow(platform);

  const beat = async () => {
    const jobs = running();
    await row.renew(jobs.length, 'working');
    if (jobs.length === 0) return;
    const alive = new Set(await store.touch(jobs.map(({ job }) => job)));
    for (const { job, stop } of jobs) {
      if (!alive.has(job.id)) stop.abort(new Error('The job was given to another worker'));
    }
  };
  await beat();
  const timers = [
    repeat(beat, (heartbeat_seconds * 1_000) / 3, platform),
    repeat(scheduler.tick, scheduleEveryMs, platform),
  ];

  return {
    running,
    isAlive: () => row.isFresh(heartbeat_seconds * 2_000),
    async stop(): Promise<void> {
      await timers[1]?.();
      await row.renew(running().length, 'stopping');
      await Promise.all(loops.map((loop) => loop.stop(patience_ms)));
      await timers[0]?.();
      await row.remove();
      await boss.stop({ graceful: false, close: false });
    },
  };
}

/** Calls again some time after the last call has ended; gives the function that ends it. */
function repeat(work: () => Promise<void>, everyMs: number, platform: Platform): () => Promise<void> {
  let stopped = false;
  let current = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      current = work()
        .catch((error) => platform.log.error({ err: error }, 'the worker could not do its rounds'))
        .finally(() => {
          if (!stopped) schedule();
        });
    }, everyMs);
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}

/** The row that tells operators that this worker is alive (OPS-105). */
function createWorkerRow(platform: Platform) {
  const id = newId();
  const started_at = new Date();
  let renewed = 0;
  const version = process.env.npm_package_version ?? '0.1.0';
  return {
    isFresh: (ms: number) => Date.now() - renewed < ms,
    renew: async (running_count: number, state: 'working' | 'stopping') => {
      const fields = { seen_at: new Date(), running_count, state };
      await platform.db.asJob('renew the heartbeat of a worker', (tx) =>
        tx
          .insertInto('job_workers')
          .values({ id, host: hostname(), version, started_at, ...fields })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
          .execute(),
      );
      renewed = Date.now();
    },
    remove: () =>
      platform.db.asJob('sign a worker off', async (tx) => {
        await tx.deleteFrom('job_workers').where('id', '=', id).execute();
      }),
  };
}
