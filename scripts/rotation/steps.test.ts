import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endpoints } from '../../packages/contracts/src/endpoints.ts';
import { describedVariables } from '../environment/variables.ts';
import { root } from '../launcher/paths.ts';
import { rotationSteps, rotations } from './steps.ts';

const described = describedVariables(readFileSync(path.join(root, '.env.example'), 'utf8'));
/** Set once when the database or the compose file is made; the addresses above carry them afterwards. */
const givenInAddresses = /^(DATABASE_SUPERUSER_URL|DATABASE_\w+_PASSWORD|CACHE_PASSWORD)$/;
const secrets = described
  .filter(({ name, secret }) => secret === 'yes' && !givenInAddresses.test(name))
  .map(({ name }) => name);

test.each(secrets)('OPS-138 changing %s has its use, effect, overlap, steps and verification', (name) => {
  const rotation = rotations[name];
  expect(rotation, `describe ${name} in scripts/rotation/steps.ts`).toBeDefined();
  for (const part of ['used_by', 'effect', 'overlap', 'verify'] as const)
    expect(rotation?.[part]).toBeTruthy();
  expect(rotation?.steps.length).toBeGreaterThan(0);
});

test('OPS-138 the steps carry the new value, and the addresses they name exist', () => {
  const steps = rotationSteps('ENCRYPTION_KEY', 'a-new-value').join('\n');
  expect(steps).toContain('ENCRYPTION_KEY=a-new-value,<former value>');
  const paths = endpoints.map(({ method, path: at }) => `${method} /api/v1${at}`);
  for (const { steps: each, verify } of Object.values(rotations)) {
    for (const [, called = ''] of [...each, verify].join('\n').matchAll(/((?:GET|POST) \/api\/v1\S+)/g)) {
      const template = called.replace(/backfills\/\w+\/start/, 'backfills/{name}/start');
      expect(paths).toContain(template);
    }
  }
});
