// Looks for locks and rewrites that would stop a school's work while a migration runs (OPS-89, OPS-90).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';
import { runForeground } from './launcher/run-foreground.ts';

const SCRIPT = 'packages/db/scripts/lint-migrations.ts';

if (existsSync(path.join(root, SCRIPT))) process.exitCode = await runForeground([SCRIPT]);
else console.log('There is no migration lint yet.');
