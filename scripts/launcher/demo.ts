// The demo district is seeded once per data folder; the seed itself belongs to core, which knows the tables.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoAccounts, demoPassword } from '../../apps/core/src/seed/demo-accounts.ts';
import { logFile, logTail, openLog } from './logs.ts';
import { type InstancePaths, root } from './paths.ts';
import type { SignInDetails } from './running.ts';
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
  const variables = { ...environment, DATABASE_OWNER_URL: ownerUrl };
  const log = openLog(paths.logs, 'seed');
  const code = await runNode({ args: [SEED], cwd: root, environment: variables }, log, stop);
  if (stop?.aborted) return;
  if (code !== 0) throw new Error(`Seeding the demo data failed:\n${logTail(logFile(paths.logs, 'seed'))}`);
  writeFileSync(paths.seeded, `${JSON.stringify({ seeded_at: new Date().toISOString() })}\n`, {
    mode: 0o600,
  });
}

/** Empty for a database without demo data: nobody should be told of accounts that do not exist. */
export function demoSignIns(paths: InstancePaths): SignInDetails[] {
  if (!isSeeded(paths)) return [];
  return demoAccounts.map(({ role, tenant, email, username, given_name, family_name }) => ({
    role,
    name: `${given_name} ${family_name}`,
    tenant,
    identifier: email ?? username ?? '',
    email,
    username,
    password: demoPassword,
  }));
}
