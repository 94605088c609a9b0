import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCatalog } from '../src/catalog.ts';
import { schemaExceptions } from '../src/global-tables.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

test('IDN-117 the functions that run with other rights are exactly those listed, each with its reason', async () => {
  const { functions } = await readCatalog(owner);
  const found = functions.filter(({ security_definer }) => security_definer).map(({ name }) => name);
  expect(found.sort()).toEqual(Object.keys(schemaExceptions.definer_functions).sort());
  for (const reason of Object.values(schemaExceptions.definer_functions))
    expect(reason.length).toBeGreaterThan(40);
});

test('IDN-117 no view reads with rights of its owner, and no materialized data stands beside the tables', async () => {
  const { rows } = await owner.query(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'app') and (c.relkind = 'm'
      or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`);
  expect(rows).toEqual([]);
});

test('IDN-117 a listed function refuses another tenant than that of the transaction, and none at all', async () => {
  const [mine, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const ask = (tenant: string) =>
    app.query(
      `select * from app.search_candidates($1, 'fractions', 'fractions', '{}', 'fractions', 'fractions', '{unit_plan}', 5)`,
      [tenant],
    );
  await expect(ask(mine)).rejects.toThrow('tenant_context_missing');
  await app.query('begin');
  await app.query('select app.set_tenant($1)', [mine]);
  expect((await ask(mine)).rows).toEqual([]);
  await expect(ask(other)).rejects.toThrow('tenant_context_missing');
  await app.query('rollback');
});
