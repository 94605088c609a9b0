import { expect, test, vi } from 'vitest';
import { contentSecurityPolicy } from './security-headers.ts';

const directives = (cdn: string | undefined) =>
  Object.fromEntries(
    contentSecurityPolicy('abc', { development: false, cdn })
      .split('; ')
      .map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]),
  );

test('UXP-110 UXP-108 styles, fonts and pictures may come from the delivery network, and without one from nowhere else', () => {
  const with_network = directives('https://static.example.test/homeroom');
  for (const name of ['style-src', 'font-src', 'img-src'])
    expect(with_network[name]).toContain('https://static.example.test');
  expect(with_network['script-src']).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  const without = Object.values(directives(undefined)).flat();
  expect(without.filter((source) => /^https?:|\*/.test(source))).toEqual([]);
});

test('UXP-110 a delivery network moves all static files, which are then asked for across origins', async () => {
  vi.stubEnv('CDN_URL', 'https://static.example.test');
  vi.resetModules();
  const moved = (await import('../../next.config.ts')).default;
  vi.unstubAllEnvs();
  vi.resetModules();
  const unmoved = (await import('../../next.config.ts')).default;
  expect(moved).toMatchObject({ assetPrefix: 'https://static.example.test', crossOrigin: 'anonymous' });
  expect([unmoved.assetPrefix, unmoved.crossOrigin]).toEqual([undefined, undefined]);
});
