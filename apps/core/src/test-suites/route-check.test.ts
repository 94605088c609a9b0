import { capabilityKeys, type EndpointDeclaration, endpoints } from '@k12/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { features } from '../features.ts';
import { route } from '../platform/http/route.ts';
import { serveRoutes } from '../test/serve-routes.ts';
import { aWorld, rolesOf } from './world.ts';

const world = await aWorld();
const undeclared = {
  name: 'forgotten.get',
  method: 'GET',
  path: '/forgotten',
  summary: 'An operation whose permission somebody forgot',
  rate: 'general',
  replies: { 200: z.object({ secret: z.string() }) },
} as unknown as EndpointDeclaration;
const served = await serveRoutes(world, [route(undeclared, async () => ({ secret: 'shown' }) as never)]);

test('IDN-41 an operation without a declared capability refuses everybody', async () => {
  expect((await served.as(world.anonymous).send(undeclared, {} as never)).status).toBe(401);
  for (const actor of Object.values(rolesOf(world))) {
    const reply = await served.as(actor).send(undeclared, {} as never);
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  }
});

test('IDN-41 every operation names one known capability, and what is served is what is declared', () => {
  const known = new Set<string>(['public', 'signed_in', 'platform', ...capabilityKeys]);
  expect(endpoints.filter(({ permission }) => !known.has(permission)).map(({ name }) => name)).toEqual([]);
  const names = features.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint.name));
  expect(names).toHaveLength(new Set(names).size);
  const declared = new Set(endpoints.map(({ name }) => name));
  expect(names.filter((name) => !declared.has(name))).toEqual([]);
});
