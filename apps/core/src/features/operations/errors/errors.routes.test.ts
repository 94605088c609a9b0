import { listErrors, reportClientErrors, reportCspViolations } from '@k12/contracts/operations/errors';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { createErrorRing } from '../../../platform/telemetry/error-ring.ts';
import { aSchool } from '../../../test/a-school.ts';

const world = await aSchool();
const { teacher, districtAdmin, platform, clock, server } = world;

function anError(given: object = {}) {
  return {
    kind: 'error' as const,
    name: 'TypeError',
    message: 'x is undefined',
    stack: '',
    route: '/courses/[id]',
    ...given,
  };
}

test('OPS-154 an error of a browser is kept without what it quotes or which record it was about', async () => {
  const error = anError({
    message: 'cannot grade "Maya Rivera" (maya@example.test)',
    stack: 'TypeError: Maya Rivera\n    at grade (https://school.example/_next/static/chunks/app.js:1:2)',
    route: `/courses/${newId()}/students/42?name=Maya`,
  });
  const reply = await teacher.send(reportClientErrors, { body: { errors: [error] } });
  expect([reply.status, reply.body]).toEqual([202, '']);
  const [group] = platform.errors.groups();
  expect(group).toMatchObject({
    source: 'web',
    route: '/courses/:id/students/:id',
    counts_by_tenant: { [world.tenant.id]: 1 },
  });
  expect(JSON.stringify(group)).not.toMatch(/maya|rivera/i);
});

test('OPS-154 the ring holds a thousand, grouped, with counts by tenant', () => {
  const ring = createErrorRing(clock);
  const place = { source: 'core' as const, route: '/x', request_id: 'r', tenant_id: 'a' };
  for (let at = 0; at < 1_200; at++) ring.record(new RangeError(`row "${at}" of 5`), place);
  ring.record(new TypeError('other'), { ...place, tenant_id: 'b' });
  expect(ring.size()).toBe(1_000);
  expect(ring.groups().map(({ type, count, counts_by_tenant }) => [type, count, counts_by_tenant])).toEqual(
    expect.arrayContaining([
      ['RangeError', 999, { a: 999 }],
      ['TypeError', 1, { b: 1 }],
    ]),
  );
});

test('OPS-154 only the operator reads the ring', async () => {
  for (const actor of [teacher, districtAdmin]) expect((await actor.send(listErrors, {})).status).toBe(403);
});

test('IDN-108 violations of the content security policy are counted, in both forms browsers send', async () => {
  const send = (type: string, body: unknown) =>
    fetch(`${server.origin}/api/v1${reportCspViolations.path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
  const old = { 'csp-report': { 'violated-directive': 'script-src', 'blocked-uri': 'inline' } };
  expect((await send('application/csp-report', old)).status).toBe(202);
  expect((await send('application/reports+json', [{ type: 'csp-violation', body: {} }])).status).toBe(202);
  const counted = await platform.metrics.client_errors.get();
  expect(counted.values.find(({ labels }) => labels.kind === 'csp')?.value).toBe(2);
  expect((await send('text/plain', old)).status).toBe(415);
});
