import { type EndpointDeclaration, problems } from '@k12/contracts';
import { ProblemBody } from '@k12/contracts/problem-body';
import { newId } from '@k12/db';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, requestSchema, sampleOf } from '../test/request-samples.ts';
import type { RawReply, TestActor } from '../test/test-server.ts';
import { aWorld, finite, isGuarded, named, rolesOf, sendAny, someRoleFor, withOwnSession } from './world.ts';

const world = await aWorld();
const roles = rolesOf(world);
const runs = Number(process.env.FUZZ_RUNS ?? 12);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);

const hostileText = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  '👩‍👩‍👧‍👦',
  "'; drop table users; --",
  '../../../etc/passwd',
  '%00%ff',
  '<script>alert(1)</script>',
  '{{7*7}}',
  'ﷺ'.repeat(50),
  'x'.repeat(20_000),
  '__proto__',
  '-1',
  '1e309',
  '0x7f',
  '00000000-0000-0000-0000-000000000000',
  '2041-02-31',
  '9999-12-31T23:59:60Z',
);
const hostile = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, -1, 0, 2 ** 31, 2 ** 53, 1e308, 0.1, [], {}, [[[[]]]], {
    a: { b: {} },
  }),
  fc.array(hostileText, { maxLength: 5 }),
);

/** Mostly what the schema asks for, now and then what nobody would send. */
function arbitraryOf(schema: Json): fc.Arbitrary<unknown> {
  const branches = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  const fitting = branches ? fc.oneof(...branches.map(arbitraryOf)) : plain(schema);
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

function plain(schema: Json): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  if (type === 'object') return objectOf(schema);
  if (type === 'array') return fc.array(arbitraryOf((schema.items ?? {}) as Json), { maxLength: 3 });
  if (type === 'string' && (schema.format || schema.pattern))
    return fc.constant(null).map(() => sampleOf(schema));
  if (type === 'string') return fc.oneof(fc.string({ maxLength: 60 }), hostileText);
  if (type === 'integer') return fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer());
  if (type === 'boolean') return fc.boolean();
  return hostile;
}

function objectOf(schema: Json): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const required = (schema.required ?? []) as string[];
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, arbitraryOf(value)]),
  );
  return fc.record(fields, { requiredKeys: required });
}

function requestOf(endpoint: EndpointDeclaration) {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const param = fc.oneof(
    fc.constant(null).map(() => newId()),
    fc.constantFrom('x', '%', '..', 'null', '0', 'é', 'a'.repeat(300)),
  );
  return fc.record({
    params: fc.record(Object.fromEntries(names.map((name) => [name, param]))),
    query: endpoint.query ? objectOf(requestSchema(endpoint.query)) : fc.constant({}),
    body: endpoint.body ? arbitraryOf(requestSchema(endpoint.body)) : fc.constant(undefined),
  });
}

/** Every answer is one the declaration knows: a declared status with a body of its schema, or a problem. */
function checkReply(endpoint: EndpointDeclaration, { status, body, headers }: RawReply): void {
  expect(status, JSON.stringify(body)).toBeLessThan(500);
  expect(headers.get('x-request-id')).not.toBeNull();
  const schema = endpoint.replies[status];
  if (schema) {
    if (status === 204 || status === 202 || endpoint.stream) return;
    const parsed = schema.safeParse(body);
    expect(parsed.success, `${status} ${parsed.error?.message}`).toBe(true);
    return;
  }
  const problem = ProblemBody.parse(body);
  expect(problems).toHaveProperty([problem.code]);
  expect(problem.status).toBe(status);
}

const destructive = finite.filter(
  ({ permission, stream }) => permission !== 'platform' && stream !== 'upload',
);

test.each(named(destructive))(
  'INT-144 INT-145 %s never fails, and answers only what it declares, whatever is sent',
  async (_title, endpoint) => {
    const role = someRoleFor(endpoint) ?? 'district_admin';
    let actor: TestActor = isGuarded(endpoint) ? await withOwnSession(roles[role]) : world.anonymous;
    const property = fc.asyncProperty(requestOf(endpoint), async (request) => {
      let reply = await sendAny(actor, endpoint, request as never);
      if (reply.status === 401 && isGuarded(endpoint)) {
        actor = await withOwnSession(roles[role]);
        reply = await sendAny(actor, endpoint, request as never);
      }
      checkReply(endpoint, reply);
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  },
  60_000,
);
