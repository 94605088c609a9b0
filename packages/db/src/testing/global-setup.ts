import type { TestProject } from 'vitest/node';
import { startTestCluster } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string;
  }
}

/** Runs once before all test files: the server they share. */
export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  project.provide('superuserUrl', cluster.superuser_url);
  return () => cluster.stop();
}
