// The steps to change one secret, with a new value made here (OPS-138). Prints and changes nothing.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describedVariables } from './environment/variables.ts';
import { root } from './launcher/paths.ts';
import { rotationSteps, rotations } from './rotation/steps.ts';

const [name = ''] = process.argv.slice(2);
const secrets = describedVariables(readFileSync(path.join(root, '.env.example'), 'utf8'))
  .filter(({ secret }) => secret === 'yes')
  .map((variable) => variable.name);

if (!secrets.includes(name) || !(name in rotations)) {
  console.error(
    `node scripts/rotate-secret.ts <name>, one of:\n  ${Object.keys(rotations).sort().join('\n  ')}`,
  );
  process.exit(64);
}
console.log(rotationSteps(name, randomBytes(32).toString('base64url')).join('\n'));
