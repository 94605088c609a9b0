// Writes every committed file that is made from another one. Tests fail when one of them is out of date.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';
import { runForeground } from './launcher/run-foreground.ts';

const GENERATORS = [
  { script: 'packages/db/scripts/generate-schema.ts', makes: 'packages/db/schema.sql and src/types.ts' },
  { script: 'packages/contracts/scripts/openapi.ts', makes: 'packages/contracts/openapi.json' },
  { script: 'packages/contracts/scripts/browser.ts', makes: 'packages/contracts/browser' },
  { script: 'apps/web/scripts/write-page-texts.ts', makes: 'apps/web/src/lib/page-texts.generated.ts' },
];

for (const { script, makes } of GENERATORS) {
  if (!existsSync(path.join(root, script))) continue;
  const code = await runForeground([script]);
  console.log(code === 0 ? `up to date: ${makes}` : `failed: ${script}`);
  if (code !== 0) process.exitCode = 1;
}
