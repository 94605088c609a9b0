import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseUrl } from '../src/bootstrap.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';
import { verifyRole } from '../src/verify-role.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('IDN-113', () => {
  test('the application role passes the check at start-up', async () => {
    await expect(as(database.appUrl, verifyRole)).resolves.toBeUndefined();
  });

  test('the owner is refused', async () => {
    await expect(as(database.ownerUrl, verifyRole)).rejects.toThrow(/"homeroom_owner".*owns objects/);
  });

  test('a superuser is refused', async () => {
    await expect(as(database.superuserUrl, verifyRole)).rejects.toThrow(/is a superuser/);
  });

  test('a role that bypasses row-level security is refused', async () => {
    await expect(as(database.jobUrl, verifyRole)).rejects.toThrow(/bypasses row-level security/);
  });

  test('a member of the owner is refused', async () => {
    await as(database.superuserUrl, async (superuser) => {
      await superuser.query('begin');
      await superuser.query('create role sly; grant homeroom_owner to sly; set local role sly');
      await expect(verifyRole(superuser)).rejects.toThrow(/member of .*homeroom_owner/);
      await superuser.query('rollback');
    });
  });

  test.each([
    ['make a table', 'create table public.mine (id int)'],
    ['make a schema', 'create schema mine'],
    ['make a temporary table', 'create temporary table mine (id int)'],
    ['protect a table anew', `select app.protect_tenant_table('schools')`],
    ['become the owner', 'set role homeroom_owner'],
    ['become the job role', 'set role homeroom_job'],
    ['write the list of migrations', 'delete from app.schema_migrations'],
    ['copy from a program', `copy schools from program 'true'`],
  ])('the application role cannot %s', async (_name, sql) => {
    await expect(as(database.appUrl, (client) => client.query(sql))).rejects.toThrow(/permission denied/);
  });

  test('nobody else may connect to the database', async () => {
    await as(database.superuserUrl, async (superuser) => {
      const name = `stranger_${database.name}`;
      await superuser.query(`create role ${name} login password 'stranger'`);
      const url = new URL(databaseUrl(database.superuserUrl, database.name));
      url.username = name;
      url.password = 'stranger';
      await expect(as(url.href, async () => undefined)).rejects.toThrow(/permission denied for database/);
      await superuser.query(`drop role ${name}`);
    });
  });
});

describe('OPS-69 limits of the roles', () => {
  test.each([
    ['app', '5s'],
    ['job', '15min'],
  ] as const)('a statement of %s ends after %s', async (role, limit) => {
    const url = role === 'app' ? database.appUrl : database.jobUrl;
    const { rows } = await as(url, (client) => client.query('show statement_timeout'));
    expect(rows).toEqual([{ statement_timeout: limit }]);
  });

  test('a transaction left idle is ended after a minute, for every role', async () => {
    for (const url of [database.appUrl, database.jobUrl, database.ownerUrl]) {
      const { rows } = await as(url, (client) => client.query('show idle_in_transaction_session_timeout'));
      expect(rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }]);
    }
  });
});
