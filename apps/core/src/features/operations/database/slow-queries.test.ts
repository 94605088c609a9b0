import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAuditEvents } from '@k12/contracts/operations/audit-log';
import { listSlowQueries, resetSlowQueries } from '@k12/contracts/operations/database';
import { bootstrapDatabase, databaseUrl, roleUrl } from '@k12/db/bootstrap';
import { startEmbeddedPostgres } from '@k12/db/embedded';
import { migrate } from '@k12/db/migrate';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import type { Context } from '../../../platform/context.ts';
import { createPlatform } from '../../../platform/create-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { anOperator } from '../../../test/an-operator.ts';
import { manyRequests } from '../../../test/sign-in.ts';
import * as service from './slow-queries.service.ts';

const world = await aSchool(manyRequests);

test('OPS-68 without the extension the list is empty and says so; only operators may look or reset', async () => {
  const query = { by: 'mean' as const };
  expect((await world.anonymous.send(listSlowQueries, { query })).status).toBe(401);
  expect((await world.districtAdmin.send(listSlowQueries, { query })).status).toBe(403);
  expect((await world.districtAdmin.send(resetSlowQueries, {})).status).toBe(403);
  const operator = await anOperator(world.server);
  expect(await operator.call(listSlowQueries, { query })).toEqual({ available: false, data: [] });
  expect(await operator.call(resetSlowQueries, {})).toEqual({ available: false });
  expect((await operator.call(listAuditEvents, { query: { action: 'slow_queries.reset' } })).data).toEqual(
    [],
  );
});

test('OPS-68 with it the slowest statements are listed by mean and by sum, without literals, and resetting begins anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-statements-'));
  const settings = { shared_preload_libraries: 'pg_stat_statements', max_connections: '40' };
  const postgres = await startEmbeddedPostgres({ directory: folder, durable: false, port: 0, settings });
  const passwords = { owner: 'owner', app: 'app', job: 'job' };
  await bootstrapDatabase(postgres.superuserUrl, 'homeroom', passwords);
  await migrate({ owner_url: roleUrl(postgres.superuserUrl, 'homeroom', 'owner', passwords.owner) });
  const superuser = new pg.Client({ connectionString: databaseUrl(postgres.superuserUrl, 'homeroom') });
  await superuser.connect();
  const platform = createPlatform(
    readConfig({
      HOMEROOM_MODE: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: roleUrl(postgres.superuserUrl, 'homeroom', 'app', passwords.app),
      DATABASE_JOB_URL: roleUrl(postgres.superuserUrl, 'homeroom', 'job', passwords.job),
    }),
  );
  afterAll(async () => {
    await platform.close();
    await superuser.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const context = { platform } as unknown as Context;
  await superuser.query('create schema statistics');
  await superuser.query('create extension pg_stat_statements schema statistics');
  await superuser.query(
    'grant usage on schema statistics to homeroom_job; grant pg_read_all_stats to homeroom_job with inherit true',
  );
  await superuser.query(`select pg_sleep(0.2), 'Maya Rivera' as somebody`);
  for (let at = 0; at < 3; at += 1) await superuser.query(`select pg_sleep(0.03), ${at} as number_asked_for`);

  const slowest = await service.listSlowQueries(context, { by: 'mean', limit: 100 });
  const means = slowest.data.map((row) => row.mean_ms);
  expect(means).toEqual(means.toSorted((a, b) => b - a));
  const slept = slowest.data.find((row) => row.statement === 'select pg_sleep($1), $2 as somebody');
  expect(slept).toMatchObject({ calls: 1, rows: 1 });
  expect(slept?.mean_ms).toBeGreaterThan(190);
  const all = await service.listSlowQueries(context, { by: 'total', limit: 100 });
  const totals = all.data.map((row) => row.total_ms);
  expect(totals).toEqual(totals.toSorted((a, b) => b - a));
  expect(all.data.find((row) => row.statement.includes('number_asked_for'))).toMatchObject({ calls: 3 });
  expect(JSON.stringify(all)).not.toContain('Maya');

  await expect(service.resetSlowQueries(context)).rejects.toMatchObject({ code: 'conflict' });
  await superuser.query('grant execute on function statistics.pg_stat_statements_reset to homeroom_job');
  const operator = { platform, withTenant: async () => undefined } as unknown as Context;
  expect(await service.resetSlowQueries(operator)).toEqual({ available: true });
  const after = await service.listSlowQueries(context, { by: 'total', limit: 100 });
  expect(after.data.some((row) => row.statement.includes('pg_sleep'))).toBe(false);
}, 60_000);
