import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { instancePaths } from '../launcher/paths.ts';
import { loadSettings } from '../launcher/settings.ts';
import {
  checkDisk,
  checkInstall,
  checkLock,
  checkLogs,
  checkNode,
  checkPermissions,
  checkPorts,
  checkSettings,
} from './checks.ts';

const paths = () => instancePaths(mkdtempSync(path.join(os.tmpdir(), 'homeroom-doctor-')));

test('OPS-134 doctor names another Node and how to bring the pinned one back', () => {
  expect(checkNode('v22.1.0', '24.21.0')).toMatchObject({
    level: 'note',
    cure: expect.stringContaining('npm rebuild node'),
  });
  expect(checkNode('v24.21.0', '24.21.0').level).toBe('ok');
});

test('OPS-134 doctor names a missing installation', () => {
  expect(checkInstall(mkdtempSync(path.join(os.tmpdir(), 'homeroom-empty-')))).toMatchObject({
    level: 'problem',
    cure: 'npm ci',
  });
});

test.each([
  [100_000_000, 'problem'],
  [1_000_000_000, 'note'],
  [50_000_000_000, 'ok'],
])('OPS-134 doctor judges %d free bytes as %s', (free, level) => {
  expect(checkDisk('/', free).level).toBe(level);
});

test('OPS-134 doctor names a port somebody else uses', async () => {
  const place = paths();
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  loadSettings(place.settings, { HOMEROOM_PORT: String(port) });
  expect(await checkPorts(place)).toMatchObject({
    level: 'note',
    what: expect.stringContaining(String(port)),
  });
  server.close();
});

test('OPS-134 doctor names a lock left by a crash', () => {
  const place = paths();
  writeFileSync(place.lock, JSON.stringify({ pid: process.pid, born: 'in another life' }));
  expect(checkLock(place)).toMatchObject({ level: 'note', cure: expect.stringContaining('npm start') });
});

test('OPS-134 doctor names unreadable settings', () => {
  const place = paths();
  writeFileSync(place.settings, '{');
  expect(checkSettings(place)).toMatchObject({ level: 'problem', cure: 'npm run reset' });
});

test('OPS-134 doctor names a folder that cannot be written', () => {
  const place = paths();
  chmodSync(place.home, 0o500);
  const { level, cure } = checkPermissions(place.home);
  // Root may write everywhere, so there is nothing to find for it.
  if (process.getuid?.() === 0) expect(level).toBe('ok');
  else expect({ level, cure }).toMatchObject({ level: 'problem', cure: expect.stringContaining('chown') });
});

test('OPS-134 doctor shows the last complaint of the database and of a service', () => {
  const place = paths();
  mkdirSync(place.postgres, { recursive: true });
  mkdirSync(place.logs, { recursive: true });
  writeFileSync(
    path.join(place.postgres, 'postgres.log'),
    'LOG:  starting\nFATAL:  could not write lock file: No space left on device\n',
  );
  writeFileSync(path.join(place.logs, 'core.log'), '{"level":"info"}\n');
  const found = checkLogs(place);
  expect(found).toHaveLength(1);
  expect(found[0]?.what).toContain('No space left on device');
});
