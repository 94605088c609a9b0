import { endpoint } from '@k12/contracts';
import { createMyApiToken } from '@k12/contracts/identity/api-tokens';
import { createSchool } from '@k12/contracts/identity/schools';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { withWorker } from '../../test/a-platform.ts';
import { aSchool } from '../../test/a-school.ts';
import { build, nextNumber } from '../../test/people.ts';
import { serveRoutes } from '../../test/serve-routes.ts';
import { Problem } from '../errors.ts';
import { enqueueSystemJob } from '../jobs/enqueue.ts';
import { sweepIdempotencyKeysJob } from './idempotency.jobs.ts';
import { route } from './route.ts';

const world = await aSchool();
const { districtAdmin, otherTenantAdmin, platform } = world;

const work = { runs: 0, next: async (): Promise<void> => undefined };
const doWork = endpoint({
  name: 'work.create',
  method: 'POST',
  path: '/work',
  summary: 'Something that can be slow or fail',
  permission: 'signed_in',
  rate: 'general',
  body: z.strictObject({ text: z.string() }),
  replies: { 201: z.object({ run: z.int(), text: z.string() }) },
});
const tryTwice = endpoint({
  name: 'two_steps.create',
  method: 'POST',
  path: '/two_steps',
  summary: 'Writes once, then is refused after writing again',
  permission: 'signed_in',
  rate: 'general',
  body: z.strictObject({ with: z.enum(['conflict', 'unavailable']) }),
  replies: { 204: z.undefined() },
});

const served = await serveRoutes(world, [
  route(doWork, async ({ body }) => {
    work.runs += 1;
    const run = work.runs;
    await work.next();
    return { run, text: body.text };
  }),
  route(tryTwice, async ({ context, body }) => {
    const rename = (name: string, refusal?: Problem) =>
      context.withTenant(async (tx) => {
        await tx.updateTable('schools').set({ name }).where('id', '=', world.school.id).execute();
        if (refusal) throw refusal;
      });
    await rename(`kept after ${body.with}`);
    await rename('undone', new Problem(body.with));
  }),
]);

function post(key: string, text = 'a', actor = districtAdmin) {
  return served.as(actor).send(doWork, { body: { text } }, { 'idempotency-key': key });
}

test('INT-141 IDN-94 the same key and body returns the first answer, marked, and creates one record', async () => {
  const body = { name: 'Once School', code: `ONCE-${nextNumber()}`, time_zone: 'America/Chicago' };
  const headers = { 'idempotency-key': 'create-once' };
  const first = await districtAdmin.send(createSchool, { body }, headers);
  const second = await districtAdmin.send(createSchool, { body }, headers);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(second.headers.get('idempotent-replayed')).toBe('true');
});

test('INT-141 a refusal is an answer: it is replayed as it was', async () => {
  const body = { name: 'Taken School', code: `TAKEN-${nextNumber()}`, time_zone: 'America/Chicago' };
  await districtAdmin.call(createSchool, { body });
  const headers = { 'idempotency-key': 'refused' };
  const first = await districtAdmin.send(createSchool, { body }, headers);
  const second = await districtAdmin.send(createSchool, { body }, headers);
  expect([first.status, second.status]).toEqual([409, 409]);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('content-type')).toContain('application/problem+json');
  expect(second.headers.get('idempotent-replayed')).toBe('true');
});

test('INT-141 another body under the same key: 422 idempotency_mismatch', async () => {
  await post('mismatch', 'first');
  const reply = await post('mismatch', 'second');
  expect([reply.status, reply.body.code]).toEqual([422, 'idempotency_mismatch']);
});

test('INT-141 while the first is still running: 409 with Retry-After, and the work runs once', async () => {
  const gate = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  const before = work.runs;
  work.next = () => {
    entered.resolve();
    return gate.promise;
  };
  const first = post('running');
  await entered.promise;
  const second = await post('running');
  expect([second.status, second.body.code, second.headers.get('retry-after')]).toEqual([
    409,
    'idempotency.running',
    '1',
  ]);
  gate.resolve();
  expect((await first).status).toBe(201);
  work.next = async () => undefined;
  expect((await post('running')).headers.get('idempotent-replayed')).toBe('true');
  expect(work.runs).toBe(before + 1);
});

test('INT-141 a failure of ours is not kept: the same key may try again', async () => {
  work.next = async () => {
    throw new Problem('unavailable');
  };
  expect((await post('failed')).status).toBe(503);
  work.next = async () => undefined;
  const again = await post('failed');
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, null]);
});

test.each(['conflict', 'unavailable'] as const)(
  'INT-141 what was written before a refusal (%s) stays and what the refusal undid is gone, as without a key',
  async (code) => {
    const send = () =>
      served.as(districtAdmin).send(tryTwice, { body: { with: code } }, { 'idempotency-key': `two-${code}` });
    expect((await send()).body.code).toBe(code);
    const name = () =>
      build(platform, (tx) =>
        tx.selectFrom('schools').select('name').where('id', '=', world.school.id).executeTakeFirst(),
      );
    expect(await name()).toEqual({ name: `kept after ${code}` });
    const again = await send();
    expect(again.headers.get('idempotent-replayed')).toBe(code === 'conflict' ? 'true' : null);
  },
);

test('IDN-94 IDN-119 keys belong to one caller of one tenant', async () => {
  const mine = await post('shared-key');
  const theirs = await post('shared-key', 'a', otherTenantAdmin);
  const colleague = await post('shared-key', 'a', world.admin);
  expect(new Set([mine.body.run, theirs.body.run, colleague.body.run]).size).toBe(3);
});

test('IDN-94 IDN-119 two tokens of one owner are two callers', async () => {
  const token = async () => {
    const body = { name: `Token ${nextNumber()}`, scopes: ['schools.read' as const] };
    return (await districtAdmin.call(createMyApiToken, { body })).token;
  };
  const run = async (secret: string) => {
    const reply = await served
      .as(world.anonymous)
      .send(
        doWork,
        { body: { text: 'a' } },
        { 'idempotency-key': 'by-token', authorization: `Bearer ${secret}` },
      );
    return [reply.status, reply.body.run] as const;
  };
  const [one, other] = [await token(), await token()];
  const [first, second, again] = [await run(one), await run(other), await run(one)];
  expect([first[0], second[0]]).toEqual([201, 201]);
  expect(second[1]).not.toBe(first[1]);
  expect(again).toEqual(first);
});

test('IDN-94 IDN-03 the same key and body for another school is another request: 422 idempotency_mismatch', async () => {
  const send = (school: { id: string }) =>
    districtAdmin.send(
      createSchool,
      { body: { name: 'Narrowed', code: 'NARROWED', time_zone: 'America/Chicago' } },
      { 'idempotency-key': 'per-school', 'x-school-id': school.id },
    );
  const first = await send(world.school);
  const second = await send(world.otherSchool);
  expect(first.status).not.toBe(422);
  expect([second.status, second.body.code]).toEqual([422, 'idempotency_mismatch']);
});

test('INT-141 a key is forgotten after 24 hours', async () => {
  const first = await post('day-long');
  await build(platform, (tx) =>
    tx
      .updateTable('idempotency_keys')
      .set({ started_at: hoursAgo(25) })
      .where('key', '=', 'day-long')
      .execute(),
  );
  const second = await post('day-long');
  expect(second.body.run).not.toBe(first.body.run);
});

test('INT-141 keys older than a day are swept away, younger ones stay', async () => {
  await post('old-key');
  await post('young-key');
  await build(platform, (tx) =>
    tx
      .updateTable('idempotency_keys')
      .set({ started_at: hoursAgo(25) })
      .where('key', '=', 'old-key')
      .execute(),
  );
  await withWorker(platform, [sweepIdempotencyKeysJob], async () => {
    await platform.db.asJob('test', (tx) => enqueueSystemJob(tx, sweepIdempotencyKeysJob, {}));
    const left = () =>
      build(platform, (tx) =>
        tx
          .selectFrom('idempotency_keys')
          .select('key')
          .where('key', 'in', ['old-key', 'young-key'])
          .execute(),
      );
    await expect.poll(left, { timeout: 10_000 }).toEqual([{ key: 'young-key' }]);
  });
});

test('INT-141 a key longer than 128 characters is refused', async () => {
  expect((await post('k'.repeat(128))).status).toBe(201);
  const reply = await post('k'.repeat(129));
  expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, '/headers/idempotency-key']);
});

test('IDN-110 a stored answer cannot be read in the database', async () => {
  await post('sealed', 'very-visible-text');
  const row = await build(platform, (tx) =>
    tx.selectFrom('idempotency_keys').selectAll().where('key', '=', 'sealed').executeTakeFirstOrThrow(),
  );
  expect(row.answer?.toString('latin1')).not.toContain('very-visible-text');
});

function hoursAgo(hours: number): string {
  return new Date(platform.clock.now().getTime() - hours * 3_600_000).toISOString();
}
