import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { endpoint } from '@k12/contracts';
import { listCapabilities } from '@k12/contracts/identity/access';
import { listSchools } from '@k12/contracts/identity/schools';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aSchool } from '../../test/a-school.ts';
import { serveRoutes } from '../../test/serve-routes.ts';
import { readConfig } from '../config.ts';
import { createPlatform } from '../create-platform.ts';
import { createHttpApp } from './http-app.ts';
import { route } from './route.ts';

const world = await aSchool();
const { districtAdmin, teacher, anonymous, school, server } = world;

const gate = { entered: Promise.withResolvers<void>(), open: Promise.withResolvers<void>() };
const declare = (name: string, stream?: 'events') =>
  endpoint({
    name: `test.${name}`,
    method: 'GET',
    path: `/test/${name}`,
    summary: name,
    permission: 'signed_in',
    rate: 'general',
    replies: { 200: z.object({ text: z.string() }) },
    ...(stream ? { stream } : {}),
  });
const slowQuery = declare('slow_query');
const waiting = declare('waiting');
const throwing = declare('throwing');
const events = declare('events', 'events');
const served = await serveRoutes(world, [
  route(slowQuery, async ({ context }) =>
    context.withTenant(async (tx) => {
      await sql`set local statement_timeout = '20ms'`.execute(tx);
      await sql`select pg_sleep(5)`.execute(tx);
      return { text: 'late' };
    }),
  ),
  route(waiting, async () => {
    gate.entered.resolve();
    await gate.open.promise;
    return { text: 'done' };
  }),
  route(throwing, async () => {
    throw new TypeError('cannot read "a secret value"');
  }),
  route(events, async ({ reply }) => {
    reply.type('text/event-stream').send(`data: ${'x'.repeat(5_000)}\n\n`);
    return { text: '' };
  }),
]);

function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  const cookie = Object.entries(districtAdmin.cookies).map(([name, value]) => `${name}=${value}`);
  const init = {
    method,
    headers: { cookie: cookie.join('; '), origin: server.origin, ...headers },
    redirect: 'manual' as const,
  };
  return fetch(server.origin + path, body === undefined ? init : { ...init, body });
}

test('INT-139 a method the address does not take: 405 with Allow; an unknown address: 404', async () => {
  const reply = await districtAdmin.fetch('DELETE', '/schools', {
    headers: { 'x-csrf-token': await districtAdmin.csrf() },
  });
  expect([reply.status, reply.body.code, reply.headers.get('allow')]).toEqual([
    405,
    'method_not_allowed',
    'GET, HEAD, POST',
  ]);
  expect((await districtAdmin.fetch('GET', '/no_such_thing')).body.code).toBe('not_found');
});

test('INT-139 HEAD answers like GET without a body', async () => {
  const reply = await raw(`/api/v1/schools/${school.id}`, {}, 'HEAD');
  expect([reply.status, await reply.text()]).toEqual([200, '']);
  expect(reply.headers.get('etag')).toMatch(/^"\d+\./);
});

test('INT-139 406 when the client rules JSON out, 415 for a body in another form, both as problems', async () => {
  const unacceptable = await raw('/api/v1/schools', { accept: 'text/html;q=0.9, application/json;q=0' });
  expect(unacceptable.status).toBe(406);
  expect(unacceptable.headers.get('content-type')).toContain('application/problem+json');
  for (const accept of ['*/*', 'application/*', 'text/html, application/json;q=0.1']) {
    expect((await raw('/api/v1/schools', { accept })).status).toBe(200);
  }
  const csrf = { 'x-csrf-token': await districtAdmin.csrf() };
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
    const reply = await raw('/api/v1/schools', { ...csrf, 'content-type': type }, 'POST', 'name=x');
    expect([reply.status, (await reply.json()).code]).toEqual([415, 'request.unsupported_type']);
  }
});

test('INT-144 bodies over 1 MB are 413; broken, doubled, deep and poisoned JSON is 400', async () => {
  const headers = { 'x-csrf-token': await districtAdmin.csrf(), 'content-type': 'application/json' };
  const send = async (body: string) => (await raw('/api/v1/schools', headers, 'POST', body)).status;
  expect(await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).toBe(413);
  for (const body of [
    '{"name":',
    '{"a":1,"a":2}',
    '{"ab":1,"\\u0061b":2}',
    '{"a":"half \\ud800"}',
    `${'['.repeat(120)}${']'.repeat(120)}`,
    '{"__proto__":{"x":1}}',
    '\u0000',
  ]) {
    expect(await send(body), body.slice(0, 20)).toBe(400);
  }
});

test.each([
  '/api/v1/schools/%',
  '/api/v1/%zz',
  '/api/v1/schools?q=%E0%A4%A',
  '/api/v1/schools/%00',
  '/api/v1/schools?q=%00',
])('INT-144 the odd address %s gets a problem, never a failure', async (path) => {
  const reply = await raw(path);
  expect(reply.status).toBeLessThan(500);
  if (reply.status !== 200) expect(reply.headers.get('content-type')).toContain('application/problem+json');
});

test('INT-139 headers that are too large: 431 as a problem', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    let received = '';
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
    socket.write(`GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(40_000)}\r\n\r\n`);
  });
  expect(text).toMatch(/^HTTP\/1.1 431/);
  expect(text).toContain('request.headers_too_large');
});

test('IDN-109 replies carry the protecting headers and no version of the server', async () => {
  const { headers } = await raw('/api/v1/me');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cache-control')).toBe('no-store');
  for (const name of ['x-powered-by', 'server', 'strict-transport-security'])
    expect(headers.get(name)).toBeNull();
});

test('IDN-109 over https HSTS lasts a year and covers subdomains', async () => {
  const config = {
    ...world.platform.config,
    ...readConfig({ ...baseEnvironment(), WEB_URL: 'https://school.example' }),
  };
  const app = await createHttpApp({ ...world.platform, config });
  const reply = await app.inject('/api/v1/nothing');
  await app.close();
  expect(reply.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
});

test('UXP-110 (compression of replies) large replies are compressed with brotli or gzip, small ones and event streams are not', async () => {
  const large = async (encoding: string) => {
    const reply = await server.app.inject({
      url: `/api/v1${listCapabilities.path}`,
      headers: {
        'accept-encoding': encoding,
        cookie: `homeroom_session=${districtAdmin.cookies.homeroom_session}`,
      },
    });
    return { encoding: reply.headers['content-encoding'], bytes: reply.rawPayload };
  };
  const brotli = await large('gzip, br');
  expect(brotli.encoding).toBe('br');
  expect(JSON.parse(brotliDecompressSync(brotli.bytes).toString()).data.length).toBeGreaterThan(50);
  const gzip = await large('gzip');
  expect(gzip.encoding).toBe('gzip');
  expect(JSON.parse(gunzipSync(gzip.bytes).toString()).data.length).toBeGreaterThan(50);
  expect((await large('identity')).encoding).toBeUndefined();
  const stream = await served.as(teacher).fetch('GET', events.path, { headers: { 'accept-encoding': 'br' } });
  expect([stream.status, stream.headers.get('content-encoding')]).toEqual([200, null]);
});

test('OPS-69 a statement over its time limit: 503 query_timeout with request id and Retry-After', async () => {
  const reply = await served.as(teacher).send(slowQuery, {});
  expect([reply.status, reply.body.code]).toEqual([503, 'query_timeout']);
  expect(reply.body.request_id).toBe(reply.headers.get('x-request-id'));
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('INT-138 OPS-154 an unforeseen failure is a plain 500, kept in the ring without what it quoted', async () => {
  const reply = await served.as(teacher).send(throwing, {});
  expect([reply.status, reply.body.code]).toEqual([500, 'internal']);
  expect(JSON.stringify(reply.body)).not.toContain('secret');
  const [group] = world.platform.errors.groups();
  expect(group).toMatchObject({ type: 'TypeError', count: 1, counts_by_tenant: { [world.tenant.id]: 1 } });
  expect(JSON.stringify(group)).not.toContain('secret');
});

test('OPS-151 a well-formed request id is taken over, any other is replaced', async () => {
  const { headers } = await raw('/api/v1/me', { 'x-request-id': 'given-by-the-client-1' });
  expect(headers.get('x-request-id')).toBe('given-by-the-client-1');
  const odd = await raw('/api/v1/nothing', { 'x-request-id': '<script>' });
  const body = await odd.json();
  expect(body.request_id).toBe(odd.headers.get('x-request-id'));
  expect(body.request_id).toMatch(/^[0-9a-f-]{36}$/);
});

test('OPS-170 every reply carries its server timing', async () => {
  expect((await raw('/api/v1/schools')).headers.get('server-timing')).toMatch(
    /^db;dur=[\d.]+;desc="\d+", total;dur=[\d.]+$/,
  );
});

test('only a trusted proxy may say where a request comes from', async () => {
  const seen = async (trusted: string) => {
    const app = await createHttpApp({
      ...world.platform,
      config: { ...world.platform.config, TRUSTED_PROXIES: trusted },
    });
    app.get('/test/ip', async (request) => ({ ip: request.ip }));
    const reply = await app.inject({ url: '/test/ip', headers: { 'x-forwarded-for': '203.0.113.9' } });
    await app.close();
    return reply.json().ip;
  };
  expect(await seen('loopback')).toBe('203.0.113.9');
  expect(await seen('10.0.0.0/8')).toBe('127.0.0.1');
});

test('INT-145 the description of the API is served to anybody as JSON and YAML, with a tag', async () => {
  const json = await anonymous.fetch('GET', '/openapi.json');
  expect([json.status, json.body.openapi]).toEqual([200, '3.1.0']);
  const again = await anonymous.fetch('GET', '/openapi.json', {
    headers: { 'if-none-match': json.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  const yaml = await anonymous.fetch('GET', '/openapi.yaml');
  expect(yaml.headers.get('content-type')).toContain('application/yaml');
  expect(yaml.body).toMatch(/^"openapi": "3.1.0"/);
});

test('a request on its way is finished before the server stops, and later ones find it closed', async () => {
  const reply = served.as(teacher).send(waiting, {});
  await gate.entered.promise;
  const closed = served.app.close();
  gate.open.resolve();
  expect((await reply).body).toEqual({ text: 'done' });
  await closed;
  await expect(fetch(`${served.origin}/api/v1/me`)).rejects.toThrow();
});

test('OPS-72 with every connection busy a request is answered 503 instead of waiting for ever', async () => {
  const config = { ...world.platform.config, DATABASE_POOL_SIZE: 2 };
  const platform = createPlatform(config, { checkout_timeout_ms: 1_000 });
  const held = await Promise.all([platform.db.pools.app.connect(), platform.db.pools.app.connect()]);
  const { createApp } = await import('../../app.ts');
  const app = await createApp(platform);
  const headers = { cookie: `homeroom_session=${districtAdmin.cookies.homeroom_session}` };
  const reply = await app.inject({ url: `/api/v1${listSchools.path}`, headers });
  for (const client of held) client.release();
  expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
    503,
    'unavailable',
    '5',
  ]);
  expect((await app.inject({ url: `/api/v1/schools/${school.id}`, headers })).statusCode).toBe(200);
  await app.close();
  await platform.close();
});

function baseEnvironment() {
  const { DATABASE_URL, DATABASE_JOB_URL } = world.platform.config;
  return { DATABASE_URL, DATABASE_JOB_URL };
}
