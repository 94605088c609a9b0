import type { TestProject } from 'vitest/node';
import { startPooler } from './pooler.ts';
import { startTestCluster } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string;
    /** Where the application's roles connect: the server itself, or the pooler before it. */
    applicationUrl: string;
  }
}

/** Runs once before all test files: the server they share, and PgBouncer before it when its path is given. */
export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  const program = process.env.TEST_POOLER_PROGRAM;
  const pooler = program ? await startPooler(cluster.superuser_url, program) : undefined;
  project.provide('superuserUrl', cluster.superuser_url);
  project.provide('applicationUrl', pooler?.url ?? cluster.superuser_url);
  return async () => {
    if (pooler)
      process.stdout.write(`${await pooler.transactions()} transactions went through ${pooler.version}\n`);
    await pooler?.stop();
    await cluster.stop();
  };
}
