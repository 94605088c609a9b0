import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serviceEnvironment } from './environment.ts';
import { instancePaths } from './paths.ts';
import { loadSettings } from './settings.ts';

const settingsFile = () =>
  path.join(mkdtempSync(path.join(os.tmpdir(), 'homeroom-settings-')), 'instance.json');

test('OPS-134 secrets and ports are made once and kept between runs', () => {
  const file = settingsFile();
  const first = loadSettings(file, {});
  expect(loadSettings(file, {})).toEqual(first);
  expect(new Set(Object.values(first.secrets)).size).toBe(7);
  for (const secret of Object.values(first.secrets)) expect(secret.length).toBeGreaterThanOrEqual(32);
});

test('the settings can be read by their owner only', () => {
  const file = settingsFile();
  loadSettings(file, {});
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a torn settings file stops the start instead of losing the secrets of a kept database', () => {
  const file = settingsFile();
  writeFileSync(file, '{"format":1,"secr');
  expect(() => loadSettings(file, {})).toThrow(/npm run reset/);
  expect(readFileSync(file, 'utf8')).toBe('{"format":1,"secr');
});

test('HOMEROOM_PORT goes before WEB_PORT and nonsense is refused by name', () => {
  expect(loadSettings(settingsFile(), { WEB_PORT: '4000' }).ports.web).toBe(4000);
  expect(loadSettings(settingsFile(), { WEB_PORT: '4000', HOMEROOM_PORT: '5000' }).ports.web).toBe(5000);
  expect(() => loadSettings(settingsFile(), { HOMEROOM_PORT: 'eighty' })).toThrow(/HOMEROOM_PORT/);
});

const input = () => ({
  mode: 'embedded' as const,
  settings: loadSettings(settingsFile(), {}),
  ports: { web: 1, core: 2, ai_gateway: 3, postgres: 4 },
  database: { owner: 'postgres://owner', app: 'postgres://app', job: 'postgres://job' },
  paths: instancePaths('.data'),
});

test('services never receive the address that may change the schema', () => {
  expect(serviceEnvironment(input(), { DATABASE_OWNER_URL: 'postgres://owner' })).not.toHaveProperty(
    'DATABASE_OWNER_URL',
  );
});

test('a variable of the caller switches one part, an empty one switches nothing', () => {
  const environment = serviceEnvironment(input(), {
    REDIS_URL: 'redis://cache',
    AI_GATEWAY_URL: '',
    WEB_URL: 'https://school.example',
  });
  expect(environment).toMatchObject({
    REDIS_URL: 'redis://cache',
    AI_GATEWAY_URL: 'http://127.0.0.1:3',
    WEB_URL: 'https://school.example',
  });
});
