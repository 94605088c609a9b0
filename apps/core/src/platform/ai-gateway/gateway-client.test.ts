import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { createMetrics } from '../metrics/metrics.ts';
import { createGatewayClient, GatewayUnavailable } from './gateway-client.ts';

const behaviour = { status: 200, hang: false };
const seen: Record<string, unknown>[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers);
  if (!behaviour.hang) response.writeHead(behaviour.status).end('{}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as { port: number };
const time = { now: Date.UTC(2026, 8, 7) };
const clock = { now: () => new Date(time.now) };
const call = {
  request_id: 'request-1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

function aClient() {
  const config = { AI_GATEWAY_URL: `http://127.0.0.1:${port}`, AI_GATEWAY_TOKEN: 'gateway-token' };
  return createGatewayClient(config, clock, createMetrics('test'));
}

test('OPS-151 OPS-153 request id, trace and token travel with the call', async () => {
  await aClient().call('/v1/providers', call);
  expect(seen.at(-1)).toMatchObject({
    'x-request-id': 'request-1',
    traceparent: call.traceparent,
    authorization: 'Bearer gateway-token',
  });
});

test('OPS-09 no call waits longer than its own limit', async () => {
  behaviour.hang = true;
  const started = performance.now();
  await expect(aClient().call('/v1/generate', { ...call, timeout_ms: 60 })).rejects.toBeInstanceOf(
    GatewayUnavailable,
  );
  expect(performance.now() - started).toBeLessThan(1_000);
  behaviour.hang = false;
});

test('OPS-09 five failures open the circuit: nobody waits; after 30 seconds one call tries again', async () => {
  const client = aClient();
  behaviour.status = 500;
  for (let at = 0; at < 5; at++) await expect(client.call('/v1/generate', call)).rejects.toThrow();
  const before = seen.length;
  await expect(client.call('/v1/generate', call)).rejects.toMatchObject({ retry_after: 30 });
  expect([seen.length, client.isResting()]).toEqual([before, true]);

  time.now += 30_000;
  await expect(client.call('/v1/generate', call)).rejects.toThrow();
  expect(seen.length).toBe(before + 1);
  await expect(client.call('/v1/generate', call)).rejects.toThrow();
  expect(seen.length).toBe(before + 1);

  time.now += 30_000;
  behaviour.status = 200;
  expect((await client.call('/v1/generate', call)).status).toBe(200);
  expect(client.isResting()).toBe(false);
});

test('OPS-09 a refused request is no failure of the gateway', async () => {
  const client = aClient();
  behaviour.status = 422;
  for (let at = 0; at < 8; at++) expect((await client.call('/v1/generate', call)).status).toBe(422);
  behaviour.status = 200;
});

test('OPS-09 without a gateway every call says so at once', async () => {
  const client = createGatewayClient({}, clock, createMetrics('test'));
  await expect(client.call('/v1/generate', call)).rejects.toBeInstanceOf(GatewayUnavailable);
});
