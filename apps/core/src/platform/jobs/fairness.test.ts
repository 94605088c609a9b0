import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aPlatform, contextOf, until, withWorker } from '../../test/a-platform.ts';
import { buildTenant } from '../../test/people.ts';
import type { Context } from '../context.ts';
import { defineJob, defineSystemJob } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import type { QueueName } from './job-queues.ts';
import { startJobWorker } from './job-worker.ts';

const { database, platform, clock } = await aPlatform({ DATABASE_POOL_SIZE: '12' });
const [tenant, otherTenant] = await Promise.all([buildTenant(platform), buildTenant(platform)]);
const [context, otherContext] = [contextOf(platform, tenant), contextOf(platform, otherTenant)];

let atOnce = 0;
let mostAtOnce = 0;
const seen: { tenant_id: string; number: number; at: number }[] = [];

function aSlowJob(queue: QueueName) {
  return defineJob({
    name: `test.${queue}`,
    version: 1,
    queue,
    schema: z.strictObject({ number: z.int() }),
    run: async (running, { number }) => {
      if (running.actor.tenant_id === tenant.id) mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      seen.push({ tenant_id: running.actor.tenant_id, number, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (running.actor.tenant_id === tenant.id) atOnce -= 1;
    },
  });
}

/** Copies one queued job until there are as many as an import of a large district makes. */
async function queueMany(job: ReturnType<typeof aSlowJob>, count: number) {
  const id = await context.withTenant((tx) => enqueue(tx, context, job, { number: 0 }));
  await platform.db.asJob('test', async (tx) => {
    await sql`insert into pgboss.job (id, name, data, singleton_key, group_id, retry_limit, expire_seconds,
        deletion_seconds, keep_until, policy, created_on)
      select gen_random_uuid(), name, data, gen_random_uuid()::text, group_id, retry_limit, expire_seconds,
        deletion_seconds, keep_until, policy, created_on
      from pgboss.job cross join generate_series(1, ${count}::int) where id = ${id}`.execute(tx);
  });
  await analyze();
}

/** What a running installation has done in the background; servers of tests have that switched off. */
async function analyze() {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('analyze pgboss.job');
  await owner.end();
}

const clear = () => platform.db.asJob('test', (tx) => sql`delete from pgboss.job`.execute(tx));

async function delayOf(of: Context, job: ReturnType<typeof aSlowJob>, number: number): Promise<number> {
  const queued = Date.now();
  await of.withTenant((tx) => enqueue(tx, of, job, { number }));
  const run = await until(() => seen.find((entry) => entry.number === number));
  return run.at - queued;
}

test('OPS-99 50,000 jobs of one tenant on two workers delay another tenant by less than 5 s, four at once', async () => {
  const job = aSlowJob('default');
  await queueMany(job, 50_000);
  await withWorker(platform, [job], () =>
    withWorker(platform, [job], async () => {
      await until(() => seen.length > 20);
      for (const number of [1, 2, 3]) expect(await delayOf(otherContext, job, number)).toBeLessThan(5_000);
    }),
  );
  expect(mostAtOnce).toBe(4);
  await clear();
});

test('OPS-100 a critical job starts within 2 s while 100,000 low ones of its own tenant wait', async () => {
  const [low, critical] = [aSlowJob('low'), aSlowJob('critical')];
  await queueMany(low, 100_000);
  await withWorker(platform, [low, critical], async () => {
    for (const number of [11, 12, 13]) expect(await delayOf(context, critical, number)).toBeLessThan(2_000);
  });
  await clear();
});

test('OPS-98 a scheduled job runs once a tick on three workers, and its last run, next run and outcome are kept', async () => {
  let runs = 0;
  const chore = defineSystemJob({
    name: 'test.hourly',
    version: 1,
    queue: 'maintenance',
    schema: z.strictObject({}),
    schedule: { cron: '0 * * * *' },
    run: async () => void runs++,
  });
  const workers = await Promise.all([1, 2, 3].map(() => startJobWorker(platform, { jobs: [chore] })));
  const row = () =>
    platform.db.asJob('test', (tx) => tx.selectFrom('job_schedules').selectAll().executeTakeFirstOrThrow());
  const before = await row();
  expect(before).toMatchObject({ last_run_at: null, last_outcome: null });
  for (const tick of [1, 2]) {
    clock.advance({ hours: 1 });
    await until(async () => runs === tick && (await row()).last_outcome === 'success');
  }
  const after = await row();
  expect(new Date(after.next_run_at).getTime() - new Date(before.next_run_at).getTime()).toBe(2 * 3_600_000);
  expect(after.last_duration_ms).toBeGreaterThanOrEqual(0);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(runs).toBe(2);
  const { rows } = await platform.db.asJob('test', (tx) =>
    sql`select id from pgboss.job where name = 'maintenance'`.execute(tx),
  );
  expect(rows).toHaveLength(2);
});

test('OPS-107 finished jobs go after 7 days and dead ones after 90', async () => {
  const job = aSlowJob('low');
  const ids: string[] = [];
  for (const number of [21, 22, 23, 24]) {
    ids.push(await context.withTenant((tx) => enqueue(tx, context, job, { number })));
  }
  await platform.db.asJob('test', async (tx) => {
    for (const [at, [state, days]] of [
      ['completed', 8],
      ['completed', 6],
      ['failed', 91],
      ['failed', 89],
    ].entries()) {
      await sql`update pgboss.job set state = ${state}::pgboss.job_state,
        completed_on = now() - ${days} * interval '1 day',
        deletion_seconds = case when ${state} = 'failed' then 90 else 7 end * 86400 where id = ${ids[at]}`.execute(
        tx,
      );
    }
    await sql`update pgboss.queue set maintain_on = null`.execute(tx);
  });
  const left = async () => {
    const { rows } = await platform.db.asJob('test', (tx) =>
      sql<{ id: string }>`select id from pgboss.job where id = any(${ids}::uuid[]) order by id`.execute(tx),
    );
    return rows.map((row) => row.id);
  };
  await withWorker(platform, [], () => until(async () => (await left()).length === 2), {
    supervise_seconds: 1,
  });
  expect(await left()).toEqual([ids[1], ids[3]]);
});
