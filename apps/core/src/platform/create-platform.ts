import { createDatabase, type ReplicaSettings } from '@k12/db';
import { createGatewayClient } from './ai-gateway/gateway-client.ts';
import { createCache } from './cache/cache.ts';
import { createPostgresBus } from './cache/postgres-bus.ts';
import { connectRedis } from './cache/redis.ts';
import { createRedisBus } from './cache/redis-bus.ts';
import { createWriteMemory } from './cache/write-memory.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Platform } from './context.ts';
import { createEventSubscribers } from './events/event-subscribers.ts';
import { createLiveHub } from './events/live-hub.ts';
import { createDiskStorage } from './files/disk-storage.ts';
import { createS3Storage } from './files/s3-storage.ts';
import { createScanner } from './files/scanner.ts';
import type { Storage } from './files/storage.ts';
import { createFeatureFlags } from './flags/feature-flags.ts';
import { createChecks } from './health/checks.ts';
import { createHealth } from './health/health.ts';
import { createRequestFigures } from './health/request-figures.ts';
import { createJobRegistry } from './jobs/job-registry.ts';
import { scaledTable } from './limits/limit-table.ts';
import { createLimits } from './limits/limits.ts';
import { createMemoryLimitStore } from './limits/memory-limit-store.ts';
import { createRedisLimitStore } from './limits/redis-limit-store.ts';
import { createRegisteredNetworks } from './limits/registered-networks.ts';
import { createLog, type Log } from './log.ts';
import { createMailTransport } from './mail/mail-transport.ts';
import { createMetrics } from './metrics/metrics.ts';
import { defaultUrlRules } from './outbound/check-url.ts';
import { createErrorRing } from './telemetry/error-ring.ts';

export interface PlatformParts {
  clock?: Clock;
  service?: string;
  checkout_timeout_ms?: number;
  replica_settings?: ReplicaSettings;
}

/** Everything a process needs, made from its configuration; `close` gives it all back. */
export function createPlatform(
  config: Config,
  parts: PlatformParts = {},
): Platform & { close(): Promise<void> } {
  const service = parts.service ?? 'core';
  const clock = parts.clock ?? systemClock;
  const log = createLog(config, service);
  const metrics = createMetrics(service);
  const redis = config.REDIS_URL ? connectRedis(config.REDIS_URL) : undefined;
  if (config.DATABASE_REPLICA_URL && !redis) log.warn('the replica is not read: that needs REDIS_URL');
  const db = createDatabase({
    app_url: config.DATABASE_URL,
    job_url: config.DATABASE_JOB_URL,
    replica_url: config.DATABASE_REPLICA_URL,
    write_memory: redis ? createWriteMemory(redis) : undefined,
    ...(parts.replica_settings ? { replica_settings: parts.replica_settings } : {}),
    pool_size: config.DATABASE_POOL_SIZE,
    application_name: `homeroom-${service}`,
    ...(parts.checkout_timeout_ms ? { checkout_timeout_ms: parts.checkout_timeout_ms } : {}),
  });
  const bus = redis
    ? createRedisBus(redis)
    : createPostgresBus(config.DATABASE_DIRECT_URL ?? config.DATABASE_URL, log);
  const store = redis ? createRedisLimitStore(redis) : createMemoryLimitStore();
  const flags = createFeatureFlags({ db, bus, log, metrics });
  const mail = createMailTransport(config);
  const files = createStorage(config);
  const live = createLiveHub({ db, bus, log });
  const gateway = createGatewayClient(config, clock, metrics);
  const cache = createCache({ bus, metrics, redis });
  const requests = createRequestFigures(clock);
  const exporting = exportTraces(config, service, log);
  const checks = createChecks({ config, db, cache, files, gateway });
  return {
    config,
    clock,
    db,
    log,
    metrics,
    bus,
    flags,
    files,
    scanner: config.SCANNER_URL ? createScanner(config.SCANNER_URL) : null,
    mail,
    events: createEventSubscribers(),
    jobs: createJobRegistry(),
    live,
    cache,
    gateway,
    request_figures: requests,
    health: createHealth({ checks, clock, requests }),
    errors: createErrorRing(clock),
    limits: createLimits({ table: scaledTable(config.RATE_LIMITS), store, clock, log, metrics }),
    networks: createRegisteredNetworks(db),
    url_rules: defaultUrlRules(config),
    async close() {
      await exporting.then((exporter) => exporter?.close());
      flags.close();
      files.close();
      mail.close();
      await live.close();
      await bus.close();
      redis?.disconnect();
      await db.close();
    },
  };
}

function createStorage(config: Config): Storage {
  return config.S3_BUCKET ? createS3Storage(config, config.S3_BUCKET) : createDiskStorage(config.STORAGE_DIR);
}

/** Loaded only where a collector is set: without one, traces cost nothing (OPS-153). */
async function exportTraces(config: Config, service: string, log: Log) {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint) return null;
  const { startOtlpExporter } = await import('./telemetry/otlp-exporter.ts');
  return startOtlpExporter({ endpoint, service, ratio: config.OTEL_TRACES_SAMPLER_ARG, log });
}
