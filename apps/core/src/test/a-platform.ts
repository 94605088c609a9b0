import { createTestDatabase } from '@k12/db/testing/cluster';
import { afterAll } from 'vitest';
import { systemActor } from '../platform/auth/actor.ts';
import { readConfig } from '../platform/config.ts';
import { createContext, type Platform } from '../platform/context.ts';
import { createPlatform } from '../platform/create-platform.ts';
import type { Job } from '../platform/jobs/define-job.ts';
import { startJobWorker, type WorkerOptions } from '../platform/jobs/job-worker.ts';
import type { TestTenant } from './people.ts';
import { TestClock } from './test-clock.ts';

/** The services with a database of their own, without the HTTP app: for jobs, mail and other background work. */
export async function aPlatform(environment: Record<string, string> = {}) {
  const database = await createTestDatabase();
  const settings = {
    HOMEROOM_MODE: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_JOB_URL: database.jobUrl,
    DATABASE_DIRECT_URL: database.directUrl,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...environment,
  };
  const clock = new TestClock();
  const platform = createPlatform(readConfig(settings), { clock });
  afterAll(async () => {
    await platform.close();
    await database.drop();
  });
  return { database, platform, clock, settings };
}

/** A context of the tenant without a person, as background work has it. */
export function contextOf(platform: Platform, tenant: TestTenant) {
  return createContext({ platform, actor: systemActor(tenant.id, 'test'), request_id: 'test-request' });
}

/** Runs a worker with these jobs while the work goes on. */
export async function withWorker<T>(
  platform: Platform,
  jobs: Job[],
  work: () => Promise<T>,
  options: Partial<WorkerOptions> = {},
): Promise<T> {
  const worker = await startJobWorker(platform, { jobs, ...options });
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}

/** Asks again until the answer is not undefined or false; fails when the deadline passes. */
export async function until<T>(ask: () => Promise<T> | T, seconds = 15): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
