import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isFree, type Reservation, reserveExactly, reservePort } from './ports.ts';

const reservations: Reservation[] = [];
const servers: net.Server[] = [];
afterEach(() => {
  for (const reservation of reservations.splice(0)) reservation.release();
  for (const server of servers.splice(0)) server.close();
});

async function listen(host: string, port = 0): Promise<number> {
  const server = net.createServer().listen({ port, host, ipv6Only: host === '::1' });
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function reserve(port: number) {
  const reservation = await reservePort(port);
  reservations.push(reservation);
  return reservation.port;
}

test('OPS-134 the next free port is taken when the usual one is in use', async () => {
  const taken = await listen('127.0.0.1');
  expect(await reserve(taken)).toBeGreaterThan(taken);
});

test('OPS-134 two starts at the same moment get different ports', async () => {
  const usual = await listen('127.0.0.1');
  servers.pop()?.close();
  const ports = await Promise.all(Array.from({ length: 6 }, () => reserve(usual)));
  expect(new Set(ports).size).toBe(6);
});

test('OPS-134 a program listening on IPv6 alone counts, because browsers try it first', async () => {
  const taken = await listen('::1').catch(() => undefined);
  if (taken === undefined) return expect(await isFree(await reserve(20_000))).toBe(true);
  expect(await isFree(taken)).toBe(false);
});

test('OPS-134 a port given back can be reserved again', async () => {
  const reservation = await reservePort(21_000);
  expect(await reserveExactly(reservation.port)).toBeUndefined();
  reservation.release();
  const again = await reserveExactly(reservation.port);
  expect(again?.port).toBe(reservation.port);
  again?.release();
});
