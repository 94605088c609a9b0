import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aPlatform, contextOf, until, withWorker } from '../../test/a-platform.ts';
import { buildSchool, buildTenant } from '../../test/people.ts';
import type { Context } from '../context.ts';
import { defineJob, defineSystemJob, type Job, PermanentFailure } from './define-job.ts';
import { enqueue, enqueueSystemJob } from './enqueue.ts';
import { forEachTenant } from './for-each-tenant.ts';
import type { QueueName } from './job-queues.ts';
import { startJobWorker } from './job-worker.ts';

const { platform } = await aPlatform({ DATABASE_POOL_SIZE: '12' });
const [tenant, otherTenant] = await Promise.all([buildTenant(platform), buildTenant(platform)]);
const context = contextOf(platform, tenant);
const otherContext = contextOf(platform, otherTenant);

const Numbered = z.strictObject({ number: z.int() });

/** A job that writes down what it was called with. */
function aJob(
  name: string,
  given: { queue?: QueueName; run?: (context: Context, number: number) => Promise<void> } = {},
) {
  const seen: { tenant_id: string; number: number; attempt: number; at: number }[] = [];
  const job = defineJob({
    name,
    version: 1,
    queue: given.queue ?? 'default',
    schema: Numbered,
    run: async (running, { number }, { attempt }) => {
      seen.push({ tenant_id: running.actor.tenant_id, number, attempt, at: Date.now() });
      await given.run?.(running, number);
    },
  });
  return { job, seen };
}

interface StoredJob {
  id: string;
  name: string;
  state: string;
  retry_count: number;
  output: { message: string; permanent: boolean } | null;
  start_after: Date;
}

async function stored(id: string): Promise<StoredJob> {
  const { rows } = await platform.db.asJob('test', (tx) =>
    sql<StoredJob>`select * from pgboss.job where id = ${id}`.execute(tx),
  );
  return rows[0]!;
}

const queue = <J extends Job>(job: J, number: number, options = {}, of: Context = context) =>
  of.withTenant((tx) => enqueue(tx, of, job as never, { number } as never, options));
const finished = (id: string) => until(async () => (await stored(id)).state === 'completed');

describe('queueing', () => {
  test('OPS-93 a rolled-back request leaves no job, a committed one leaves exactly one', async () => {
    const { job, seen } = aJob('test.rollback');
    const failed = context.withTenant(async (tx) => {
      await enqueue(tx, context, job, { number: 1 });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const kept = await queue(job, 2);
    await withWorker(platform, [job], () => finished(kept));
    expect(seen.map(({ number }) => number)).toEqual([2]);
  });

  test('OPS-97 asking ten times at once with one key queues one run and gives its id each time', async () => {
    const { job, seen } = aJob('test.unique');
    const ids = await Promise.all(Array.from({ length: 10 }, () => queue(job, 1, { unique_key: 'sync' })));
    expect(new Set(ids).size).toBe(1);
    expect(await queue(job, 1, { unique_key: 'sync' }, otherContext)).not.toBe(ids[0]);
    await withWorker(platform, [job], () => until(() => seen.length === 2));
    expect(await queue(job, 1, { unique_key: 'sync' })).not.toBe(ids[0]);
  });

  test('OPS-101 a payload with free text is refused when the job is defined', () => {
    const define = (schema: z.ZodType) => () =>
      defineJob({ name: 'test.text', version: 1, queue: 'low', schema, run: async () => undefined });
    expect(
      define(z.strictObject({ user_id: z.uuid(), kinds: z.array(z.enum(['a', 'b'])).optional() })),
    ).not.toThrow();
    for (const schema of [z.string(), z.email(), z.unknown(), z.record(z.string(), z.string())]) {
      expect(define(z.strictObject({ subject: schema }))).toThrow('payload.subject');
    }
  });

  test('OPS-102 a request sees and queues only the jobs of its own tenant', async () => {
    const id = await queue(aJob('test.mine').job, 1);
    const seenBy = (of: Context) =>
      of.withTenant(
        async (tx) => (await sql`select id from pgboss.job where id = ${id}`.execute(tx)).rows.length,
      );
    expect([await seenBy(context), await seenBy(otherContext)]).toEqual([1, 0]);
    const forged = otherContext.withTenant((tx) =>
      enqueue(tx, context, aJob('test.forged').job, { number: 1 }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('running', () => {
  test('OPS-102 IDN-118 a job runs as the system in its own tenant and cannot read another', async () => {
    const otherSchool = await buildSchool(platform, otherTenant);
    const visible: unknown[] = [];
    const { job } = aJob('test.tenant', {
      run: async (running) => {
        const rows = await running.readTenant((tx) => tx.selectFrom('schools').select('id').execute());
        visible.push(...rows, running.actor.kind, running.actor.system_reason, running.request_id);
      },
    });
    await withWorker(platform, [job], async () => finished(await queue(job, 1)));
    expect(visible).toEqual(['system', 'test.tenant', 'test-request']);
    expect(visible).not.toContainEqual({ id: otherSchool.id });
  });

  test('IDN-118 a job of a tenant without its tenant is refused and goes to the dead letters', async () => {
    const { job, seen } = aJob('test.no_tenant');
    const lost = { ...job, scope: 'system' } as never;
    const id = await platform.db.asJob('test', (tx) => enqueueSystemJob(tx, lost, { number: 1 } as never));
    await withWorker(platform, [job], () => until(async () => (await stored(id)).state === 'failed'));
    expect((await stored(id)).output?.message).toBe('The job carries no tenant');
    expect(seen).toEqual([]);
  });

  test('IDN-118 a chore that fails for one tenant goes on with the others, and fails in the end', async () => {
    const visited: string[] = [];
    const chore = defineSystemJob({
      name: 'test.chore',
      version: 1,
      queue: 'maintenance',
      schema: z.strictObject({}),
      tries: 1,
      run: (system) =>
        forEachTenant(system, 'test.chore', async (of) => {
          visited.push(of.actor.tenant_id);
          if (of.actor.tenant_id === tenant.id) throw new Error('broken');
        }),
    });
    const id = await platform.db.asJob('test', (tx) => enqueueSystemJob(tx, chore, {}));
    await withWorker(platform, [chore], () => until(async () => (await stored(id)).state === 'failed'));
    expect(visited).toEqual(expect.arrayContaining([tenant.id, otherTenant.id]));
    expect((await stored(id)).output?.message).toContain(tenant.id);
    expect((await stored(id)).output?.message).not.toContain(otherTenant.id);
  });

  test('OPS-95 a failure waits before its next try, a permanent one is dead at once with its reason', async () => {
    const { job: flaky } = aJob('test.flaky', { run: async () => Promise.reject(new Error('no answer')) });
    const { job: hopeless, seen } = aJob('test.hopeless', {
      run: async () => Promise.reject(new PermanentFailure('The record is gone')),
    });
    const [later, dead] = [await queue(flaky, 1), await queue(hopeless, 1)];
    await withWorker(platform, [flaky, hopeless], async () => {
      await until(async () => (await stored(later)).state === 'retry');
      await until(async () => (await stored(dead)).state === 'failed');
    });
    const pause = (new Date((await stored(later)).start_after).getTime() - Date.now()) / 1_000;
    expect(pause).toBeGreaterThan(90);
    expect(pause).toBeLessThan(230);
    expect((await stored(dead)).output).toMatchObject({ message: 'The record is gone', permanent: true });
    expect(seen).toHaveLength(1);
  });

  test('OPS-101 OPS-150 what an unforeseen error quotes stays out of queue and log', async () => {
    const { job } = aJob('test.leaky', {
      run: async () => Promise.reject(new Error(`duplicate key (email)=("ada@example.test")`)),
    });
    const id = await queue(job, 1);
    await withWorker(platform, [job], () => until(async () => (await stored(id)).state === 'retry'));
    expect(JSON.stringify(await stored(id))).not.toContain('ada');
    const group = await until(() => platform.errors.groups().find(({ route }) => route === 'test.leaky'));
    expect(group).toMatchObject({ source: 'worker', route: 'test.leaky', last_request_id: 'test-request' });
  });

  test('OPS-96 a job over its time limit is stopped, cannot commit any more, and is tried again', async () => {
    const attempts: string[] = [];
    const slow = defineJob({
      name: 'test.slow',
      version: 1,
      queue: 'default',
      schema: Numbered,
      time_limit_seconds: 1,
      first_retry_seconds: 0,
      run: async (running, _payload, { attempt, signal }) => {
        if (attempt > 1) return void attempts.push('second');
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        await running
          .withTenant((tx) => tx.deleteFrom('schools').execute())
          .catch(() => attempts.push('refused'));
      },
    });
    await withWorker(platform, [slow], async () => finished(await queue(slow, 1)));
    expect(attempts).toEqual(['refused', 'second']);
  });

  test('OPS-103 a worker leaves newer versions and unknown kinds for a newer worker', async () => {
    const { job, seen } = aJob('test.versioned');
    const newer = { ...job, version: 2 };
    const [newerId, unknownId] = [await queue(newer, 1), await queue(aJob('test.unknown').job, 1)];
    const left = async (id: string) => {
      const row = await stored(id);
      return (
        row.state === 'created' && new Date(row.start_after).getTime() > Date.now() && row.retry_count === 0
      );
    };
    await withWorker(platform, [job], async () => {
      await until(() => left(newerId));
      await until(() => left(unknownId));
    });
    expect(seen).toEqual([]);
    await platform.db.asJob('test', (tx) =>
      sql`update pgboss.job set start_after = now() where id = ${newerId}`.execute(tx),
    );
    await withWorker(platform, [newer], () => finished(newerId));
    expect(seen).toHaveLength(1);
  });

  test('IDN-10 jobs of a suspended tenant rest, exports run, nothing is lost, and all go on when it is back', async () => {
    const suspended = await buildTenant(platform);
    const own = contextOf(platform, suspended);
    const state = (to: 'suspended' | 'active') =>
      platform.db.asJob('test', (tx) =>
        tx.updateTable('tenants').set({ state: to }).where('id', '=', suspended.id).execute(),
      );
    const [mail, copy] = [aJob('test.mail_of_suspended'), aJob('test.export_of_suspended')];
    const exporting = { ...copy.job, while_suspended: true };
    await state('suspended');
    const [mailId, copyId] = [await queue(mail.job, 1, {}, own), await queue(exporting, 2, {}, own)];
    const isResting = async () => {
      const row = await stored(mailId);
      return (
        row.state === 'created' && new Date(row.start_after).getTime() > Date.now() && row.retry_count === 0
      );
    };
    await withWorker(platform, [mail.job, exporting], async () => {
      await finished(copyId);
      await until(isResting);
    });
    expect([mail.seen, copy.seen.length]).toEqual([[], 1]);
    await state('active');
    await platform.db.asJob('test', (tx) =>
      sql`update pgboss.job set start_after = now() where id = ${mailId}`.execute(tx),
    );
    await withWorker(platform, [mail.job, exporting], () => finished(mailId));
    expect(mail.seen).toMatchObject([{ tenant_id: suspended.id, number: 1, attempt: 1 }]);
  });

  test('OPS-104 a stopping worker takes nothing new, lets short work end and puts long work back', async () => {
    let release: () => void = () => undefined;
    const short = aJob('test.short', { run: () => new Promise((resolve) => setTimeout(resolve, 300)) });
    const endless = aJob('test.endless', { run: () => new Promise((resolve) => (release = resolve)) });
    const worker = await startJobWorker(platform, { jobs: [short.job, endless.job], patience_ms: 1_000 });
    const [shortId, endlessId] = [await queue(short.job, 1), await queue(endless.job, 1)];
    await until(() => short.seen.length === 1 && endless.seen.length === 1);
    const stopped = worker.stop();
    const lateId = await queue(short.job, 2);
    await stopped;
    release();
    const states = await Promise.all(
      [shortId, endlessId, lateId].map(async (id) => (await stored(id)).state),
    );
    expect(states).toEqual(['completed', 'created', 'created']);
    endless.job.run = async () => undefined;
    await withWorker(platform, [short.job, endless.job], () => finished(endlessId));
  });
});
