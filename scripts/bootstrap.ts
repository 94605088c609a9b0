// Production: the first organisation, school, year and administrator, from the environment (OPS-137). Safe to repeat.
import { existsSync } from 'node:fs';
import { definedVariables, loadDotEnv } from './launcher/environment.ts';
import { root } from './launcher/paths.ts';
import { runForeground } from './launcher/run-foreground.ts';

const SCRIPT = 'apps/core/src/bootstrap.ts';

loadDotEnv();
if (existsSync(`${root}/${SCRIPT}`)) {
  process.exitCode = await runForeground([SCRIPT, ...process.argv.slice(2)], definedVariables(process.env));
} else {
  console.error('This version has no bootstrap command yet.');
  process.exitCode = 1;
}
