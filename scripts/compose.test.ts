import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './launcher/paths.ts';

type Service = {
  image?: string;
  build?: { dockerfile: string };
  healthcheck?: { test: string[]; interval: string; retries: number };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  command?: string[];
};
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);

describe('OPS-128 docker-compose.yml', () => {
  test('OPS-128 starts exactly the six services', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'ai_gateway',
      'cache',
      'core',
      'database',
      'web',
      'worker',
    ]);
  });

  test.each(services)('OPS-128 %s has a health check that is repeated', (_name, service) => {
    expect(service.healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
    expect(service.healthcheck?.interval).toMatch(/^\d+s$/);
    expect(service.healthcheck?.retries).toBeGreaterThan(1);
  });

  test('OPS-128 whoever depends on a service waits until it is healthy', () => {
    const waits = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    expect(waits.length).toBeGreaterThanOrEqual(4);
    for (const [name, { condition }] of waits) {
      expect(Object.keys(compose.services)).toContain(name);
      expect(condition).toBe('service_healthy');
    }
  });

  test('OPS-128 data lives in named volumes', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    expect([...new Set(mounted)].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(compose.services.database?.volumes).toHaveLength(1);
  });

  test('OPS-128 every published port and every password comes from the environment', () => {
    for (const [, { ports = [] }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\$\{[A-Z_]+:-\d+\}:\d+$/);
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|_KEY$|TOKEN/.test(name)) expect(String(value)).toMatch(/^\$\{[A-Z0-9_]+(:\?|:-\})/);
        const filled = String(value).replace(/\$\{[^}]+\}/g, 'FILLED');
        expect(filled).not.toMatch(/:\/\/[^/@]*:(?!FILLED@)[^@/]+@/);
      }
    }
  });

  test('OPS-128 the first line says that it is not for production', () => {
    expect(text.split('\n')[0]).toMatch(/not for production/i);
  });

  test('the server is started without the addresses that may change the schema', () => {
    const script = compose.services.core?.command?.at(-1) ?? '';
    expect(script.indexOf('unset DATABASE_SUPERUSER_URL DATABASE_OWNER_URL')).toBeGreaterThan(
      script.indexOf('prepare-database'),
    );
    expect(script.indexOf('unset')).toBeLessThan(script.indexOf('server.ts'));
    expect(compose.services.worker?.environment).not.toHaveProperty('DATABASE_OWNER_URL');
  });
});

describe('images', () => {
  const files = [...new Set(services.flatMap(([, { build }]) => build?.dockerfile ?? []))];

  test.each(files)(
    'OPS-131 %s is built in stages, from exact tags, and runs as an ordinary user (part)',
    (file) => {
      const dockerfile = readFileSync(path.join(root, file), 'utf8');
      const bases = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?/gm)];
      const stages = new Set(bases.map(([, , name]) => name));
      expect(bases.length).toBeGreaterThan(1);
      for (const [, base = ''] of bases) if (!stages.has(base)) expect(base).toMatch(/:\d+\.\d+\.\d+/);
      expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM'));
    },
  );

  test.each(files)('every file that %s copies is there', (file) => {
    const dockerfile = readFileSync(path.join(root, file), 'utf8');
    for (const [, sources = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const source of sources.split(' ')) expect(existsSync(path.join(root, source)), source).toBe(true);
    }
  });

  test('images of other projects carry an exact version', () => {
    for (const [, { image, build }] of services) if (!build) expect(image).toMatch(/:\d+\.\d+/);
  });
});

describe('the images', () => {
  const folders = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const workspaces = folders.filter((folder) => existsSync(path.join(root, folder, 'package.json')));
  const dependencies = (workspace: string): string[] => {
    const file = readFileSync(path.join(root, workspace, 'package.json'), 'utf8');
    const names = Object.keys((JSON.parse(file) as { dependencies?: object }).dependencies ?? {});
    return names.flatMap((name) => (name.startsWith('@k12/') ? [name.replace('@k12/', 'packages/')] : []));
  };

  test.each([
    ['service', ['apps/core', 'apps/ai-gateway']],
    ['web', ['apps/web']],
  ])(
    'OPS-131 %s holds every package that it runs on, and knows every workspace of the lockfile',
    (name, roots) => {
      const file = readFileSync(path.join(root, `infrastructure/docker/${name}.Dockerfile`), 'utf8');
      for (const workspace of workspaces)
        expect(file).toContain(`COPY ${workspace}/package.json ${workspace}/`);
      const needed = new Set([...roots, ...roots.flatMap(dependencies)]);
      for (const folder of needed) expect(file).toContain(`COPY ${folder} ${folder}`);
    },
  );
});
