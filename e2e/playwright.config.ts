import { defineConfig } from '@playwright/test';

/** Needs a running instance: `npm test -- e2e` starts a fresh one and says where it is. */
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  // Only where a whole change waits for it: a second try tells a stall of a crowded machine from a fault, and is reported.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: '../.data/test-results/e2e',
  globalSetup: './sign-in-everybody.ts',
  use: {
    baseURL: process.env.E2E_WEB_URL ?? 'http://localhost:3000',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // Steps and pages of a failure, without pictures of every frame: drawing those takes a part of both cores.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
