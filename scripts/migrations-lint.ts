// Looks for locks and rewrites that would stop a school's work while a migration runs (OPS-89, OPS-90).
import { runForeground } from './launcher/run-foreground.ts';

process.exitCode = await runForeground(['packages/db/scripts/lint-migrations.ts']);
