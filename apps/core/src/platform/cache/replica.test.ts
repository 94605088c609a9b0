import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrapDatabase, roleUrl } from '@k12/db/bootstrap';
import { startEmbeddedPostgres } from '@k12/db/embedded';
import { migrate } from '@k12/db/migrate';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { breakableProxy, throughProxy } from '../../test/breakable-proxy.ts';
import { buildPerson, buildSchool, buildTenant } from '../../test/people.ts';
import { startRedisServer } from '../../test/redis-server.ts';
import { systemActor } from '../auth/actor.ts';
import { readConfig } from '../config.ts';
import { type Context, createContext, type Platform } from '../context.ts';
import { createPlatform } from '../create-platform.ts';

const passwords = { owner: 'owner', app: 'app', job: 'job' };
const database = 'homeroom';
const replica_settings = { check_every_ms: 50, max_lag_ms: 1_500 };
const folder = mkdtempSync(join(tmpdir(), 'homeroom-replica-'));
const settings = { wal_level: 'replica', max_wal_senders: '5', hot_standby: 'on', max_connections: '60' };
const place = { durable: false, port: 0, settings };

/** Two real servers: the second starts as a copy of the first and follows it by streaming. */
async function startPair() {
  const first = await startEmbeddedPostgres({ ...place, directory: join(folder, 'primary') });
  await bootstrapDatabase(first.superuserUrl, database, passwords);
  await migrate({ owner_url: roleUrl(first.superuserUrl, database, 'owner', passwords.owner) });
  await first.stop();
  const copy = join(folder, 'standby');
  execFileSync('cp', ['-Rp', first.directory, copy]);
  const primary = await startEmbeddedPostgres({ ...place, directory: join(folder, 'primary') });
  const { hostname, port, username, password } = new URL(primary.superuserUrl);
  const source = `host=${hostname} port=${port} user=${username} password=${password}`;
  appendFileSync(join(copy, 'data', 'postgresql.auto.conf'), `\nprimary_conninfo = '${source}'\n`);
  // Copied, so that the server's own account owns it.
  execFileSync('cp', ['-p', join(copy, 'data', 'PG_VERSION'), join(copy, 'data', 'standby.signal')]);
  const standby = await startEmbeddedPostgres({ ...place, directory: copy });
  return { primary, standby };
}

const { primary, standby } = await startPair();
const redis = await startRedisServer();
const standbyAppUrl = roleUrl(standby.superuserUrl, database, 'app', passwords.app);
const proxy = await breakableProxy({ host: '127.0.0.1', port: standby.port });
const config = readConfig({
  HOMEROOM_MODE: 'test',
  LOG_LEVEL: 'silent',
  DATABASE_URL: roleUrl(primary.superuserUrl, database, 'app', passwords.app),
  DATABASE_JOB_URL: roleUrl(primary.superuserUrl, database, 'job', passwords.job),
  DATABASE_REPLICA_URL: throughProxy(standbyAppUrl, proxy),
  REDIS_URL: redis.url,
});
const here = createPlatform(config, { replica_settings, checkout_timeout_ms: 1_000 });
const elsewhere = createPlatform(config, { replica_settings, checkout_timeout_ms: 1_000 });
const operator = new pg.Client({ connectionString: standby.superuserUrl });
await operator.connect();
const tenant = await buildTenant(here);
const school = await buildSchool(here, tenant, { name: 'Before' });
const [writer, reader] = [await buildPerson(here, tenant), await buildPerson(here, tenant)];

afterAll(async () => {
  await Promise.all([here.close(), elsewhere.close(), operator.end()]);
  await standby.stop();
  await primary.stop();
  rmSync(folder, { recursive: true, force: true });
});

function as(person: { id: string }, platform: Platform): Context {
  const actor = { ...systemActor(tenant.id, 'test'), user_id: person.id };
  return createContext({ platform, actor, request_id: 'test-request' });
}

/** The name as this person sees it, and whether the replica told it. */
function read(context: Context) {
  return context.readTenant(async (tx) => {
    const row = await tx
      .selectFrom('schools')
      .select(['name', sql<boolean>`pg_is_in_recovery()`.as('from_replica')])
      .where('id', '=', school.id)
      .executeTakeFirstOrThrow();
    return { name: row.name, from_replica: row.from_replica };
  });
}

function rename(name: string) {
  return as(writer, here).withTenant((tx) =>
    tx.updateTable('schools').set({ name }).where('id', '=', school.id).execute(),
  );
}

const settled = (name: string) =>
  expect.poll(() => read(as(writer, elsewhere)), { timeout: 10_000 }).toEqual({ name, from_replica: true });

test('OPS-73 while the replica is behind, the writer reads the write in every process, others keep reading the replica', async () => {
  await settled('Before');
  await operator.query('select pg_wal_replay_pause()');
  await rename('After');
  for (const platform of [here, elsewhere]) {
    expect(await read(as(writer, platform))).toEqual({ name: 'After', from_replica: false });
  }
  expect(await read(as(reader, elsewhere))).toEqual({ name: 'Before', from_replica: true });
  await operator.query('select pg_wal_replay_resume()');
  await settled('After');
});

test('OPS-73 a person who only read is not sent to the primary', async () => {
  await as(reader, here).withTenant((tx) => tx.selectFrom('schools').select('id').execute());
  expect((await read(as(reader, here))).from_replica).toBe(true);
});

test('OPS-74 sign-in and permission checks, which read for nobody, stay on the primary', async () => {
  const rows = await here.db.readTenant({ tenant_id: tenant.id }, (tx) =>
    sql<{ from_replica: boolean }>`select pg_is_in_recovery() as from_replica`.execute(tx),
  );
  expect(rows.rows).toEqual([{ from_replica: false }]);
});

test('OPS-74 a replica that falls too far behind leaves the rotation and comes back', async () => {
  await operator.query('select pg_wal_replay_pause()');
  await rename('Late');
  await expect
    .poll(() => read(as(reader, here)), { timeout: 10_000 })
    .toEqual({ name: 'Late', from_replica: false });
  expect(here.db.replica?.lag_seconds()).toBeGreaterThan(1);
  await operator.query('select pg_wal_replay_resume()');
  await settled('Late');
});

test('OPS-74 a replica that goes away fails no request', async () => {
  await expect.poll(async () => (await read(as(reader, here))).from_replica, { timeout: 10_000 }).toBe(true);
  proxy.cut();
  const answers = await Promise.all(Array.from({ length: 20 }, () => read(as(reader, here))));
  for (const answer of answers) expect(answer).toEqual({ name: 'Late', from_replica: false });
  proxy.mend();
  await expect.poll(async () => (await read(as(reader, here))).from_replica, { timeout: 10_000 }).toBe(true);
});

test('OPS-73 with the memory of writes gone nobody is shown the past', async () => {
  await redis.stop();
  expect((await read(as(writer, here))).from_replica).toBe(false);
});
