import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'apps/*/src/**/*.test.{ts,tsx}',
      'packages/*/{src,test}/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
    ],
    globalSetup: ['packages/db/src/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Loading the application takes longer than most files of tests: the files of a worker share what is loaded.
    isolate: false,
    // Only where a whole change waits for it: a second try tells a stall of a crowded machine from a fault, and is reported.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As patient as a crowded machine needs; what comes at once is not waited for.
    expect: { poll: { timeout: 15_000 } },
  },
});
