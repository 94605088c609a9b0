import { createDatabase } from '@k12/db';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Platform } from './context.ts';
import { createLog } from './log.ts';

export interface PlatformParts {
  clock?: Clock;
  service?: string;
}

/** Everything a process needs, made from its configuration; `close` gives it all back. */
export function createPlatform(config: Config, parts: PlatformParts = {}): Platform & { close(): Promise<void> } {
  const service = parts.service ?? 'core';
  const db = createDatabase({
    app_url: config.DATABASE_URL,
    job_url: config.DATABASE_JOB_URL,
    replica_url: config.DATABASE_REPLICA_URL,
    pool_size: config.DATABASE_POOL_SIZE,
    application_name: `homeroom-${service}`,
  });
  return {
    config,
    clock: parts.clock ?? systemClock,
    db,
    log: createLog(config, service),
    close: () => db.close(),
  };
}
