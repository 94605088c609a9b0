import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describedVariables } from './environment/variables.ts';
import { root } from './launcher/paths.ts';

const folder = path.join(root, 'infrastructure/self-hosted');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const fromEnvironment = /<%= ENV\.fetch\("([A-Z_]+)"\)[^%]* %>/g;
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

/** What is left when everything that comes from outside is taken out: it must hold no place in the world. */
const literals = (text: string) => text.replace(/^\s*#.*$/gm, '').replace(fromEnvironment, '"given"');
const places: [string, RegExp][] = [
  ['an IPv4 address', /\b\d{1,3}(?:\.\d{1,3}){3}\b/],
  ['an IPv6 address', /(?<![\w-])(?:[0-9a-f]{1,4}:){2,}[0-9a-f:]*/i],
  [
    'a host or domain',
    /\b(?!(?:server|worker|service\.Dockerfile|web\.Dockerfile)\b)[a-z0-9-]+\.(?:com|net|org|io|dev|app|edu|local|example|cloud)\b/i,
  ],
  ['a user at a host', /\b[\w.-]+@[\w.-]+\b/],
];

describe.each(files)('OPS-132 %s', (name) => {
  const text = read(name);
  const config = parse(literals(text)) as Record<string, never>;

  test.each(places)('OPS-132 holds no %s', (_what, pattern) => {
    expect(literals(text).match(pattern)?.[0] ?? null).toBeNull();
  });

  test('OPS-132 server, image, registry with its user and password, domain and secrets come from the environment', () => {
    const given = new Set([...text.matchAll(fromEnvironment)].map(([, variable]) => variable));
    for (const variable of ['REGISTRY_SERVER', 'REGISTRY_USERNAME', 'APP_DOMAIN', 'SSH_USER'])
      expect([...given]).toContain(variable);
    expect(config).toMatchObject({ image: 'given', registry: { password: ['REGISTRY_PASSWORD'] } });
    for (const { hosts } of Object.values(config.servers as unknown as Record<string, { hosts: string }>))
      expect(hosts).toBe('given');
    for (const { host } of Object.values((config.accessories ?? {}) as Record<string, { host: string }>))
      expect(host).toBe('given');
  });

  test('OPS-132 what it builds and runs exists, and every secret is described', () => {
    const { dockerfile } = config.builder as unknown as { dockerfile: string };
    expect(existsSync(path.join(root, dockerfile))).toBe(true);
    for (const [, program = ''] of text.matchAll(/cmd: node (\S+)/g))
      expect(existsSync(path.join(root, program))).toBe(true);
    const described = new Set(describedVariables().map((variable) => variable.name));
    const { secret = [] } = (config.env as unknown as { secret?: string[] }) ?? {};
    expect(secret.filter((variable) => !described.has(variable))).toEqual([]);
  });
});

test('OPS-132 a literal address or host would be found', () => {
  const found = (line: string) =>
    places.filter(([, pattern]) => pattern.test(literals(line))).map(([what]) => what);
  expect(found('host: 192.0.2.7')).toEqual(['an IPv4 address']);
  expect(found('host: 2001:db8::1')).toEqual(['an IPv6 address']);
  expect(found('server: registry.school.org')).toEqual(['a host or domain']);
  expect(found('host: deploy@machine')).toEqual(['a user at a host']);
  expect(found('host: <%= ENV.fetch("DATABASE_HOST") %>')).toEqual([]);
});
