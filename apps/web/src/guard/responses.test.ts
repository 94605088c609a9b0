import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { redirect, refuseData, render, unavailable, unknownAddress } from './responses.ts';

const request = (headers: Record<string, string> = {}) =>
  new NextRequest('http://localhost:3000/admin/schools?q=%22%3Cscript%3E', { headers });

test('IDN-108 UXP-115 each response has a nonce of its own, no inline script and no base', () => {
  const policies = [
    render(request(), {}),
    render(request(), {}),
    unavailable(request()),
    unknownAddress(request()),
  ].map((response) => response.headers.get('content-security-policy') ?? '');
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(new Set(nonces).size).toBe(policies.length);
  for (const policy of policies) {
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const part of [
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
  }
});

test('IDN-122 what a client claims under the guard’s own names does not get past it', () => {
  const forged = {
    'x-verdict': 'open',
    'x-nonce': 'mine',
    'x-middleware-subrequest': 'proxy',
    'x-address': '/x',
  };
  const response = render(request(forged), { isPrivate: true });
  const passed = (name: string) => response.headers.get(`x-middleware-request-${name}`);
  expect(passed('x-verdict')).toBeNull();
  expect(passed('x-middleware-subrequest')).toBeNull();
  expect(passed('x-nonce')).not.toBe('mine');
  expect(passed('x-address')).toBe('/admin/schools?q=%22%3Cscript%3E');
});

test('IDN-109 UXP-116 protecting headers stand on pages, redirects and refusals; private ones are not stored', () => {
  for (const response of [
    render(request(), { isPrivate: true }),
    redirect(request(), '/login'),
    refuseData(),
  ]) {
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('strict-transport-security')).toBeNull();
  }
});

test('IDN-121 signed out: 303 to a place on this host, whatever forwarding headers say; data gets 401', () => {
  const response = redirect(
    request({ host: 'school.example', 'x-forwarded-host': 'evil.example' }),
    '/login',
  );
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('http://school.example/login');
  expect(refuseData().status).toBe(401);
});

test('UXP-50 the page without core says so in the reader’s language, with status 503 and nothing injected', async () => {
  const response = unavailable(request({ 'accept-language': 'ar,en;q=0.5' }));
  const body = await response.text();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(body).toContain('dir="rtl"');
  expect(body).not.toContain('<script');
});

test('TCH-90 what a page is going to read is told before its first line', () => {
  const link = render(request(), { preload: ['/api/v1/grades'] }).headers.get('link');
  expect(link).toBe('</api/v1/grades>; rel=preload; as=fetch; crossorigin=anonymous; fetchpriority=high');
  expect(render(request(), {}).headers.get('link')).toBeNull();
});
