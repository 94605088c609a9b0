import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findPgBouncer } from '../packages/db/src/testing/pooler.ts';

// OPS-70: the core suite with PgBouncer in transaction mode between the application and the database.
const root = path.resolve(import.meta.dirname, '..');
const suite = [
  'apps/core',
  'packages/db/test/with-tenant.test.ts',
  'packages/db/test/tenant-isolation.test.ts',
];

const program = findPgBouncer();
if (!program) {
  console.error('PgBouncer is not installed. Cure: apt-get install pgbouncer');
  process.exit(1);
}
const chosen = process.argv.length > 2 ? process.argv.slice(2) : suite;
const started = performance.now();
const child = spawn(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...chosen], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TEST_POOLER_PROGRAM: program },
});
const [code] = await once(child, 'exit');
console.log(`Through PgBouncer: ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = code ?? 1;
