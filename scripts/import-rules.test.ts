import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './launcher/paths.ts';

const F = 'apps/core/src/features';
const service = (area: string, feature: string) => `${F}/${area}/${feature}/${feature}.service.ts`;

/** Lays out a small tree, one file importing another, and answers the names of the rules that complain. */
function complaints(from: string, to: string, back = false, specifier?: string): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeroom-imports-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const relative = (a: string, b: string) => `./${path.posix.relative(path.posix.dirname(a), b)}`;
  write('package.json', '{"type":"module"}');
  write(to, back ? `import '${relative(to, from)}';\nexport const value = 1;` : 'export const value = 1;');
  write(from, `import { value } from '${specifier ?? relative(from, to)}';\nexport const used = value;`);
  for (const file of ['.dependency-cruiser.cjs', 'scripts/import-aliases.cjs']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    program,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    from.split('/')[0] ?? '',
    to.split('/')[0] ?? '',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

test.each([
  [
    'another feature’s queries',
    service('teaching', 'b'),
    `${F}/teaching/a/a.queries.ts`,
    'queries-stay-inside-their-feature',
  ],
  [
    'queries from a routes file',
    `${F}/teaching/a/a.routes.ts`,
    `${F}/teaching/a/a.queries.ts`,
    'queries-belong-to-their-service',
  ],
  [
    'policy from a routes file',
    `${F}/teaching/a/a.routes.ts`,
    `${F}/teaching/a/a.policy.ts`,
    'routes-call-services-only',
  ],
  [
    'another feature’s jobs',
    service('teaching', 'b'),
    `${F}/planning/a/a.jobs.ts`,
    'features-meet-through-services',
  ],
  [
    'routes from a service',
    service('teaching', 'a'),
    `${F}/teaching/a/a.routes.ts`,
    'nothing-below-imports-routes',
  ],
  [
    'a service from queries',
    `${F}/teaching/a/a.queries.ts`,
    service('teaching', 'a'),
    'queries-know-no-service',
  ],
  [
    'a service from rules',
    `${F}/teaching/a/a.rules.ts`,
    service('teaching', 'a'),
    'policy-and-rules-are-pure',
  ],
  [
    'a feature from the platform',
    'apps/core/src/platform/clock.ts',
    service('teaching', 'a'),
    'platform-knows-no-feature',
  ],
  [
    'the harness from shipped code',
    service('teaching', 'a'),
    'apps/core/src/test/people.ts',
    'shipped-code-imports-no-test-harness',
  ],
  [
    'the data layer from the web app',
    'apps/web/src/lib/paths.ts',
    'packages/db/src/index.ts',
    'web-imports-contracts-and-ui',
  ],
  [
    'the data layer from the gateway',
    'apps/ai-gateway/src/app.ts',
    'packages/db/src/index.ts',
    'gateway-imports-contracts-only',
  ],
  [
    'the web app from core',
    'apps/core/src/app.ts',
    'apps/web/src/lib/paths.ts',
    'core-imports-contracts-and-db',
  ],
  [
    'anything of ours from contracts',
    'packages/contracts/src/index.ts',
    'packages/ui/src/button.tsx',
    'contracts-import-nothing-of-ours',
  ],
  [
    'contracts from the design system',
    'packages/ui/src/button.tsx',
    'packages/contracts/src/index.ts',
    'ui-imports-nothing-of-ours',
  ],
  ['an app from the data layer', 'packages/db/src/index.ts', 'apps/core/src/app.ts', 'db-imports-no-app'],
])('importing %s is refused', (_what, from, to, rule) => {
  expect(complaints(from, to)).toContain(rule);
});

test('the alias of the web app is followed', () => {
  expect(
    complaints(
      'apps/web/src/lib/api.ts',
      'packages/db/src/index.ts',
      false,
      '@/../../../packages/db/src/index.ts',
    ),
  ).toContain('web-imports-contracts-and-ui');
});

test('two files importing each other are refused', () => {
  expect(complaints('scripts/a.ts', 'scripts/b.ts', true)).toEqual(['no-cycles']);
});

test.each([
  ['routes to service', `${F}/teaching/a/a.routes.ts`, service('teaching', 'a')],
  ['service to its queries', service('teaching', 'a'), `${F}/teaching/a/a.queries.ts`],
  ['service to another service', service('teaching', 'a'), service('planning', 'b')],
  ['rules to another feature’s rules', `${F}/teaching/a/a.rules.ts`, `${F}/planning/b/b.rules.ts`],
  ['service to another feature’s policy', service('teaching', 'a'), `${F}/planning/b/b.policy.ts`],
  ['web to contracts', 'apps/web/src/lib/api.ts', 'packages/contracts/src/index.ts'],
])('the ordinary way is allowed: %s', (_what, from, to) => {
  expect(complaints(from, to)).toEqual([]);
});
