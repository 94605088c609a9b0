import { createServer, type IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { installClientAddress, settleClientAddress, trustedNetworks } from './client-address.ts';

const plainEmit = Server.prototype.emit;
afterEach(() => {
  Server.prototype.emit = plainEmit;
});

const forged = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'evil.test',
  'x-real-ip': '203.0.113.9',
};

/** The headers a handler sees of a request over a real connection from 127.0.0.1. */
async function seen(trustedProxies: string): Promise<IncomingMessage['headers']> {
  installClientAddress(trustedProxies);
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const reply = await fetch(`http://127.0.0.1:${port}/`, { headers: forged });
  const headers = await reply.json();
  await new Promise((resolve) => server.close(resolve));
  return headers;
}

test('IDN-103 a client that names another address for itself is counted by its connection', async () => {
  const headers = await seen('10.0.0.0/8');
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(headers['x-forwarded-host']).toBeUndefined();
  expect(headers['x-real-ip']).toBeUndefined();
});

test('IDN-101 the address that a trusted proxy saw survives', async () => {
  expect(await seen('loopback')).toMatchObject(forged);
});

test('IDN-103 networks are named, single or ranges, in both families', () => {
  const list = trustedNetworks('uniquelocal, 198.51.100.7,2001:db8::/32');
  const isTrusted = (peer: string) => {
    const headers = { ...forged };
    settleClientAddress(headers, peer, list);
    return headers['x-forwarded-for'] === forged['x-forwarded-for'];
  };
  for (const peer of ['10.1.2.3', '::ffff:172.18.0.4', '198.51.100.7', '2001:db8::5', 'fd00::1'])
    expect(isTrusted(peer), peer).toBe(true);
  for (const peer of ['127.0.0.1', '198.51.100.8', '2001:db9::5']) expect(isTrusted(peer), peer).toBe(false);
});
