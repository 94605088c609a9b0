import { PassThrough } from 'node:stream';
import { endpoint } from '@k12/contracts';
import { createSchool } from '@k12/contracts/identity/schools';
import { signIn } from '@k12/contracts/identity/session';
import { reportClientErrors } from '@k12/contracts/operations/errors';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aSchool } from '../../test/a-school.ts';
import { serveRoutes } from '../../test/serve-routes.ts';
import { TestActor } from '../../test/test-server.ts';
import { route } from '../http/route.ts';
import { createLog } from '../log.ts';

const secret = 'MARKED-SECRET';
const lines: string[] = [];
const sink = new PassThrough();
sink.on('data', (data) => lines.push(String(data)));
const world = await aSchool();
const log = createLog({ LOG_LEVEL: 'trace' }, 'core', sink);

const failing = (name: string, work: (text: string) => Promise<never>) => {
  const declaration = endpoint({
    name: `test.${name}`,
    method: 'POST',
    path: `/test/${name}`,
    summary: name,
    permission: 'signed_in',
    rate: 'general',
    body: z.strictObject({ text: z.string() }),
    replies: { 200: z.object({ text: z.string() }) },
  });
  return { declaration, route: route(declaration, async ({ body }) => work(body.text)) };
};
const thrown = failing('thrown', async (text) => {
  throw new Error(`cannot handle ${text}`, { cause: new Error(text) });
});
const refused = failing('refused', async (text) => {
  await world.platform.db.global.executeQuery(sql`select ${text}::uuid`.compile(world.platform.db.global));
  throw new Error('unreachable');
});
const violated = failing('violated', async (text) => {
  const row = { key: `x_${text.length}`, roles: [text], rollout_percent: 500 };
  await world.platform.db.asJob('test', (tx) => tx.insertInto('feature_flags').values(row).execute());
  throw new Error('unreachable');
});
const served = await serveRoutes({ ...world, platform: { ...world.platform, log } }, [
  thrown.route,
  refused.route,
  violated.route,
]);

test('OPS-150 OPS-154 marked secrets sent through every layer are in no log line, metric or error report', async () => {
  const teacher = served.as(world.teacher);
  const visitor = served.as(new TestActor(world.server, null));
  for (const { declaration } of [thrown, refused, violated]) {
    const reply = await teacher.send(declaration, { body: { text: secret } });
    expect(reply.status, declaration.name).toBe(500);
    expect(JSON.stringify(reply.body)).not.toContain(secret);
  }
  await visitor.send(signIn, { body: { identifier: `${secret}@example.test`, password: secret } });
  await teacher.fetch('GET', `/nothing/${secret}?token=${secret}`, {
    headers: {
      authorization: `Bearer ${secret}`,
      'x-odd': secret,
      'user-agent': secret,
      'x-request-id': '!',
    },
  });
  await teacher.fetch('POST', '/test/thrown', {
    body: `{"text": "${secret}`,
    headers: { 'content-type': 'application/json' },
  });
  const error = {
    kind: 'error' as const,
    name: secret,
    message: `lost "${secret}"`,
    stack: `Error: ${secret}`,
    route: '/a',
  };
  await world.teacher.send(reportClientErrors, { body: { errors: [{ ...error, name: 'Error' }] } });
  const school = { name: secret, code: `${secret}-1`, time_zone: 'Europe/Berlin', address: secret };
  await world.districtAdmin.send(createSchool, { body: school });

  const logged = lines.join('');
  expect(logged.split('\n').filter((line) => line.includes('request failed'))).toHaveLength(3);
  expect(logged).not.toContain(secret);
  expect(await world.platform.metrics.registry.metrics()).not.toContain(secret);
  expect(JSON.stringify(world.platform.errors.groups())).not.toContain(secret);
});

test('OPS-150 OPS-151 a request is one JSON line with its ids, route template, times and trace', async () => {
  lines.length = 0;
  const headers = {
    'x-request-id': 'request-from-client',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };
  await served.as(world.teacher).fetch('GET', '/csrf', { headers });
  await expect.poll(() => lines.join('')).toContain('request-from-client');
  const line = JSON.parse(
    lines
      .join('')
      .split('\n')
      .find((text) => text.includes('request-from-client')) ?? '{}',
  );
  expect(line).toMatchObject({
    level: 'info',
    service: 'core',
    message: 'request',
    request_id: 'request-from-client',
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    tenant_id: world.tenant.id,
    user_id: world.teacher.id,
    method: 'GET',
    route: '/api/v1/csrf',
    status: 200,
  });
  for (const name of ['time', 'version', 'duration_ms', 'db_ms', 'db_count'])
    expect(line).toHaveProperty(name);
});
