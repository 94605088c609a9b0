import { defineConfig } from 'vitest/config';

/** The launcher's journey starts whole instances and kills them, so it runs alone and after everything else. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['scripts/journey/*.spec.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
