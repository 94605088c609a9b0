import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalog } from '../src/catalog.ts';
import { schemaExceptions } from '../src/global-tables.ts';
import { schemaViolations } from '../src/schema-rules.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('IDN-112 OPS-76 OPS-142 the migrated schema keeps every rule of tenancy', async () => {
  expect(schemaViolations(await readCatalog(owner))).toEqual([]);
});

test('IDN-112 every table outside the rules is listed with a reason', () => {
  const lists = Object.values(schemaExceptions).flatMap((list: Record<string, string>) =>
    Object.entries(list),
  );
  expect(lists.filter(([, reason]) => reason.length < 20)).toEqual([]);
});

const keys = 'tenant_id uuid not null, id uuid not null, primary key (tenant_id, id)';
const protect = `select app.protect_tenant_table('bad')`;
const policyText = `nullif(current_setting('app.tenant_id', true), '')::uuid`;

describe('IDN-112 OPS-142 a table that breaks a rule is named', () => {
  test.each([
    [
      'no tenant_id',
      'create table bad (id uuid primary key)',
      'bad: has no tenant_id and is not listed as a global table',
    ],
    [
      'tenant_id may be null',
      'create table bad (tenant_id uuid, id uuid not null, unique (tenant_id, id))',
      'bad: tenant_id is not "uuid not null"',
    ],
    [
      'single primary key',
      `create table bad (tenant_id uuid not null, id uuid primary key); ${protect}`,
      'bad: primary key does not begin with tenant_id',
    ],
    [
      'global uniqueness',
      `create table bad (${keys}, code text unique); ${protect}`,
      'bad: unique constraint bad_code_key does not begin with tenant_id',
    ],
    [
      'single foreign key',
      `create table bad (${keys}, other uuid references parents (id)); ${protect}`,
      'bad: foreign key bad_other_fkey does not carry tenant_id',
    ],
    [
      'foreign key without index',
      `create table bad (${keys}, school_id uuid, foreign key (tenant_id, school_id) references schools); ${protect}`,
      'bad: foreign key bad_tenant_id_school_id_fkey has no index',
    ],
    [
      'set null on delete',
      `create table bad (${keys}, school_id uuid, foreign key (tenant_id, school_id) references schools on delete set null (school_id)); ${protect}`,
      'bad: bad_tenant_id_school_id_fkey sets columns on delete',
    ],
    [
      'index without tenant',
      `create table bad (${keys}, name text); create index bad_name on bad (name); ${protect}`,
      'bad: index bad_name does not begin with tenant_id',
    ],
    [
      'index that begins with an expression',
      `create table bad (${keys}, name text); create index bad_name on bad (lower(name), tenant_id); ${protect}`,
      'bad: index bad_name does not begin with tenant_id',
    ],
    ['no row-level security', `create table bad (${keys})`, 'bad: row-level security is off'],
    [
      'not forced',
      `create table bad (${keys}); ${protect}; alter table bad no force row level security`,
      'bad: row-level security is not forced',
    ],
    [
      'no policy',
      `create table bad (${keys}); alter table bad enable row level security; alter table bad force row level security`,
      'bad: has no policy',
    ],
    [
      'policy for reading only',
      `create table bad (${keys}); ${protect}; drop policy tenant_isolation on bad; create policy tenant_isolation on bad for select using (tenant_id = ${policyText})`,
      'bad: policy tenant_isolation is not the tenant policy',
    ],
    [
      'policy that lets rows without context through',
      `create table bad (${keys}); ${protect}; drop policy tenant_isolation on bad; create policy tenant_isolation on bad using (tenant_id = coalesce(${policyText}, tenant_id)) with check (tenant_id = ${policyText})`,
      'bad: policy tenant_isolation is not the tenant policy',
    ],
    [
      'second policy',
      `create table bad (${keys}); ${protect}; create policy wide on bad using (true)`,
      'bad: has a further policy wide',
    ],
    ['enum', `create type bad_state as enum ('a', 'b')`, 'enum bad_state: use text with a check'],
    [
      'identity column',
      `create table bad (${keys}, n bigint generated always as identity); ${protect}`,
      'bad: column n is numbered by the database',
    ],
    [
      'serial column',
      `create table bad (${keys}, n bigserial); ${protect}`,
      'bad: column n is numbered by the database',
    ],
    [
      'trigger',
      `create table bad (${keys}); ${protect}; create function bad_touch() returns trigger language plpgsql as 'begin return new; end'; create trigger touch before update on bad for each row execute function bad_touch()`,
      'bad: trigger touch is not listed',
    ],
    [
      'instant without zone',
      `create table bad (${keys}, made_at timestamp); ${protect}`,
      'bad: column made_at has no time zone',
    ],
    [
      'reachable partition',
      `create table bads (${keys}) partition by hash (tenant_id); create table bad partition of bads for values with (modulus 1, remainder 0)`,
      'bad: partition may not be reached by its own name (homeroom_app: delete, insert, select, update)',
    ],
    [
      'IDN-117 function with its owner’s rights',
      `create function app.bad() returns int language plpgsql security definer as 'begin return 1; end'`,
      `function app.bad: runs with its owner's rights and is not listed`,
    ],
    [
      'SQL function with parameters',
      `create function app.bad(n int) returns int language sql as 'select n'`,
      'function app.bad: SQL functions may not have parameters',
    ],
    [
      'IDN-117 readable view',
      'create view bad as select * from schools',
      'view bad: homeroom_app: delete, insert, select, update; homeroom_job: delete, insert, select, update: no role may read a view directly',
    ],
    [
      'materialized view',
      'create materialized view bad as select * from schools',
      'materialized view bad: use a table with row-level security',
    ],
    [
      'OPS-76 global table that refers to a tenant table',
      'alter table tenant_domains add column school_id uuid, add foreign key (tenant_id, school_id) references schools',
      'tenant_domains: global table refers to a tenant table (tenant_domains_tenant_id_school_id_fkey)',
    ],
  ])('%s', async (_name, sql, violation) => {
    await owner.query('begin');
    try {
      await owner.query(
        `create table parents (tenant_id uuid not null, id uuid unique, primary key (tenant_id, id))`,
      );
      await owner.query(sql);
      expect(schemaViolations(await readCatalog(owner))).toContain(violation);
    } finally {
      await owner.query('rollback');
    }
  });
});
