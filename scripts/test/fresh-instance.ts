// The browser tests run against a whole, freshly seeded instance of their own, beside any the developer is running.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { definedVariables } from '../launcher/environment.ts';
import { logFile, logTail, openLog } from '../launcher/logs.ts';
import { instancePaths, root } from '../launcher/paths.ts';
import { readRunning } from '../launcher/running.ts';
import { spawnNode } from '../launcher/spawn-node.ts';
import { stopRunning } from '../launcher/stop-running.ts';

const START_MS = 240_000;

/** The work receives E2E_WEB_URL, and HOMEROOM_DATA_DIR so that `npm run -s status -- --json` speaks of this instance. */
export async function withFreshInstance<T>(
  folder: string,
  work: (environment: Record<string, string>) => Promise<T>,
): Promise<T> {
  const paths = instancePaths(path.join(root, folder));
  await stopRunning(paths);
  rmSync(paths.home, { recursive: true, force: true });
  const environment = {
    ...definedVariables(process.env),
    ...ownServices(),
    HOMEROOM_DATA_DIR: paths.home,
    // Several journeys act for one demo account at once, each faster than a person.
    RATE_LIMITS: '{"general": 3000, "bulk": 600, "search": 600}',
  };
  const launcher = spawnNode(
    { args: ['scripts/start.ts'], cwd: root, environment },
    openLog(paths.logs, 'launcher'),
  );
  const until = Date.now() + START_MS;
  try {
    while (readRunning(paths.running)?.phase !== 'ready') {
      if (launcher.exitCode !== null || Date.now() > until) {
        throw new Error(
          `The instance for the browser tests did not start:\n${logTail(logFile(paths.logs, 'launcher'))}`,
        );
      }
      await wait(200);
    }
    const web = readRunning(paths.running)?.addresses.web ?? '';
    return await work({ HOMEROOM_DATA_DIR: paths.home, E2E_WEB_URL: web });
  } finally {
    await stopRunning(paths);
  }
}

/** Set but empty goes before a .env file: no test reaches a database, cache or mail server that somebody uses. */
function ownServices(): Record<string, string> {
  const outside =
    'DATABASE_URL DATABASE_JOB_URL DATABASE_OWNER_URL DATABASE_DIRECT_URL DATABASE_REPLICA_URL REDIS_URL S3_BUCKET SMTP_URL AI_GATEWAY_URL ANTHROPIC_API_KEY OPENAI_API_KEY WEB_URL CORE_URL';
  return Object.fromEntries(outside.split(' ').map((name) => [name, '']));
}
