// Makes, resets or suspends an operator of the installation. The link it prints is shown this once.
import { definedVariables, loadDotEnv } from './launcher/environment.ts';
import { runForeground } from './launcher/run-foreground.ts';

loadDotEnv();
process.exitCode = await runForeground(
  ['apps/core/src/operator.ts', ...process.argv.slice(2)],
  definedVariables(process.env),
);
