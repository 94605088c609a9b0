import type { Platform } from '../context.ts';
import type { Storage } from '../files/storage.ts';
import { type Check, type Finding, worst } from './check.ts';
import { readQueueFigures } from './queue-figures.ts';

type Parts = Pick<Platform, 'db' | 'cache' | 'files' | 'config' | 'gateway'>;

/** Every check does what the platform does all day, on a small scale (OPS-04). */
export function createChecks(platform: Parts): Check[] {
  return [
    databaseCheck(platform),
    cacheCheck(platform),
    queueCheck(platform),
    storageCheck(platform.files),
    gatewayCheck(platform),
  ];
}

function databaseCheck({ db }: Parts): Check {
  return {
    name: 'database',
    async run() {
      const started = performance.now();
      await db.pools.app.query('select 1');
      const { totalCount, idleCount, options } = db.pools.app;
      const busy = Math.round(((totalCount - idleCount) / options.max) * 100);
      const figures = {
        db_response_time: Math.round(performance.now() - started),
        db_connection_pool: busy,
        ...(db.replica ? { replication_lag_seconds: db.replica.lag_seconds() } : {}),
      };
      return { status: 'healthy', detail: 'A query was answered', figures };
    },
    judgeLatency: (ms) => (ms > 500 ? 'critical' : ms > 100 ? 'warning' : 'healthy'),
  };
}

function cacheCheck({ cache }: Parts): Check {
  return {
    name: 'cache',
    async run() {
      await cache.probe();
      return { status: 'healthy', detail: 'A value was stored, read and removed' };
    },
    judgeLatency: (ms) => (ms > 50 ? 'warning' : 'healthy'),
  };
}

function queueCheck({ db }: Parts): Check {
  return {
    name: 'job_queue',
    async run(): Promise<Finding> {
      const figures = await readQueueFigures(db);
      const { depth, oldest_seconds, heartbeat_seconds } = figures;
      const silent = heartbeat_seconds === null || heartbeat_seconds > 60;
      const critical = depth > 1_000 || oldest_seconds > 300 || silent;
      const warning = depth > 100 || oldest_seconds > 60;
      return {
        status: critical ? 'critical' : warning ? 'warning' : 'healthy',
        detail: silent ? 'No worker has reported for a minute' : 'Workers report and jobs are taken',
        figures: {
          job_queue_depth: depth,
          job_latency: oldest_seconds,
          dead_letter_count: figures.dead,
          job_failure_rate_15m: figures.failure_percent,
        },
      };
    },
  };
}

function storageCheck(files: Storage): Check {
  return {
    name: 'storage',
    async run(): Promise<Finding> {
      const { free_percent } = await files.probe();
      const status =
        free_percent === null
          ? 'healthy'
          : free_percent < 10
            ? 'critical'
            : free_percent < 20
              ? 'warning'
              : 'healthy';
      const figures = {
        disk_usage_percent: free_percent === null ? null : Math.round((100 - free_percent) * 10) / 10,
      };
      return { status, detail: 'An object was written, read and removed', figures };
    },
    judgeLatency: (ms) => (ms > 2_000 ? 'warning' : 'healthy'),
  };
}

function gatewayCheck({ gateway }: Parts): Check {
  return {
    name: 'ai_gateway',
    async run(signal) {
      const { status } = await gateway.health(signal);
      const healthy = status === 200;
      return {
        status: worst(healthy ? 'healthy' : 'warning'),
        detail: healthy ? 'The gateway answered' : 'The gateway answered with a failure',
      };
    },
  };
}
