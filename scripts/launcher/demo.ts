// The demo district is seeded once per data folder; the seed itself belongs to core, which knows the tables.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { definedVariables } from './environment.ts';
import { logFile, logTail, openLog } from './logs.ts';
import { type InstancePaths, root } from './paths.ts';
import type { DemoAccount } from './running.ts';
import { runNode } from './spawn-node.ts';

const SEED = path.join(root, 'apps/core/src/seed.ts');

export function isSeeded(paths: InstancePaths): boolean {
  return existsSync(paths.seeded);
}

export async function seedDemo(
  paths: InstancePaths,
  environment: Record<string, string>,
  ownerUrl: string,
  stop?: AbortSignal,
): Promise<void> {
  const variables = {
    ...definedVariables(environment),
    DATABASE_OWNER_URL: ownerUrl,
    DEMO_ACCOUNTS_FILE: paths.seeded,
  };
  const log = openLog(paths.logs, 'seed');
  const code = await runNode({ args: [SEED], cwd: root, environment: variables }, log, stop);
  if (stop?.aborted) return;
  if (code !== 0) throw new Error(`Seeding the demo data failed:\n${logTail(logFile(paths.logs, 'seed'))}`);
  if (!existsSync(paths.seeded)) writeFileSync(paths.seeded, '[]', { mode: 0o600 });
}

export function demoAccounts(paths: InstancePaths): DemoAccount[] {
  try {
    return JSON.parse(readFileSync(paths.seeded, 'utf8')) as DemoAccount[];
  } catch {
    return [];
  }
}
