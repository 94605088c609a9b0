import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoint } from '@k12/contracts';
import { trace } from '@opentelemetry/api';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aSchool } from '../../test/a-school.ts';
import { serveRoutes } from '../../test/serve-routes.ts';
import { Problem } from '../errors.ts';
import { route } from '../http/route.ts';
import { startOtlpExporter } from './otlp-exporter.ts';
import { noteJobSpan } from './trace.ts';

interface WireSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code: number };
  attributes: { key: string; value: Record<string, string | number> }[];
}

/** A collector as far as OTLP over HTTP in JSON goes. */
async function aCollector() {
  const spans: WireSpan[] = [];
  const seen = { path: '', type: '', resource: {} as unknown };
  let status = 200;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(text);
      seen.path = request.url ?? '';
      seen.type = request.headers['content-type'] ?? '';
      seen.resource = resourceSpans[0].resource;
      if (status === 200) spans.push(...resourceSpans[0].scopeSpans[0].spans);
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    spans,
    seen,
    url: `http://127.0.0.1:${port}`,
    answerWith(next: number) {
      status = next;
    },
  };
}

const world = await aSchool();
const collector = await aCollector();
const echo = endpoint({
  name: 'echo.get',
  method: 'GET',
  path: '/echo/{text}',
  summary: 'Fails when asked to',
  permission: 'signed_in',
  rate: 'general',
  params: z.strictObject({ text: z.string() }),
  replies: { 200: z.object({ traceparent: z.string().nullable() }) },
});
const served = await serveRoutes(world, [
  route(echo, async ({ context, params }) => {
    if (params.text === 'fail') throw new Problem('unavailable');
    await context.readTenant((tx) => tx.selectFrom('schools').select('id').execute());
    return { traceparent: context.traceparent };
  }),
]);
const warnings: unknown[] = [];
const log = { warn: (facts: unknown) => warnings.push(facts) } as never;
const sampled = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const call = (text: string, headers: Record<string, string> = {}) =>
  served.as(world.teacher).send(echo, { params: { text } }, headers);
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('OPS-153 without a collector nothing records and the trace of the caller is passed on', async () => {
  expect((await call('a', { traceparent: sampled })).body.traceparent).toBe(sampled);
});

test('OPS-153 a request is a span under its caller’s, named by template, with database time; what it calls is under it', async () => {
  const exporter = startOtlpExporter({ endpoint: collector.url, service: 'core', ratio: 0, log });
  const reply = await call('a-secret-in-the-path', { traceparent: sampled, 'x-request-id': 'request-one' });
  await settled();
  await exporter.flush();
  expect(collector.seen).toMatchObject({ path: '/v1/traces', type: 'application/json' });
  expect(JSON.stringify(collector.seen.resource)).toContain('homeroom-core');
  const span = collector.spans.find((each) => each.name === 'GET /api/v1/echo/:text');
  expect(span).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
    kind: 2,
    status: { code: 0 },
  });
  expect(reply.body.traceparent).toBe(`00-${span?.traceId}-${span?.spanId}-01`);
  const attributes = Object.fromEntries(
    span!.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
  );
  expect(attributes).toMatchObject({
    'http.route': '/api/v1/echo/:text',
    'http.response.status_code': '200',
    'homeroom.request_id': 'request-one',
  });
  expect(Number(attributes['homeroom.db_count'])).toBeGreaterThan(0);
  expect(JSON.stringify(collector.spans)).not.toContain('a-secret-in-the-path');
  await exporter.close();
});

test('OPS-153 of what nobody sampled, errors and spans over a second are kept and the rest is not', async () => {
  const exporter = startOtlpExporter({ endpoint: collector.url, service: 'core', ratio: 0, log });
  collector.spans.length = 0;
  await call('quiet');
  await call('fail');
  await settled();
  noteJobSpan('test.quick', { outcome: 'success', duration_ms: 20, failed: false, request_id: null });
  noteJobSpan('test.slow', { outcome: 'success', duration_ms: 1_001, failed: false, request_id: 'r' });
  noteJobSpan('test.failed', { outcome: 'failed', duration_ms: 20, failed: true, request_id: null });
  await exporter.flush();
  expect(collector.spans.map(({ name, status }) => [name, status.code])).toEqual([
    ['GET /api/v1/echo/:text', 2],
    ['job test.slow', 0],
    ['job test.failed', 2],
  ]);
  await exporter.close();
});

test('OPS-153 the share is configurable and every process decides alike about a trace', async () => {
  const share = async (ratio: number) => {
    const exporter = startOtlpExporter({ endpoint: collector.url, service: 'core', ratio, log });
    const tracer = trace.getTracer('test');
    const flags = Array.from({ length: 400 }, () => tracer.startSpan('x').spanContext().traceFlags);
    await exporter.close();
    return flags.filter((flag) => flag === 1).length / flags.length;
  };
  expect(await share(0)).toBe(0);
  expect(await share(1)).toBe(1);
  const half = await share(0.5);
  expect(half).toBeGreaterThan(0.35);
  expect(half).toBeLessThan(0.65);
});

test('OPS-153 a collector that is away fails nothing and is told of once', async () => {
  const exporter = startOtlpExporter({ endpoint: collector.url, service: 'core', ratio: 1, log });
  collector.answerWith(503);
  for (let at = 0; at < 3; at += 1) {
    expect((await call('a')).status).toBe(200);
    await settled();
    await exporter.flush();
  }
  expect(warnings).toHaveLength(1);
  await exporter.close();
  expect((await call('a', { traceparent: sampled })).body.traceparent).toBe(sampled);
});
