import {
  discardJob,
  getJob,
  type Job,
  listAllJobs,
  listJobSchedules,
  listJobs,
  listQueues,
  replayJobs,
  retryJob,
} from '@k12/contracts/operations/jobs';
import { newId } from '@k12/db';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext } from '../../../platform/context.ts';
import { defineJob, defineSystemJob, PermanentFailure } from '../../../platform/jobs/define-job.ts';
import { enqueue, enqueueSystemJob } from '../../../platform/jobs/enqueue.ts';
import { until, withWorker } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import type { TestActor } from '../../../test/test-server.ts';
import * as operators from './jobs.operators.service.ts';

const world = await aSchool();
const { platform, tenant, otherTenant, districtAdmin, admin, teacher, otherTenantAdmin, anonymous } = world;

let subjectExists = true;
let fails = true;
const exportJob = defineJob({
  name: 'test.export',
  version: 1,
  queue: 'low',
  schema: z.strictObject({ export_id: z.uuid() }),
  exists: async () => subjectExists,
  run: async () => {
    if (fails) throw new PermanentFailure('The file is broken');
  },
});
const chore = defineSystemJob({
  name: 'test.monthly',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '0 0 1 * *' },
  run: async () => undefined,
});
const brokenChore = defineSystemJob({
  name: 'test.broken_chore',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  run: async () => {
    throw new PermanentFailure('The broom is broken');
  },
});
platform.jobs.register([exportJob, chore, brokenChore]);

function contextOf(person: TestActor | null, tenantId = tenant.id): Context {
  const actor = { ...systemActor(tenantId, 'test'), user_id: person?.id ?? null };
  return createContext({ platform, actor, request_id: 'test-request' });
}
const start = (person: TestActor | null, of = contextOf(person)) =>
  of.withTenant((tx) => enqueue(tx, of, exportJob, { export_id: newId() }));
/** Started by a person, run, and dead. */
async function aDeadJob(person: TestActor | null = districtAdmin, tenantId = tenant.id): Promise<string> {
  fails = true;
  const id = await start(person, contextOf(person, tenantId));
  await withWorker(platform, [exportJob], () => until(async () => (await stateOf(id)) === 'dead'));
  return id;
}
const operator = contextOf(null);
const stateOf = async (id: string): Promise<Job['state']> => (await operators.getAnyJob(operator, id)).state;

describe('an admin', () => {
  test('OPS-106 sees and retries only own-tenant jobs that a person started', async () => {
    const own = await aDeadJob();
    const [bySystem, foreign] = [
      await start(null),
      await start(otherTenantAdmin, contextOf(otherTenantAdmin, otherTenant.id)),
    ];
    const { data } = await districtAdmin.call(listJobs, { query: {} });
    expect(data.map((job) => job.id)).toEqual([own]);
    expect(data[0]).toMatchObject({
      kind: 'test.export',
      state: 'dead',
      started_by: districtAdmin.id,
      error: { message: 'The file is broken', permanent: true },
      can: { retry: true },
    });
    for (const id of [bySystem, foreign, newId()]) {
      expect((await districtAdmin.send(getJob, { params: { id } })).status).toBe(404);
      expect((await districtAdmin.send(retryJob, { params: { id } })).status).toBe(404);
    }
    expect((await otherTenantAdmin.send(retryJob, { params: { id: own } })).status).toBe(404);
    expect((await anonymous.send(listJobs, { query: {} })).status).toBe(401);
    for (const person of [admin, teacher])
      expect((await person.send(listJobs, { query: {} })).status).toBe(403);
  });

  test('OPS-106 a retried job runs again under its id, and the audit log tells who did it', async () => {
    const id = await aDeadJob();
    expect(await districtAdmin.call(retryJob, { params: { id } })).toMatchObject({ id, state: 'retrying' });
    fails = false;
    await withWorker(platform, [exportJob], () => until(async () => (await stateOf(id)) === 'finished'));
    const again = await districtAdmin.send(retryJob, { params: { id } });
    expect([again.status, again.body.context.outcome]).toEqual([409, 'not_dead']);
    const events = await operator.readTenant((tx) =>
      tx.selectFrom('audit_events').selectAll().where('target_id', '=', id).execute(),
    );
    expect(events).toMatchObject([{ action: 'job.replayed', actor_id: districtAdmin.id }]);
  });

  test('OPS-105 a job whose subject is gone is not started again', async () => {
    const id = await aDeadJob();
    subjectExists = false;
    const refused = await districtAdmin.send(retryJob, { params: { id } });
    subjectExists = true;
    expect([refused.status, refused.body.context.outcome, await stateOf(id)]).toEqual([409, 'gone', 'dead']);
  });

  test('OPS-105 has no door to the queues of the installation', async () => {
    for (const endpoint of [listAllJobs, listQueues, listJobSchedules]) {
      expect((await districtAdmin.send(endpoint, { query: {} } as never)).status).toBe(403);
    }
    expect((await districtAdmin.send(replayJobs, { body: { kind: 'test.export' } })).status).toBe(403);
    const discard = { params: { id: newId() }, body: { reason: 'because I can do so' } };
    expect((await districtAdmin.send(discardJob, discard)).status).toBe(403);
  });
});

describe('an operator', () => {
  test('OPS-105 filters jobs by kind, tenant and state and reads payload, error and trace', async () => {
    const id = await aDeadJob(otherTenantAdmin, otherTenant.id);
    const query = { limit: 50, kind: 'test.export', tenant_id: otherTenant.id, state: 'dead' as const };
    const { data } = await operators.listAllJobs(operator, query);
    expect(data.map((job) => job.id)).toContain(id);
    expect(new Set(data.map((job) => job.tenant_id))).toEqual(new Set([otherTenant.id]));
    const job = await operators.getAnyJob(operator, id);
    expect(job.payload).toEqual({ export_id: expect.any(String) });
    expect(job.error).toMatchObject({ name: 'PermanentFailure', message: 'The file is broken' });
    expect(job.stack).toContain('jobs.routes.test.ts');
    expect((await operators.listAllJobs(operator, { ...query, kind: 'other' })).data).toEqual([]);
  });

  test('OPS-105 replays a selection and all of a kind, each answered for by itself', async () => {
    const [one, two] = [await aDeadJob(), await aDeadJob(otherTenantAdmin, otherTenant.id)];
    const waiting = await start(districtAdmin);
    const { data } = await operators.replayJobs(operator, { ids: [one, waiting] });
    expect(data).toEqual([
      { id: one, outcome: 'replayed' },
      { id: waiting, outcome: 'not_dead' },
    ]);
    const all = await operators.replayJobs(operator, { kind: 'test.export' });
    expect(all.data).toContainEqual({ id: two, outcome: 'replayed' });
    expect(all.data.map((answer) => answer.id)).not.toContain(one);
  });

  test('OPS-105 discards a dead job with a reason, and no finished one', async () => {
    const id = await aDeadJob();
    const job = await operators.discardJob(operator, id, 'The partner is gone for good');
    expect(job).toMatchObject({ state: 'discarded', discard_reason: 'The partner is gone for good' });
    await expect(operators.discardJob(operator, id, 'Once more for the record')).rejects.toThrow('ended');
  });

  test('OPS-105 what is done to a job of the installation stands in the log of the operator', async () => {
    const id = await platform.db.asJob('test', (tx) => enqueueSystemJob(tx, brokenChore, {}));
    const isDead = () => until(async () => (await stateOf(id)) === 'dead');
    await withWorker(platform, [brokenChore], isDead);
    expect((await operators.replayJobs(operator, { ids: [id] })).data).toEqual([{ id, outcome: 'replayed' }]);
    expect((await operators.replayJobs(operator, { ids: [id] })).data).toEqual([{ id, outcome: 'not_dead' }]);
    await operators.discardJob(operator, id, 'A new broom is on its way');
    const events = await operator.readTenant((tx) =>
      tx
        .selectFrom('audit_events')
        .select(['action', 'reason'])
        .where('target_id', '=', id)
        .orderBy('occurred_at')
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ action }) => action)).toEqual(['job.replayed', 'job.discarded']);
    expect(events[1]?.reason).toBe('A new broom is on its way');
  });

  test('OPS-98 OPS-105 sees lengths, rates and latency of queues, live workers and schedules', async () => {
    await start(districtAdmin);
    const low = (await operators.listQueues(operator)).data.find((figures) => figures.queue === 'low');
    expect(low?.waiting).toBeGreaterThan(0);
    expect(low?.oldest_waiting_seconds).toBeGreaterThanOrEqual(0);
    expect(low?.finished_last_hour).toBeGreaterThan(0);
    expect(low?.latency_p95_ms).toBeGreaterThan(0);
    await withWorker(platform, [chore], async () => {
      expect((await operators.listQueues(operator)).workers).toMatchObject([{ state: 'working' }]);
    });
    const { data } = await operators.listJobSchedules(operator);
    expect(data).toMatchObject([{ kind: 'test.monthly', cron: '0 0 1 * *', last_run_at: null }]);
    expect((await operators.listQueues(operator)).workers).toEqual([]);
  });
});
